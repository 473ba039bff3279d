package vn.timtin.analysis;

import java.io.Reader;
import java.util.Map;
import org.apache.lucene.analysis.CharFilterFactory;

/**
 * Makes {@link VietnameseCharFilter}s; {@code vietnameseCharacters} in Lucene's {@code
 * CustomAnalyzer}, in Solr and in OpenSearch. Comes first.
 */
public final class VietnameseCharFilterFactory extends CharFilterFactory {
  /** The name by which Lucene finds this factory. */
  public static final String NAME = "vietnameseCharacters";

  /** For Lucene, which needs it to look for factories. */
  public VietnameseCharFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * Takes the parameters of a schema.
   *
   * @throws IllegalArgumentException if there is any: it has none
   */
  public VietnameseCharFilterFactory(Map<String, String> parameters) {
    super(parameters);
    if (!parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "vietnameseCharacters has no parameters: " + parameters.keySet());
    }
  }

  @Override
  public Reader create(Reader input) {
    return new VietnameseCharFilter(input);
  }

  @Override
  public Reader normalize(Reader input) {
    return create(input);
  }
}
