package vn.timtin.analysis;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.SentenceAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Cuts Vietnamese text into syllables, numbers and signs of other scripts: {@code Ngày 7/11, TP.HCM
 * có 1,5 triệu} gives {@code Ngày}, {@code 7}, {@code 11}, {@code TP}, {@code HCM}, {@code có},
 * {@code 1,5}, {@code triệu}.
 *
 * <p>It follows the word boundaries of Unicode Standard Annex #29 (rules WB4 to WB12) but for two
 * things: a dot joins digits only, since news text has {@code TP.HCM} and {@code công bố.Theo}, and
 * an underscore separates. Characters without width between letters (U+200B, soft hyphen, bidi
 * controls) belong to the token and are left out of its term. Ideographs and kana are a token each.
 *
 * <p>Each token has the number of its sentence ({@link SentenceAttribute}): a new one begins behind
 * {@code ! ? … ; :}, a line end, and a dot that is not followed by a letter or digit.
 */
public final class VietnameseTokenizer extends Tokenizer {
  /** A token longer than this is cut. */
  public static final int MAX_TOKEN_LENGTH = 255;

  static final String SYLLABLE = "<SYLLABLE>";
  static final String NUMBER = "<NUMBER>";
  static final String IDEOGRAPH = "<IDEOGRAPH>";

  private static final byte SEPARATOR = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte INVISIBLE = 3;
  private static final byte SENTENCE_END = 4;
  private static final byte DOT = 5;
  private static final byte COMMA = 6;
  private static final byte APOSTROPHE = 7;
  private static final byte ONE_BY_ONE = 8;
  private static final byte MARK = 9;

  private static final byte[] CLASSES = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];

  static {
    for (int c = 0; c < CLASSES.length; c++) {
      CLASSES[c] = classify(c);
    }
  }

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final SentenceAttribute sentence = addAttribute(SentenceAttribute.class);

  private char[] text = new char[4096];
  private int length;
  private int position;
  private int sentences;

  @Override
  public boolean incrementToken() throws IOException {
    clearAttributes();
    while (position < length) {
      int c = codePoint(position);
      switch (classOf(c)) {
        case LETTER, DIGIT -> {
          return token();
        }
        case ONE_BY_ONE -> {
          int start = position;
          position += Character.charCount(c);
          while (position < length && classOf(codePoint(position)) == MARK) {
            position++;
          }
          term.copyBuffer(text, start, position - start);
          return finish(start, IDEOGRAPH);
        }
        case SENTENCE_END -> sentences++;
        case DOT -> {
          if (position + 1 == length || !isWord(codePoint(position + 1))) {
            sentences++;
          }
        }
        default -> {} // separates
      }
      position += Character.charCount(c);
    }
    return false;
  }

  /** Takes letters, digits and what stands joined between them. */
  private boolean token() {
    int start = position;
    int end = position; // of the last character that belongs to the token
    byte previous = SEPARATOR;
    boolean lettersSeen = false;
    term.resizeBuffer(16);
    while (position < length) {
      int c = codePoint(position);
      byte kind = classOf(c);
      boolean belongs =
          switch (kind) {
            case LETTER, DIGIT, MARK -> true;
            case DOT, COMMA -> previous == DIGIT && nextIs(DIGIT);
            case APOSTROPHE -> previous == LETTER && nextIs(LETTER);
            case INVISIBLE -> false;
            default -> false;
          };
      if (!belongs && kind != INVISIBLE) {
        break;
      }
      int width = Character.charCount(c);
      if (belongs) {
        if (term.length() + width > MAX_TOKEN_LENGTH) {
          break;
        }
        for (int i = 0; i < width; i++) {
          term.append(text[position + i]);
        }
        lettersSeen |= kind == LETTER;
        previous = kind == MARK ? previous : kind;
        end = position + width;
      }
      position += width;
    }
    position = Math.max(end, start + 1);
    return finish(start, lettersSeen ? SYLLABLE : NUMBER);
  }

  private boolean finish(int start, String kind) {
    offset.setOffset(correctOffset(start), correctOffset(position));
    type.setType(kind);
    sentence.setSentenceIndex(sentences);
    return true;
  }

  private boolean nextIs(byte kind) {
    int next = position + 1;
    while (next < length && classOf(text[next]) == INVISIBLE) {
      next++;
    }
    return next < length && classOf(codePoint(next)) == kind;
  }

  private int codePoint(int index) {
    return Character.codePointAt(text, index, length);
  }

  private static boolean isWord(int c) {
    byte kind = classOf(c);
    return kind == LETTER || kind == DIGIT;
  }

  private static byte classOf(int c) {
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
      case ',' -> {
        return COMMA;
      }
      case '\'', '’' -> {
        return APOSTROPHE;
      }
      default -> {}
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER ->
          LETTER;
      case Character.OTHER_LETTER -> isOneByOne(c) ? ONE_BY_ONE : LETTER;
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          MARK;
      case Character.FORMAT -> INVISIBLE;
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

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    position = 0;
    sentences = 0;
    int read;
    while ((read = input.read(text, length, text.length - length)) != -1) {
      length += read;
      if (length == text.length) {
        text = Arrays.copyOf(text, length * 2);
      }
    }
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(length), correctOffset(length));
  }

  @Override
  public void close() throws IOException {
    super.close();
    if (text.length > 1 << 20) {
      text = new char[4096]; // one huge article must not hold its size for ever
    }
  }
}
