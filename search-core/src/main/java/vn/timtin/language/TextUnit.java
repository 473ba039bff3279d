package vn.timtin.language;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model of language reads of a text: its words, and what stands between them.
 *
 * @param kind what it is
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends
 */
public record TextUnit(Kind kind, int start, int end) {
  /** Kinds of units. */
  public enum Kind {
    /** Letters and the diacritics upon them. */
    WORD,
    /** Digits, and letters and signs between them. */
    NUMBER,
    /** A comma, a dash, a bracket. */
    PAUSE,
    /** What ends a sentence or a clause, or a line. */
    BREAK
  }

  /**
   * Yields the units of a text in their order. Quotation marks and other signs are none.
   *
   * @param text in NFC
   */
  public static List<TextUnit> of(CharSequence text) {
    List<TextUnit> units = new ArrayList<>(text.length() / 4 + 1);
    int length = text.length();
    for (int i = 0; i < length; ) {
      char c = text.charAt(i);
      if (isWordCharacter(c)) {
        int end = i;
        boolean hasDigit = false;
        while (end < length && (isWordCharacter(text.charAt(end)) || joins(text, end))) {
          hasDigit |= Character.isDigit(text.charAt(end));
          end++;
        }
        units.add(new TextUnit(hasDigit ? Kind.NUMBER : Kind.WORD, i, end));
        i = end;
      } else {
        Kind kind = kindOf(c, text, i);
        if (kind != null && (units.isEmpty() || units.getLast().kind != kind)) {
          units.add(new TextUnit(kind, i, i + 1));
        }
        i++;
      }
    }
    return units;
  }

  /** Yields the characters of the unit. */
  public String in(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate(c);
  }

  private static boolean isMark(char c) {
    return c >= 0x300 && c < 0x370;
  }

  /** Whether the character stands between two digits: 3.000, 17/5, 19:30. */
  private static boolean joins(CharSequence text, int at) {
    return ".,:/-".indexOf(text.charAt(at)) >= 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private static Kind kindOf(char c, CharSequence text, int at) {
    return switch (c) {
      case '!', '?', '…', ';', '\n' -> Kind.BREAK;
      case '.', ':' ->
          at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))
              ? Kind.BREAK
              : null;
      case ',', '(', ')', '–', '—', '-', '/', '[', ']' -> Kind.PAUSE;
      default -> null;
    };
  }
}
