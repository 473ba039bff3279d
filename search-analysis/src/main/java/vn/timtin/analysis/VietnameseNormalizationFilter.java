package vn.timtin.analysis;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.CharacterUtils;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Brings each term into its canonical form: lower case, by the rules of {@code Locale.ROOT},
 * Unicode normal form C, and the one spelling that a Vietnamese syllable has among several ({@link
 * Syllable#canonical}), so that {@code HOÀ}, {@code Hòa} and the decomposed {@code hòa} give the
 * one term {@code hòa}.
 */
public final class VietnameseNormalizationFilter extends TokenFilter {
  /** More distinct terms than this are not remembered. */
  private static final int MAX_KNOWN = 1 << 14;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  /** What was normalized before: a few thousand syllables make up nearly all of a text. */
  private final CharArrayMap<char[]> known = new CharArrayMap<>(1024, false);

  /** Filters the tokens of {@code input}. */
  public VietnameseNormalizationFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] normalized = known.get(term.buffer(), 0, term.length());
    if (normalized == null) {
      String written = term.toString();
      normalized = normalize(written).toCharArray();
      if (known.size() == MAX_KNOWN) {
        known.clear();
      }
      known.put(written, normalized);
    }
    term.copyBuffer(normalized, 0, normalized.length);
    return true;
  }

  /** Yields what the filter makes of one term. */
  public static String normalize(String term) {
    char[] characters = term.toCharArray();
    CharacterUtils.toLowerCase(characters, 0, characters.length);
    String lowerCase = new String(characters);
    return Syllable.canonical(
        isPlain(lowerCase) ? lowerCase : Normalizer.normalize(lowerCase, Normalizer.Form.NFC));
  }

  /** Whether all characters are in the ranges that NFC never changes. */
  private static boolean isPlain(String term) {
    return term.chars().allMatch(c -> c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9));
  }
}
