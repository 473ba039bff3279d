package vn.timtin.analysis;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.CharacterUtils;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Brings each term into lower case, by the rules of {@code Locale.ROOT}, and into Unicode normal
 * form C, so that composed and decomposed spellings of {@code Hội} give the one term {@code hội}.
 */
public final class VietnameseNormalizationFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  /** Filters the tokens of {@code input}. */
  public VietnameseNormalizationFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    CharacterUtils.toLowerCase(term.buffer(), 0, term.length());
    if (mayDecompose(term) && !Normalizer.isNormalized(term, Normalizer.Form.NFC)) {
      String composed = Normalizer.normalize(term, Normalizer.Form.NFC);
      term.setEmpty().append(composed);
    }
    return true;
  }

  /** Yields what the filter makes of one term. */
  public static String normalize(String term) {
    char[] characters = term.toCharArray();
    CharacterUtils.toLowerCase(characters, 0, characters.length);
    String lowerCase = new String(characters);
    return mayDecompose(lowerCase)
        ? Normalizer.normalize(lowerCase, Normalizer.Form.NFC)
        : lowerCase;
  }

  /** Whether a character is outside the ranges that NFC never changes. */
  private static boolean mayDecompose(CharSequence term) {
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (c >= 0x300 && !(c >= 0x1EA0 && c <= 0x1EF9)) {
        return true;
      }
    }
    return false;
  }
}
