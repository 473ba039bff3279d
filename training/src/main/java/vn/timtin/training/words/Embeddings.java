package vn.timtin.training.words;

import java.util.Arrays;
import java.util.Random;

/**
 * A point for each token, such that tokens with the same neighbours are close together.
 *
 * <p>The positive pointwise mutual information with the most frequent tokens, to the left and to
 * the right apart, brought down to few dimensions by orthogonal iteration. After Levy, Goldberg and
 * Dagan, "Improving distributional similarity with lessons learned from word embeddings", 2015;
 * Halko, Martinsson and Tropp, "Finding structure with randomness", 2011.
 */
final class Embeddings {
  static final int DIMENSIONS = 64;
  private static final int CONTEXTS = 3_000;
  private static final int ITERATIONS = 8;

  private final Bigrams bigrams;
  private final int contexts;
  private final float[][] points;

  Embeddings(Bigrams bigrams) {
    this.bigrams = bigrams;
    contexts = Math.min(CONTEXTS, bigrams.size());
    var random = new Random(1);
    float[][] axes = new float[2 * contexts][DIMENSIONS];
    for (float[] axis : axes) {
      for (int d = 0; d < DIMENSIONS; d++) {
        axis[d] = (float) random.nextGaussian();
      }
    }
    points = new float[bigrams.size()][DIMENSIONS];
    float[] information = information();
    for (int i = 0; i < ITERATIONS; i++) {
      orthonormalize(axes);
      multiply(information, points, axes, true);
      if (i < ITERATIONS - 1) {
        multiply(information, points, axes, false);
      }
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      double square = 0;
      for (float[] point : points) {
        square += point[d] * point[d];
      }
      // The square root of the singular value: the first axes would outweigh all others.
      float scale = (float) Math.sqrt(Math.sqrt(square));
      for (float[] point : points) {
        point[d] /= Math.max(scale, Float.MIN_NORMAL);
      }
    }
    for (float[] point : points) {
      normalize(point);
    }
  }

  /** Yields the point of each token, of length 1 or 0. */
  float[][] points() {
    return points;
  }

  static void normalize(float[] point) {
    double length = Math.sqrt(dot(point, point));
    for (int d = 0; length > 0 && d < point.length; d++) {
      point[d] /= (float) length;
    }
  }

  static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  /** Groups the tokens around centres, first the most frequent tokens: k-means (Lloyd, 1982). */
  int[] clusters(int from, int count, int iterations) {
    float[][] centres = new float[count][];
    for (int c = 0; c < count; c++) {
      centres[c] = points[Math.min(from + c, points.length - 1)].clone();
    }
    int[] clusters = new int[points.length];
    for (int n = 0; n < iterations; n++) {
      float[][] sums = new float[count][DIMENSIONS];
      for (int p = 0; p < points.length; p++) {
        int best = 0;
        float closest = -2;
        for (int c = 0; c < count; c++) {
          float cosine = dot(points[p], centres[c]);
          if (cosine > closest) {
            closest = cosine;
            best = c;
          }
        }
        clusters[p] = best;
        float weight = (float) Math.sqrt(Math.sqrt(bigrams.totals()[p]));
        for (int d = 0; d < DIMENSIONS; d++) {
          sums[best][d] += weight * points[p][d];
        }
      }
      for (int c = 0; c < count; c++) {
        if (dot(sums[c], sums[c]) > 0) {
          normalize(sums[c]);
          centres[c] = sums[c];
        }
      }
    }
    return clusters;
  }

  private float[] information() {
    double all = 0;
    double smoothed = 0;
    for (int total : bigrams.totals()) {
      all += total;
      smoothed += StrictMath.pow(total, 0.75);
    }
    double[] log = new double[bigrams.size()];
    double[] context = new double[bigrams.size()];
    for (int a = 0; a < log.length; a++) {
      log[a] = StrictMath.log(bigrams.totals()[a] / all);
      context[a] = StrictMath.log(StrictMath.pow(bigrams.totals()[a], 0.75) / smoothed);
    }
    // Two values a pair: of the second token as a context of the first, and the reverse.
    float[] information = new float[2 * bigrams.counts().length];
    for (int a = 0; a < log.length; a++) {
      for (int i = bigrams.starts()[a]; i < bigrams.starts()[a + 1]; i++) {
        double together = StrictMath.log(bigrams.counts()[i] / all);
        int b = bigrams.seconds()[i];
        information[2 * i] = (float) Math.max(0, together - log[a] - context[b]);
        information[2 * i + 1] = (float) Math.max(0, together - log[b] - context[a]);
      }
    }
    return information;
  }

  private void multiply(float[] information, float[][] rows, float[][] axes, boolean toRows) {
    for (float[] target : toRows ? rows : axes) {
      Arrays.fill(target, 0);
    }
    for (int a = 0; a < bigrams.size(); a++) {
      for (int i = bigrams.starts()[a]; i < bigrams.starts()[a + 1]; i++) {
        int b = bigrams.seconds()[i];
        if (b < contexts) {
          add(information[2 * i], rows[a], axes[contexts + b], toRows);
        }
        if (a < contexts) {
          add(information[2 * i + 1], rows[b], axes[a], toRows);
        }
      }
    }
  }

  private static void add(float weight, float[] row, float[] axis, boolean toRow) {
    float[] from = toRow ? axis : row;
    float[] to = toRow ? row : axis;
    for (int d = 0; weight > 0 && d < DIMENSIONS; d++) {
      to[d] += weight * from[d];
    }
  }

  /** Makes the columns orthogonal and of length 1: Gram and Schmidt, modified. */
  private static void orthonormalize(float[][] rows) {
    for (int d = 0; d < DIMENSIONS; d++) {
      for (int other = 0; other <= d; other++) {
        double dot = 0;
        for (float[] row : rows) {
          dot += row[d] * row[other];
        }
        for (float[] row : rows) {
          row[d] =
              other == d
                  ? (float) (row[d] / Math.max(Math.sqrt(dot), Float.MIN_NORMAL))
                  : row[d] - (float) dot * row[other];
        }
      }
    }
  }
}
