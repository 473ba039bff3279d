package vn.timtin.article;

import java.text.Normalizer;

/** Brings text into Unicode normal form C, so that every later stage may rely on it. */
public final class UnicodeText {
  private UnicodeText() {}

  /** Yields the text in NFC; halves of surrogate pairs, which no file can hold, as U+FFFD. */
  public static String normalize(String text) {
    if (isPlain(text)) {
      return text;
    }
    return Normalizer.normalize(wellFormed(text), Normalizer.Form.NFC);
  }

  /** Yields the text with U+FFFD in place of each half of a surrogate pair. */
  public static String wellFormed(String text) {
    if (isWellFormed(text)) {
      return text;
    }
    var repaired = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(repaired::appendCodePoint);
    return repaired.toString();
  }

  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Whether all characters are of ranges that NFC never changes: nearly all Vietnamese text. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && !(c >= 0x1EA0 && c <= 0x1EF9) && !(c >= 0x2010 && c <= 0x2027)) {
        return false;
      }
    }
    return true;
  }
}
