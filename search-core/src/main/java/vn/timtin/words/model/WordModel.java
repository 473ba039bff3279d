package vn.timtin.words.model;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import vn.timtin.language.StaticFunction;

/**
 * What the segmenter has learnt. Immutable.
 *
 * @param vocabulary what is known about each token
 * @param bigrams what is known about two neighbours, by {@link #key}: see {@link #value}
 * @param weights how much each feature of a {@link Stretch} speaks for a word, in steps of {@link
 *     #STEP}
 */
public record WordModel(Vocabulary vocabulary, StaticFunction bigrams, byte[] weights) {
  /** The weight that is stored as 1. */
  public static final float STEP = 1f / 24;

  /** Scores of bigrams are less than this; 0 is that of a bigram which is not known. */
  public static final int SCORES = 32;

  /** The bits of what is stored for a bigram. */
  public static final int VALUE_BITS = 8;

  /** Yields the key of a bigram. */
  public static long key(int first, int second) {
    return (long) first * Vocabulary.LIMIT + second;
  }

  /**
   * Yields what is stored for a bigram.
   *
   * @param score how likely the bigram is within a word, by what the raw text tells
   * @param familiarity how it fared in the sentences segmented by hand, in [0, 8); 0 if it never
   *     occurred
   */
  public static int value(int score, int familiarity) {
    return familiarity * SCORES + score;
  }

  /** Writes the model, as {@link #read} reads it. */
  public void write(DataOutput out) throws IOException {
    vocabulary.write(out);
    bigrams.write(out);
    out.write(weights);
  }

  /** Reads what {@link #write} has written. */
  public static WordModel read(ByteBuffer in) {
    Vocabulary vocabulary = Vocabulary.read(in);
    StaticFunction bigrams = StaticFunction.read(in);
    byte[] weights = new byte[Stretch.FEATURES];
    in.get(weights);
    return new WordModel(vocabulary, bigrams, weights);
  }
}
