package vn.timtin.analysis;

import static vn.timtin.analysis.CharacterClass.DIGIT;
import static vn.timtin.analysis.CharacterClass.DOT;
import static vn.timtin.analysis.CharacterClass.LETTER;
import static vn.timtin.analysis.CharacterClass.LOWER;
import static vn.timtin.analysis.CharacterClass.MARK;
import static vn.timtin.analysis.CharacterClass.ONE_BY_ONE;
import static vn.timtin.analysis.CharacterClass.SENTENCE_END;
import static vn.timtin.analysis.CharacterClass.SEPARATOR;
import static vn.timtin.analysis.CharacterClass.SIGN;
import static vn.timtin.analysis.CharacterClass.UPPER;
import static vn.timtin.analysis.CharacterClass.classOf;
import static vn.timtin.analysis.CharacterClass.isLetter;
import static vn.timtin.analysis.CharacterClass.isWord;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.SentenceAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.AttributeFactory;

/**
 * Cuts Vietnamese text into syllables, numbers and signs of other scripts: {@code Hội nghị ngày
 * 7/11} gives {@code Hội}, {@code nghị}, {@code ngày}, {@code 7} and, at the same place, {@code
 * --11-07}, {@code 11}.
 *
 * <p>Words end where Unicode Standard Annex #29 has them end (rules WB4 to WB10), but that {@code .
 * , ' _} separate: what they join is told by the kinds of {@link TokenRule}, a table of what are no
 * words (dates, document numbers, hosts, initialisms …). Ideographs and kana are a token each.
 *
 * <p>Each token has the number of its sentence ({@link SentenceAttribute}): a new one begins after
 * {@code ! ? … ; :}, a line end, and a dot that is not followed by a letter or digit. Expects text
 * as {@link VietnameseCharFilter} gives it.
 */
public final class VietnameseTokenizer extends Tokenizer {
  /** A token longer than this is cut, in UTF-16 units. */
  public static final int MAX_TOKEN_LENGTH = 255;

  static final String SYLLABLE = "<SYLLABLE>";
  static final String NUMBER = "<NUMBER>";
  static final String IDEOGRAPH = "<IDEOGRAPH>";

  /** Units that are written glued to their number. */
  private static final CharArraySet UNITS =
      new CharArraySet(
          List.of(
              "km", "m", "cm", "mm", "dm", "km2", "m2", "cm2", "mm2", "km3", "m3", "cm3", "kg", "g",
              "mg", "ha", "l", "ml", "tấn", "tạ", "lít", "đ", "đồng", "vnd", "vnđ", "usd", "tr",
              "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "kw", "kwh", "mw", "w", "v", "gb", "mb", "tb",
              "hz", "mhz", "ghz", "inch", "giờ", "phút", "giây", "ngày", "tháng", "năm", "tuổi",
              "người"),
          true);

