package vn.timtin.analysis;

import java.util.Map;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;

/**
 * Makes {@link VietnameseTokenizer}s; {@code vietnamese} in Lucene's {@code CustomAnalyzer}, in
 * Solr and in OpenSearch. Comes after {@code vietnameseCharacters}.
 */
public final class VietnameseTokenizerFactory extends TokenizerFactory {
  /** The name by which Lucene finds this factory. */
  public static final String NAME = "vietnamese";

  /** For Lucene, which needs it to look for factories. */
  public VietnameseTokenizerFactory() {
    throw defaultCtorException();
  }

  /**
   * Takes the parameters of a schema.
   *
   * @throws IllegalArgumentException if there is any: it has none
   */
  public VietnameseTokenizerFactory(Map<String, String> parameters) {
    super(parameters);
    if (!parameters.isEmpty()) {
      throw new IllegalArgumentException("vietnamese has no parameters: " + parameters.keySet());
    }
  }

  @Override
  public Tokenizer create(AttributeFactory factory) {
    return new VietnameseTokenizer(factory);
  }
}
