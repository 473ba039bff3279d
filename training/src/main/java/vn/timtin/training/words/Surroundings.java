package vn.timtin.training.words;

/** What stands at one side of each of some things: how varied it is, how often a sign. */
final class Surroundings {
  /** The dimensions of {@link #mean}: the first ones of the points say most. */
  static final int DIMENSIONS = 32;

  private final float[][] means;
  private final int[] varieties;
  private final int[] signs;
  private final int[] totals;
  private final double[] sums; // of count times log count

  Surroundings(int size) {
    means = new float[size][DIMENSIONS];
    varieties = new int[size];
    signs = new int[size];
    totals = new int[size];
    sums = new double[size];
  }

  /** Adds a neighbour with all its occurrences. */
  void add(int thing, int count, float[] point, boolean isSign) {
    for (int d = 0; d < DIMENSIONS; d++) {
      means[thing][d] += count * point[d];
    }
    varieties[thing]++;
    signs[thing] += isSign ? count : 0;
    totals[thing] += count;
    sums[thing] += count * StrictMath.log(count);
  }

  /** To be called once, when all neighbours are added. */
  void finish() {
    for (float[] mean : means) {
      Embeddings.normalize(mean);
    }
  }

  /** Yields the direction of the mean of the neighbours' points. */
  float[] mean(int thing) {
    return means[thing];
  }

  /** Yields how many different neighbours there are. */
  int variety(int thing) {
    return varieties[thing];
  }

  /** Yields how often the neighbour is a sign or the edge of the text. */
  int signs(int thing) {
    return signs[thing];
  }

  /** Yields the entropy of the neighbours in nats. */
  double entropy(int thing) {
    return totals[thing] == 0 ? 0 : StrictMath.log(totals[thing]) - sums[thing] / totals[thing];
  }
}
