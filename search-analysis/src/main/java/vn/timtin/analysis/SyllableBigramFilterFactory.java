package vn.timtin.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/**
 * Makes {@link SyllableBigramFilter}s; {@code vietnameseBigrams} in Lucene's {@code
 * CustomAnalyzer}, in Solr and in OpenSearch. Comes last.
 */
public final class SyllableBigramFilterFactory extends TokenFilterFactory {
  /** The name by which Lucene finds this factory. */
  public static final String NAME = "vietnameseBigrams";

  /** For Lucene, which needs it to look for factories. */
  public SyllableBigramFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * Takes the parameters of a schema.
   *
   * @throws IllegalArgumentException if there is any: it has none
   */
  public SyllableBigramFilterFactory(Map<String, String> parameters) {
    super(parameters);
    if (!parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "vietnameseBigrams has no parameters: " + parameters.keySet());
    }
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new SyllableBigramFilter(input);
  }
}
