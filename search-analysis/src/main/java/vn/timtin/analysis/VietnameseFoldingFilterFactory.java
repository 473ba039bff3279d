package vn.timtin.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/**
 * Makes {@link VietnameseFoldingFilter}s; {@code vietnameseFolding} in Lucene's {@code
 * CustomAnalyzer}, in Solr and in OpenSearch. Comes after {@code vietnameseNormalization}.
 */
public final class VietnameseFoldingFilterFactory extends TokenFilterFactory {
  /** The name by which Lucene finds this factory. */
  public static final String NAME = "vietnameseFolding";

  /** For Lucene, which needs it to look for factories. */
  public VietnameseFoldingFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * Takes the parameters of a schema.
   *
   * @throws IllegalArgumentException if there is any: it has none
   */
  public VietnameseFoldingFilterFactory(Map<String, String> parameters) {
    super(parameters);
    if (!parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "vietnameseFolding has no parameters: " + parameters.keySet());
    }
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new VietnameseFoldingFilter(input);
  }

  @Override
  public TokenStream normalize(TokenStream input) {
    return create(input);
  }
}
