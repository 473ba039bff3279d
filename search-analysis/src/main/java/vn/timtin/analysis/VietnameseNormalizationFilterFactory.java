package vn.timtin.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/**
 * Makes {@link VietnameseNormalizationFilter}s; {@code vietnameseNormalization} in Lucene's {@code
 * CustomAnalyzer}, in Solr and in OpenSearch. Comes after the tokenizer.
 */
public final class VietnameseNormalizationFilterFactory extends TokenFilterFactory {
  /** The name by which Lucene finds this factory. */
  public static final String NAME = "vietnameseNormalization";

  /** For Lucene, which needs it to look for factories. */
  public VietnameseNormalizationFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * Takes the parameters of a schema.
   *
   * @throws IllegalArgumentException if there is any: it has none
   */
  public VietnameseNormalizationFilterFactory(Map<String, String> parameters) {
    super(parameters);
    if (!parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "vietnameseNormalization has no parameters: " + parameters.keySet());
    }
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new VietnameseNormalizationFilter(input);
  }

  @Override
  public TokenStream normalize(TokenStream input) {
    return create(input);
  }
}
