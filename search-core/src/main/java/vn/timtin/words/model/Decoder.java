package vn.timtin.words.model;

/**
 * Finds the best words of a stretch: Viterbi's algorithm over the boundaries. Its states say how
 * many tokens the word that goes across a boundary has so far: none goes, two, more. To be used by
 * one thread at a time.
 */
public final class Decoder {
  private static final byte SPLIT = 0;
  private static final byte SHORT = 1;
  private static final byte LONG = 2;
  private static final int IMPOSSIBLE = -1 << 24;

  private final byte[] weights;
  private final int[] features = new int[Stretch.MAX];
  private boolean[] joins = new boolean[0];
  private byte[] beforeSplit = new byte[0]; // the best state of the boundary before, if this is it
  private byte[] beforeLong = new byte[0];

  /** Decides by weights of features. */
  public Decoder(byte[] weights) {
    this.weights = weights;
  }

  /** Yields whether a word goes across the boundary before each token, in an array to be reused. */
  public boolean[] decode(Stretch stretch) {
    int size = stretch.size();
    if (joins.length < size) {
      joins = new boolean[size];
      beforeSplit = new byte[size];
      beforeLong = new byte[size];
    }
    int splitSum = 0; // of the best path up to here that ends in this state
    int shortSum = IMPOSSIBLE;
    int longSum = IMPOSSIBLE;
    for (int i = 1; i < size; i++) {
      byte best = best(splitSum, shortSum, longSum);
      beforeSplit[i] = best;
      int sum = best == SPLIT ? splitSum : best == SHORT ? shortSum : longSum;
      if (stretch.isJoinable(i)) {
        int alone = sum(stretch.features(i, features));
        int further = alone + sum(stretch.furtherFeatures(i, features));
        int third = shortSum + further;
        int fourth = longSum + further - Math.round(stretch.longPenalty(i) / WordModel.STEP);
        beforeLong[i] = fourth > third ? LONG : SHORT;
        longSum = Math.max(third, fourth);
        shortSum = splitSum + alone;
      } else {
        shortSum = IMPOSSIBLE;
        longSum = IMPOSSIBLE;
      }
      splitSum = sum;
    }
    byte state = best(splitSum, shortSum, longSum);
    for (int i = size - 1; i > 0; i--) {
      joins[i] = state != SPLIT;
      state = state == SPLIT ? beforeSplit[i] : state == SHORT ? SPLIT : beforeLong[i];
    }
    if (size > 0) {
      joins[0] = false;
    }
    return joins;
  }

  private static byte best(int splitSum, int shortSum, int longSum) {
    if (splitSum >= shortSum && splitSum >= longSum) {
      return SPLIT;
    }
    return shortSum >= longSum ? SHORT : LONG;
  }

  private int sum(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[features[i]];
    }
    return sum;
  }
}