  private static final int MAX_UNIT = 6;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final SentenceAttribute sentence = addAttribute(SentenceAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute positionLength =
      addAttribute(PositionLengthAttribute.class);

  private final TextView view = new TextView();
  private final ClueFinder clueFinder = new ClueFinder(view);
  private final TokenMatcher matcher = new TokenMatcher(view);

  private char[] text = new char[4096];
  private int length;
  private int position;
  private int sentences;

  /** The bits of the classes of characters in the word that was looked at last. */
  private int kinds;

  /** What was read and not yet given out: a token with what stands at its place, or a whole. */
  private final List<Pending> queue = new ArrayList<>();

  private int queued;
  private int given;

  /** A token that waits; used again and again. */
  private static final class Pending {
    private final char[] term = new char[MAX_TOKEN_LENGTH];
    private int termLength;
    private int start;
    private int end;
    private int positionIncrement;
    private int positionLength;
    private int sentence;
    private String type = SYLLABLE;
  }

  /** Cuts text. */
  public VietnameseTokenizer() {}

  /** Cuts text; the attributes of its tokens are made by {@code factory}. */
  public VietnameseTokenizer(AttributeFactory factory) {
    super(factory);
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (given == queued) {
      given = 0;
      queued = 0;
      if (!scan(length, 0, false)) {
        return false;
      }
    }
    Pending token = queue.get(given++);
    term.copyBuffer(token.term, 0, token.termLength);
    offset.setOffset(correctOffset(token.start), correctOffset(token.end));
    increment.setPositionIncrement(token.positionIncrement);
    positionLength.setPositionLength(token.positionLength);
    type.setType(token.type);
    sentence.setSentenceIndex(token.sentence);
    return true;
  }

  /**
   * Reads on up to the next token, and queues it with what belongs to it.
   *
   * @param limit where to stop
   * @param rulesFrom from where on rules are tried
   * @param inside whether this is the inside of a whole: there no sentence ends
   * @return whether there was a token
   */
  private boolean scan(int limit, int rulesFrom, boolean inside) {
    while (position < limit) {
      int c = codePoint(position);
      byte kind = classOf(c);
      switch (kind) {
        case LOWER, UPPER, LETTER, DIGIT, SIGN -> {
          int start = position;
          int end = kind == SIGN ? start + 1 : Math.min(wordEnd(start), limit);
          boolean rules = start >= rulesFrom && (!inside || isLetter(kind));
          int clues = rules ? clueFinder.find(kind, kinds, start, end) : 0;
          if (clues != 0 && matcher.match(clues, start, limit) && !cutsWord(kind, start, end)) {
            special(matcher.found(), start);
            return true;
          }
          position = end;
          if (kind != SIGN) {
            word(start, end);
            return true;
          }
          continue; // a sign that begins nothing
        }
        case ONE_BY_ONE -> {
          int start = position;
          position += Character.charCount(c);
          while (position < limit && classOf(text[position]) == MARK) {
            position++;
          }
          queue(start, position, IDEOGRAPH);
          return true;
        }
        case SENTENCE_END -> sentences += inside ? 0 : 1;
        case DOT -> {
          if (!inside && (position + 1 == length || !isWord(codePoint(position + 1)))) {
            sentences++;
          }
        }
        default -> {} // separates
      }
      position += Character.charCount(c);
    }
    return false;
  }

  /** Whether what was matched ends inside a code of digits and letters: 5 of 5G is no number. */
  private boolean cutsWord(byte kind, int start, int end) {
    return kind == DIGIT && start + matcher.found().length() < end;
  }

  /** Takes what a rule has matched: one token, or a whole and its parts. */
  private void special(TokenMatcher.Match match, int start) {
    int end = start + match.length();
    String kind = match.rule().type();
    if (match.rule().isOneToken()) {
      for (int i = 0; i < match.terms().size(); i++) {
        queue(match.terms().get(i), start, end, i == 0 ? 1 : 0, kind);
      }
      position = end;
      return;
    }
    int wordEnd = Math.min(wordEnd(start), end);
    word(start, wordEnd);
    position = wordEnd;
    int firstWhole = queued;
    for (int i = 0; i < match.terms().size(); i++) { // an iterator would be garbage
      queue(match.terms().get(i), start, end, 0, kind);
    }
    int firstPart = queued;
    int rulesFrom = match.rest() < 0 ? Integer.MAX_VALUE : start + match.rest();
    while (scan(end, rulesFrom, true)) {
      // each part queues itself
    }
    int positions = 1;
    int lastEnd = wordEnd;
    for (int i = firstPart; i < queued; i++) {
      positions += queue.get(i).positionIncrement;
      lastEnd = Math.max(lastEnd, queue.get(i).end);
    }
    for (int i = firstWhole; i < firstPart; i++) {
      queue.get(i).positionLength = positions;
      queue.get(i).end = lastEnd;
    }
    position = end;
  }

  /** Takes a word or a number as it stands. */
  private void word(int start, int end) {
    boolean number = true;
    for (int i = start; i < end; i++) {
      number &= classOf(text[i]) == DIGIT;
    }
    Pending token = queue(start, end, number ? NUMBER : SYLLABLE);
    if (number && end - start == 2 && text[start] == '0') { // official texts write 05 for 5
      token.term[0] = token.term[1];
      token.termLength = 1;
    }
  }

  private Pending queue(int start, int end, String kind) {
    Pending token = pending(start, end, 1, kind);
    token.termLength = Math.min(end - start, MAX_TOKEN_LENGTH);
    System.arraycopy(text, start, token.term, 0, token.termLength);
    return token;
  }

  private void queue(String characters, int start, int end, int positionIncrement, String kind) {
    Pending token = pending(start, end, positionIncrement, kind);
    token.termLength = Math.min(characters.length(), MAX_TOKEN_LENGTH);
    characters.getChars(0, token.termLength, token.term, 0);
  }

  private Pending pending(int start, int end, int positionIncrement, String kind) {
    if (queued == queue.size()) {
      queue.add(new Pending());
    }
    Pending token = queue.get(queued++);
    token.start = start;
    token.end = end;
    token.positionIncrement = positionIncrement;
    token.positionLength = 1;
    token.sentence = sentences;
    token.type = kind;
    return token;
  }

  /** Yields where the letters or digits end that begin here; parts glued by mistake are two. */
  private int wordEnd(int start) {
    int end = start;
    byte previous = SEPARATOR;
    int found = 0;
    while (end < length) {
      int c = codePoint(end);
      byte kind = classOf(c);
      if (kind > DIGIT && (kind != MARK || previous == SEPARATOR)) {
        break;
      }
      if (kind == SEPARATOR
          || (previous == DIGIT && kind != DIGIT && kind != MARK && isGlued(end))) {
        break;
      }
      int width = Character.charCount(c);
      if (end + width - start > MAX_TOKEN_LENGTH) {
        break;
      }
      previous = kind == MARK ? previous : kind;
      found |= 1 << kind;
      end += width;
    }
    kinds = found;
    return end;
  }

  /** Whether the letters after a digit are a unit (10km) or a word (2020Tổng), not a code (5G). */
  private boolean isGlued(int start) {
    int end = start;
    while (end < length && end - start <= MAX_UNIT && isLetter(classOf(text[end]))) {
      end++;
    }
    boolean word =
        end - start > 1
            && Character.isUpperCase(text[start])
            && Character.isLowerCase(text[start + 1]);
    if (end - start > MAX_UNIT || word) {
      return word;
    }
    if (end < length && (text[end] == '2' || text[end] == '3') && !isWordAt(end + 1)) {
      end++; // m2
    }
    return !isWordAt(end)
        && !(end - start == 1 && isGeneration(start))
        && UNITS.contains(text, start, end - start);
  }

  /** 5G is a network, not 5 grams. */
  private boolean isGeneration(int letter) {
    return (text[letter] == 'G' || text[letter] == 'g')
        && text[letter - 1] >= '2'
        && text[letter - 1] <= '6'
        && (letter < 2 || (!isWord(text[letter - 2]) && ".,-/".indexOf(text[letter - 2]) < 0));
  }

  private boolean isWordAt(int index) {
    return index < length && isWord(codePoint(index));
  }

  private int codePoint(int index) {
    return Character.codePointAt(text, index, length);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    position = 0;
    sentences = 0;
    queued = 0;
    given = 0;
    int read;
    while ((read = input.read(text, length, text.length - length)) != -1) {
      length += read;
      if (length == text.length) {
        text = Arrays.copyOf(text, length * 2);
      }
    }
    view.of(text, length);
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
