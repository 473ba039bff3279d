package vn.timtin.analysis;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the Vietnamese diacritics off text: {@code Đắk Lắk} becomes {@code Dak Lak}.
 *
 * <p>Tone and vowel marks are dropped, and so is the bar of đ, which has no decomposition in
 * Unicode. Other Latin letters lose their accents as well ({@code Özil}, {@code café}). The length
 * of text in NFC is kept. Idempotent, safe for many threads.
 */
public final class Folding {
  /** The folded form of every character of the blocks that Vietnamese letters come from. */
  private static final char[] FOLDED = new char[0x1F00];

  static {
    for (char c = 0; c < FOLDED.length; c++) {
      FOLDED[c] = foldSlowly(c);
    }
  }

  /** The lower-case marked letters of each folded one. */
  private static final Map<Character, char[]> MARKED = new HashMap<>();

  static {
    Map<Character, StringBuilder> marked = new HashMap<>();
    for (char c = 0; c < FOLDED.length; c++) {
      if (FOLDED[c] != c && Character.isLowerCase(c)) {
        marked.computeIfAbsent(FOLDED[c], folded -> new StringBuilder()).append(c);
      }
    }
    marked.forEach((folded, letters) -> MARKED.put(folded, letters.toString().toCharArray()));
  }

  private Folding() {}

  /** Yields the character without its diacritics; combining marks stay as they are. */
  public static char fold(char c) {
    return c < FOLDED.length ? FOLDED[c] : c;
  }

  /** Yields the text without its diacritics, the text itself where it has none. Expects NFC. */
  public static String fold(CharSequence text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (fold(text.charAt(i)) != text.charAt(i)) {
        var folded = new StringBuilder(length).append(text, 0, i);
        for (int k = i; k < length; k++) {
          folded.append(fold(text.charAt(k)));
        }
        return folded.toString();
      }
    }
    return text.toString();
  }

  /** Whether folding changes the text: it has at least one mark. Expects NFC. */
  public static boolean isMarked(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (fold(text.charAt(i)) != text.charAt(i)) {
        return true;
      }
    }
    return false;
  }

  /** Yields the lower-case letters that fold to this one, without itself. */
  public static char[] diacriticForms(int folded) {
    return folded < FOLDED.length
        ? MARKED.getOrDefault((char) folded, new char[0]).clone()
        : new char[0];
  }

  private static char foldSlowly(char c) {
    if (c == 'đ' || c == 'ð') {
      return 'd';
    }
    if (c == 'Đ' || c == 'Ð') {
      return 'D';
    }
    if (Character.isSurrogate(c)) {
      return c;
    }
    char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    return Character.UnicodeScript.of(base) == Character.UnicodeScript.LATIN ? base : c;
  }
}
