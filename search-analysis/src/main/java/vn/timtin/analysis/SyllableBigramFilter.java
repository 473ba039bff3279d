package vn.timtin.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.SentenceAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.ArrayUtil;

/**
 * Gives the bigrams of neighbouring tokens in place of the tokens: {@code hoi nghi so ket} becomes
 * {@code hoi nghi}, {@code nghi so}, {@code so ket}.
 *
 * <p>Most Vietnamese words have two syllables, so bigrams stand in for words without a dictionary.
 * They do not cross the boundaries of sentences ({@link SentenceAttribute}).
 */
public final class SyllableBigramFilter extends TokenFilter {
  /** Stands between the two tokens of a bigram; no token contains it. */
  static final char SEPARATOR = ' ';

  static final String BIGRAM = "<PAIR>";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final SentenceAttribute sentence = addAttribute(SentenceAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  private char[] previous = new char[64];
  private char[] current = new char[64];
  private int previousLength;
  private int previousStart;
  private int previousSentence;
  private boolean hasPrevious;

  /** Filters the tokens of {@code input}. */
  public SyllableBigramFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      if (increment.getPositionIncrement() == 0) {
        continue; // what a token is part of makes no bigram
      }
      boolean bigram = hasPrevious && sentence.getSentenceIndex() == previousSentence;
      int start = offset.startOffset();
      int length = term.length();
      current = ArrayUtil.grow(current, length);
      System.arraycopy(term.buffer(), 0, current, 0, length);
      if (bigram) {
        char[] buffer = term.resizeBuffer(previousLength + 1 + length);
        System.arraycopy(previous, 0, buffer, 0, previousLength);
        buffer[previousLength] = SEPARATOR;
        System.arraycopy(current, 0, buffer, previousLength + 1, length);
        term.setLength(previousLength + 1 + length);
        offset.setOffset(previousStart, offset.endOffset());
        type.setType(BIGRAM);
      }
      char[] next = previous;
      previous = current;
      current = next;
      previousLength = length;
      previousStart = start;
      previousSentence = sentence.getSentenceIndex();
      hasPrevious = true;
      if (bigram) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    hasPrevious = false;
  }
}
