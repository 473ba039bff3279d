package vn.timtin.training.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.timtin.words.model.Decoder;
import vn.timtin.words.model.Stretch;
import vn.timtin.words.model.WordModel;

/**
 * Learns weights of features from sentences: a conditional random field over the boundaries
 * (Lafferty, McCallum and Pereira, 2001), with rates of learning that adapt to each weight
 * (AdaGrad: Duchi, Hazan and Singer, 2011).
 */
final class BoundaryTraining {
  private static final double RATE = 0.05;
  private static final double DECAY = 0.01;
  private static final int EPOCHS = 14;

  /** By how much the right path must be better: softmax-margin (Gimpel and Smith, 2010). */
  private static final double MARGIN = 0.2;

  /** A small start of the sums of squares, so that the first steps are not too long. */
  private static final double FIRST_SQUARE = 0.01;

  private static final double NEGLIGIBLE = 1e-4;

  /** The logarithm of zero. */
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final float[] weights = new float[Stretch.FEATURES];
  private final float[] squares = new float[Stretch.FEATURES];
  private final int[] features = new int[Stretch.MAX];

  /**
   * A sentence.
   *
   * @param stretch what is known of it
   * @param joins whether a word goes across the boundary before each token, where it can
   * @param allJoins the same, at signs as well
   */
  record Example(Stretch stretch, boolean[] joins, boolean[] allJoins) {}

  private BoundaryTraining() {}

  /** Yields the weights, in steps of {@link WordModel#STEP}. */
  static byte[] train(List<Example> examples) {
    var training = new BoundaryTraining();
    List<Example> order = new ArrayList<>(examples);
    var random = new Random(7);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        training.learn(example, RATE * (1 - 0.9 * epoch / EPOCHS));
      }
    }
    return training.quantized();
  }

  /** Goes forward and backward over the boundaries, with the states of {@link Decoder}. */
  private void learn(Example example, double rate) {
    Stretch stretch = example.stretch;
    int size = stretch.size();
    double[] alone = new double[size + 1]; // scores of boundaries
    double[] further = new double[size + 1];
    double[] fourth = new double[size + 1];
    double[] splits = new double[size + 1]; // log sums of the paths up to here
    double[] shorts = new double[size + 1];
    double[] longs = new double[size + 1];
    shorts[0] = NEVER;
    longs[0] = NEVER;
    for (int i = 1; i <= size; i++) {
      alone[i] = NEVER;
      if (i < size && stretch.isJoinable(i)) {
        alone[i] = sum(stretch.features(i, features)) + (example.joins[i] ? -MARGIN : MARGIN);
        further[i] = alone[i] + sum(stretch.furtherFeatures(i, features));
        fourth[i] = further[i] - stretch.longPenalty(i);
      } else {
        further[i] = NEVER;
        fourth[i] = NEVER;
      }
      splits[i] = add(splits[i - 1], add(shorts[i - 1], longs[i - 1]));
      shorts[i] = splits[i - 1] + alone[i];
      longs[i] = add(shorts[i - 1] + further[i], longs[i - 1] + fourth[i]);
    }
    double afterSplit = 0; // log sums of the paths from here on
    double afterShort = NEVER;
    double afterLong = NEVER;
    double all = splits[size];
    for (int i = size; i > 0; i--) {
      if (alone[i] > NEVER) {
        double isShort = StrictMath.exp(shorts[i] + afterShort - all);
        double isLong = StrictMath.exp(longs[i] + afterLong - all);
        boolean join = example.joins[i];
        boolean third = join && example.joins[i - 1];
        change(stretch.features(i, features), isShort + isLong - (join ? 1 : 0), rate);
        change(stretch.furtherFeatures(i, features), isLong - (third ? 1 : 0), rate);
      }
      double beforeSplit = add(afterSplit, alone[i] + afterShort);
      double beforeShort = add(afterSplit, further[i] + afterLong);
      afterLong = add(afterSplit, fourth[i] + afterLong);
      afterShort = beforeShort;
      afterSplit = beforeSplit;
    }
  }

  private double sum(int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[features[i]];
    }
    return sum;
  }

  private void change(int count, double error, double rate) {
    if (Math.abs(error) < NEGLIGIBLE) {
      return;
    }
    for (int i = 0; i < count; i++) {
      int f = features[i];
      double gradient = error + DECAY * weights[f];
      squares[f] += (float) (gradient * gradient);
      weights[f] -= (float) (rate * gradient / Math.sqrt(squares[f] + FIRST_SQUARE));
    }
  }

  private byte[] quantized() {
    byte[] steps = new byte[weights.length];
    for (int i = 0; i < steps.length; i++) {
      int step = Math.round(weights[i] / WordModel.STEP);
      steps[i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, step));
    }
    return steps;
  }

  private static double add(double a, double b) {
    double larger = Math.max(a, b);
    return larger == NEVER
        ? larger
        : larger + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - larger));
  }
}
