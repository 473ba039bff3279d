package vn.timtin.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the diacritics off each term: {@code đắk} becomes {@code dak}. Expects terms in NFC, as
 * {@link VietnameseNormalizationFilter} gives them; offsets stay those of the marked text.
 */
public final class VietnameseFoldingFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  /** Filters the tokens of {@code input}. */
  public VietnameseFoldingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] buffer = term.buffer();
    for (int i = 0; i < term.length(); i++) {
      buffer[i] = Folding.fold(buffer[i]);
    }
    return true;
  }
}
