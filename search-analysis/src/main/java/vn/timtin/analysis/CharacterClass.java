package vn.timtin.analysis;

/** What a character is to {@link VietnameseTokenizer}: a class for each, looked up in a table. */
final class CharacterClass {
  static final byte SEPARATOR = 0;
  static final byte LOWER = 1;
  static final byte UPPER = 2;
  static final byte LETTER = 3; // without case
  static final byte DIGIT = 4;
  static final byte SENTENCE_END = 5;
  static final byte DOT = 6;
  static final byte ONE_BY_ONE = 7;
  static final byte MARK = 8;

  /** May begin what is no word. */
  static final byte SIGN = 9;

  static final int LETTERS = 1 << LOWER | 1 << UPPER | 1 << LETTER;

  private static final byte[] CLASSES = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];

  static {
    for (int c = 0; c < CLASSES.length; c++) {
      CLASSES[c] = classify(c);
    }
  }

  private CharacterClass() {}

  static boolean isWord(int c) {
    byte kind = classOf(c);
    return kind >= LOWER && kind <= DIGIT;
  }

  static boolean isLetter(byte kind) {
    return kind >= LOWER && kind <= LETTER;
  }

  static byte classOf(int c) {
    return c < CLASSES.length ? CLASSES[c] : classify(c);
  }

  private static byte classify(int c) {
    switch (c) {
      case '!', '?', '…', ';', ':', '\n', '\r', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> {
        return SENTENCE_END;
      }
      case '。', '！', '？', '；', '：' -> {
        return SENTENCE_END;
      }
      case '.' -> {
        return DOT;
      }
      case '#', '@', '$', '€', '₫', '+', '(' -> {
        return SIGN;
      }
      default -> {}
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.LOWERCASE_LETTER -> LOWER;
      case Character.MODIFIER_LETTER -> LETTER;
      case Character.OTHER_LETTER -> isOneByOne(c) ? ONE_BY_ONE : LETTER;
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          MARK;
      default -> SEPARATOR;
    };
  }

  private static boolean isOneByOne(int c) {
    return Character.isIdeographic(c)
        || switch (Character.UnicodeScript.of(c)) {
          case HIRAGANA, KATAKANA -> true;
          default -> false;
        };
  }
}
