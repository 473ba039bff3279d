package vn.timtin.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/**
 * Makes {@link SyllablePairFilter}s; {@code vietnamesePairs} in Lucene's {@code CustomAnalyzer}, in
 * Solr and in OpenSearch. Comes last.
 */
public final class SyllablePairFilterFactory extends TokenFilterFactory {
  /** The name by which Lucene finds this factory. */
  public static final String NAME = "vietnamesePairs";

  /** For Lucene, which needs it to look for factories. */
  public SyllablePairFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * Takes the parameters of a schema.
   *
   * @throws IllegalArgumentException if there is any: it has none
   */
  public SyllablePairFilterFactory(Map<String, String> parameters) {
    super(parameters);
    if (!parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "vietnamesePairs has no parameters: " + parameters.keySet());
    }
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new SyllablePairFilter(input);
  }
}
