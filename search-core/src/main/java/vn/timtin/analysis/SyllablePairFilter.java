package vn.timtin.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.SentenceAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Gives the pairs of neighbouring tokens in place of the tokens: {@code hoi nghi so ket} becomes
 * {@code hoi nghi}, {@code nghi so}, {@code so ket}.
 *
 * <p>Most Vietnamese words have two syllables, so pairs stand in for words without a dictionary.
 * They do not cross the boundaries of sentences ({@link SentenceAttribute}).
 */
public final class SyllablePairFilter extends TokenFilter {
  /** Stands between the two tokens of a pair; no token contains it. */
  static final char SEPARATOR = ' ';

  static final String PAIR = "<PAIR>";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final SentenceAttribute sentence = addAttribute(SentenceAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  private final StringBuilder previous = new StringBuilder();
  private int previousStart;
  private int previousSentence;
  private boolean hasPrevious;

  /** Filters the tokens of {@code input}. */
  public SyllablePairFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      if (increment.getPositionIncrement() == 0) {
        continue; // what a token is part of pairs with nothing
      }
      boolean pair = hasPrevious && sentence.getSentenceIndex() == previousSentence;
      int start = previousStart;
      int length = previous.length();
      previous.append(SEPARATOR).append(term);
      previousStart = offset.startOffset();
      previousSentence = sentence.getSentenceIndex();
      hasPrevious = true;
      if (pair) {
        term.setEmpty().append(previous);
        offset.setOffset(start, offset.endOffset());
        type.setType(PAIR);
      }
      previous.delete(0, length + 1);
      if (pair) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    hasPrevious = false;
    previous.setLength(0);
  }
}
