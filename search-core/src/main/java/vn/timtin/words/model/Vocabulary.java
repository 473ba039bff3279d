package vn.timtin.words.model;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import vn.timtin.language.StaticFunction;

/**
 * The numbers of the tokens that are known, and what is known about each.
 *
 * @param spellings the numbers by {@link Tokens#hash}
 * @param kinds {@link #SYLLABLE}, {@link #SIGN} or {@link #OPENING}, by number
 * @param groups the one of 256 groups of tokens with similar neighbours that each belongs to, so
 *     that what is learnt about one helps the others
 */
public record Vocabulary(StaticFunction spellings, byte[] kinds, byte[] groups) {
  /** The number of a token that is not in the vocabulary. */
  public static final int UNKNOWN = 0;

  /** The number of all tokens that begin with a digit. */
  public static final int DIGITS = 1;

  /** The number of a sign that is not in the vocabulary. */
  public static final int UNKNOWN_SIGN = 2;

  /** The number of what stands before and after a text. */
  public static final int EDGE = 3;

  /** The least number of a token of the vocabulary. */
  public static final int FIRST_KNOWN = 4;

  /** What numbers are less than. */
  public static final int LIMIT = 1 << 15;

  /** The kind of what may be part of a word. */
  public static final byte SYLLABLE = 0;

  /** The kind of what separates words. */
  public static final byte SIGN = 1;

  /** The kind of a sign after which a sentence may begin, so that a capital means nothing. */
  public static final byte OPENING = 2;

  /** Yields the number of a token in any of its spellings. */
  public int number(Tokens tokens, int token) {
    if (tokens.shape(token) == Tokens.NUMBER) {
      return DIGITS;
    }
    int number = spellings.get(tokens.hash(token));
    if (number < 0 && tokens.mayBeRespelt(token)) {
      number = spellings.get(Tokens.hash(Tokens.canonical(tokens.lower(token))));
    }
    // An unknown token may be taken for any number, out of the range of those in use as well.
    if (number >= 0 && number < kinds.length) {
      return number;
    }
    return tokens.shape(token) == Tokens.SIGN ? UNKNOWN_SIGN : UNKNOWN;
  }

  /** Whether a token may be part of a word. */
  public boolean isSyllable(int number) {
    return kinds[number] == SYLLABLE;
  }

  void write(DataOutput out) throws IOException {
    spellings.write(out);
    out.writeInt(kinds.length);
    out.write(kinds);
    out.write(groups);
  }

  static Vocabulary read(ByteBuffer in) {
    StaticFunction spellings = StaticFunction.read(in);
    byte[] kinds = new byte[in.getInt()];
    byte[] groups = new byte[kinds.length];
    in.get(kinds).get(groups);
    return new Vocabulary(spellings, kinds, groups);
  }
}
