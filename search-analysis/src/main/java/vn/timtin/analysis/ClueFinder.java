package vn.timtin.analysis;

import static vn.timtin.analysis.CharacterClass.DIGIT;
import static vn.timtin.analysis.CharacterClass.LETTERS;
import static vn.timtin.analysis.CharacterClass.LOWER;
import static vn.timtin.analysis.CharacterClass.SIGN;
import static vn.timtin.analysis.CharacterClass.UPPER;
import static vn.timtin.analysis.CharacterClass.classOf;
import static vn.timtin.analysis.CharacterClass.isLetter;
import static vn.timtin.analysis.CharacterClass.isWord;

/** Looks at what stands in a token, before it and after it. For one thread. */
final class ClueFinder {
  /** What currencies begin with. */
  private static final String CURRENCIES = "đĐvVeEdD";

  private final CharSequence text;

  ClueFinder(CharSequence text) {
    this.text = text;
  }

  /**
   * Yields the bits of the clues that a token has.
   *
   * @param kind the class of its first character
   * @param kinds the bits of the classes of all of them
   */
  int find(byte kind, int kinds, int start, int end) {
    if (kind == SIGN) {
      return Clue.SIGN.bit();
    }
    char next = end < text.length() ? text.charAt(end) : '\n';
    char afterNext = end + 1 < text.length() ? text.charAt(end + 1) : '\n';
    boolean mixed = (kinds & 1 << DIGIT) != 0 && (kinds & LETTERS) != 0;
    if (kind == DIGIT) {
      return mixed || goesOn(end, next, afterNext) ? Clue.NUMBER.bit() : 0;
    }
    int clues = mixed ? Clue.MIXED.bit() : 0;
    if (isJoiner(next, afterNext, start, end - start <= 3)) {
      clues |= Clue.JOINED.bit();
    }
    if ((kinds & 1 << LOWER) == 0 || (end - start <= 3 && classOf(text.charAt(end - 1)) == UPPER)) {
      clues |= Clue.CAPITALS.bit();
    }
    if (end - start <= 6 && (next == ' ' || next == '\u00A0') && classOf(afterNext) == DIGIT) {
      clues |= Clue.BEFORE_NUMBER.bit();
    }
    if (isRoman(start, end)) {
      clues |= Clue.ROMAN.bit();
    }
    if (CURRENCIES.indexOf(text.charAt(start)) >= 0 && isBehindNumber(start)) {
      clues |= Clue.AFTER_NUMBER.bit();
    }
    if (isBehindMonth(start)) {
      clues |= Clue.AFTER_MONTH.bit();
    }
    return clues;
  }

  /** Whether what follows the digits may belong to them. */
  private boolean goesOn(int end, char next, char afterNext) {
    return switch (next) {
      case ' ', '\u00A0' -> {
        char third = end + 2 < text.length() ? text.charAt(end + 2) : '\n';
        yield switch (afterNext) {
          case 't', 'T', 'p', 'P' -> third == 'h' || third == 'H' || isJoinedOn(end + 1);
          case 'g', 'G' -> third == 'i' || third == 'I';
          case 'n', 'N' ->
              third == 'ă' || third == 'a' || classOf(third) == UPPER || isJoinedOn(end + 1);
          case 'đ', 'Đ' -> third == 'ế';
          case '-', '%', '$', '/' -> true;
          default ->
              classOf(afterNext) == DIGIT
                  || (classOf(afterNext) == UPPER && classOf(third) == UPPER)
                  || (classOf(afterNext) == LOWER && isJoinedOn(end + 1));
        };
      }
      case '.' -> isWord(afterNext);
      case ',', ':' -> classOf(afterNext) == DIGIT;
      case '/', '-', '%', '$', '@' -> true;
      default -> false;
    };
  }

  /** Whether a short word stands there that a slash or a hyphen follows: 36 nq/tw. */
  private boolean isJoinedOn(int start) {
    int end = start;
    while (end < text.length() && end - start < 5 && isLetter(classOf(text.charAt(end)))) {
      end++;
    }
    return end > start
        && end < text.length()
        && (text.charAt(end) == '/' || text.charAt(end) == '-');
  }

  private boolean isJoiner(char next, char afterNext, int start, boolean isShort) {
    return switch (next) {
      case '.' -> isWord(afterNext) || (isShort && (afterNext == ' ' || afterNext == '\u00A0'));
      case '-', '&', '/', '@', ',', '\'' -> isWord(afterNext);
      case '$' -> true;
      case ':' -> afterNext == '/' && text.charAt(start) == 'h';
      default -> false;
    };
  }

  private boolean isRoman(int start, int end) {
    if (end - start > 7) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if ("ivxIVX".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isBehindNumber(int start) {
    int before = start - 1;
    if (before > 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\u00A0')) {
      before--;
    }
    return before >= 0 && classOf(text.charAt(before)) == DIGIT;
  }

  /** Whether {@code tháng} or {@code thang} stands before it. */
  private boolean isBehindMonth(int start) {
    return start >= 6
        && text.charAt(start - 2) == 'g'
        && text.charAt(start - 3) == 'n'
        && (text.charAt(start - 4) == 'á' || text.charAt(start - 4) == 'a')
        && text.charAt(start - 5) == 'h'
        && (text.charAt(start - 6) == 't' || text.charAt(start - 6) == 'T');
  }
}
