package vn.timtin.words.model;

import java.text.Normalizer;
import vn.timtin.analysis.Syllable;

/**
 * The syllables, numbers and signs of a stretch of text, told apart without making objects.
 *
 * <p>As in the treebank, what stands between two spaces is one token, but signs at its edges are
 * tokens of their own ({@code Nội,} are two). Inside, a sign holds together what it stands between
 * only where that is usual: {@code 7,5}, {@code 23-3}, {@code GD-ĐT}, {@code knock-out}. To be used
 * by one thread at a time.
 */
public final class Tokens {
  /** The shape of what begins with a letter that is no capital. */
  public static final byte LOWER = 0;

  /** The shape of a token whose first letter alone is a capital, and that is longer. */
  public static final byte CAPITALISED = 1;

  /** The shape of what begins with a capital and has more of them, or is a single one. */
  public static final byte CAPITALS = 2;

  /** The shape of what begins with a digit. */
  public static final byte NUMBER = 3;

  /** The shape of what has neither letters nor digits. */
  public static final byte SIGN = 4;

  /** How many tokens are looked at together. No word is sought across the end of such a stretch. */
  static final int MAX = 1024;

  private static final byte SPACE = 0;
  private static final byte OTHER = 1;
  private static final byte MARK = 2;
  private static final byte DIGIT = 3;
  private static final byte SMALL = 4;
  private static final byte CAPITAL = 5;

  private static final byte[] CLASSES = new byte[0x2100];
  private static final char[] LOWERED = new char[0x2100];

  static {
    for (char c = 0; c < CLASSES.length; c++) {
      CLASSES[c] = classifySlowly(c);
      LOWERED[c] = Character.toLowerCase(c);
    }
  }

  private final int[] starts = new int[MAX];
  private final int[] ends = new int[MAX];
  private final byte[] shapes = new byte[MAX];
  private final long[] hashes = new long[MAX];
  private CharSequence text = "";
  private int size;

  /** Begins without tokens. */
  public Tokens() {}

  /**
   * Reads as many tokens as fit.
   *
   * @param line the text
   * @param from where to begin
   * @return where to go on, or the length of the text after its last token
   */
  public int read(CharSequence line, int from) {
    text = line;
    size = 0;
    int at = from;
    int length = line.length();
    while (size < MAX) {
      while (at < length && classify(line.charAt(at)) == SPACE) {
        at++;
      }
      if (at == length) {
        return length;
      }
      starts[size] = at;
      byte first = classify(line.charAt(at));
      at = first >= DIGIT ? readWord(at) : readSign(at);
      ends[size++] = at;
    }
    return at;
  }

  /** Yields how many tokens were read. */
  public int size() {
    return size;
  }

  /** Yields the index of the first UTF-16 unit of a token. */
  public int start(int token) {
    return starts[token];
  }

  /** Yields the index after the last UTF-16 unit of a token. */
  public int end(int token) {
    return ends[token];
  }

  byte[] shapes() {
    return shapes;
  }

  /** Yields how a token is written, {@link #LOWER} for one. */
  public byte shape(int token) {
    return shapes[token];
  }

  /** Yields the hash of the lower-case letters, equal to {@link #hash(CharSequence)} of them. */
  public long hash(int token) {
    return hashes[token];
  }

  /** Yields the letters in lower case. */
  public String lower(int token) {
    var letters = new StringBuilder(ends[token] - starts[token]);
    for (int i = starts[token]; i < ends[token]; i++) {
      letters.append(lower(text.charAt(i)));
    }
    return letters.toString();
  }

  /** Whether another spelling of the token may be the one that is known. */
  boolean mayBeRespelt(int token) {
    return shapes[token] < NUMBER && ends[token] - starts[token] <= 21;
  }

  /** Yields the spelling that all spellings of the token share, in lower case. */
  public static String canonical(String lower) {
    return Syllable.canonical(Normalizer.normalize(lower, Normalizer.Form.NFC));
  }

  /** Yields the key of a token. */
  public static long hash(CharSequence lower) {
    long hash = 0;
    for (int i = 0; i < lower.length(); i++) {
      hash = step(hash, lower.charAt(i));
    }
    return hash;
  }

  private static long step(long hash, char c) {
    return (hash ^ c) * 0x9E3779B97F4A7C15L;
  }

  private int readWord(int from) {
    int length = text.length();
    long hash = 0;
    int capitals = 0;
    int characters = 0; // without diacritics and signs
    int at = from;
    byte previous = OTHER;
    byte first = classify(text.charAt(from));
    while (at < length) {
      char c = text.charAt(at);
      byte kind = classify(c);
      if (kind < MARK) {
        boolean joins =
            at + 1 < length && holds(previous, c, classify(text.charAt(at + 1)))
                || c == '%' && previous == DIGIT
                || c == '.' && isAbbreviation(from, at);
        if (kind == SPACE || !joins) {
          break;
        }
      }
      capitals += kind == CAPITAL ? 1 : 0;
      characters += kind > MARK ? 1 : 0;
      previous = kind == MARK ? previous : kind;
      hash = step(hash, lower(c));
      at++;
    }
    hashes[size] = hash;
    shapes[size] =
        first == DIGIT
            ? NUMBER
            : first == SMALL ? LOWER : capitals > 1 || characters == 1 ? CAPITALS : CAPITALISED;
    return at;
  }

  /** Whether a sign holds together the characters around it. */
  private static boolean holds(byte before, char sign, byte after) {
    if (after < DIGIT) {
      return false;
    }
    return switch (sign) {
      case ',', ':' -> before == DIGIT && after == DIGIT;
      case '/' -> before != SMALL && after != SMALL;
      // A lower-case letter before a capital: two names, or two sentences.
      case '.', '-', '\'', '’', '&', '@' -> before != SMALL || after != CAPITAL;
      default -> false;
    };
  }

  /** Whether the full stop belongs to the token, as in {@code TP. HCM} and {@code K. Marx}. */
  private boolean isAbbreviation(int from, int stop) {
    if (stop + 1 >= text.length() || classify(text.charAt(stop + 1)) != SPACE) {
      return false;
    }
    char first = lower(text.charAt(from));
    if (stop - from == 1) {
      return "aeiouy".indexOf(first) < 0 && first < 128 && first >= 'a';
    }
    return stop - from == 2 && first == 't' && "pPh".indexOf(text.charAt(from + 1)) >= 0;
  }

  /** Reads one sign with the diacritics on it, or the full stops of an ellipsis. */
  private int readSign(int from) {
    int length = text.length();
    char first = text.charAt(from);
    long hash = step(0, first);
    int at = from + 1;
    while (at < length && continuesSign(first, text.charAt(at), at == from + 1)) {
      hash = step(hash, text.charAt(at));
      at++;
    }
    hashes[size] = hash;
    shapes[size] = SIGN;
    return at;
  }

  private static boolean continuesSign(char first, char next, boolean second) {
    return classify(next) == MARK
        || first == '.' && next == '.'
        || second && Character.isSurrogatePair(first, next);
  }

  private static char lower(char c) {
    return c < LOWERED.length ? LOWERED[c] : Character.toLowerCase(c);
  }

  private static byte classify(char c) {
    return c < CLASSES.length ? CLASSES[c] : classifySlowly(c);
  }

  private static byte classifySlowly(char c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> CAPITAL;
      case Character.LOWERCASE_LETTER, Character.OTHER_LETTER, Character.MODIFIER_LETTER -> SMALL;
      case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER, Character.LETTER_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          MARK;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          SPACE;
      case Character.CONTROL -> Character.isWhitespace(c) || c == '\u0085' ? SPACE : OTHER;
      default -> OTHER;
    };
  }
}
