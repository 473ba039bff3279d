package vn.timtin.training.syllables;

import java.util.Arrays;
import java.util.List;
import vn.timtin.language.StaticFunction;
import vn.timtin.language.SyllableModel;

/** Makes a small model of what is kept of a large one. */
final class Packing {
  /** A part of one that no back-off weight is below, since roundings add up. */
  private static final double LEAST_LEFT = 1e-6;

  private final KneserNey model;
  private final Pruning kept;

  Packing(KneserNey model, Pruning kept) {
    this.model = model;
    this.kept = kept;
  }

  /** Yields the model. */
  SyllableModel model(List<String> words, StaticFunction associations, int fingerprintBits) {
    byte[] probabilities = new byte[model.single.length];
    byte[] backoffs = new byte[model.single.length];
    double[] left = backoffsBehindOne();
    for (int s = 0; s < probabilities.length; s++) {
      probabilities[s] = (byte) steps(-StrictMath.log(model.single[s]), Byte.SIZE);
      backoffs[s] = (byte) backoffSteps(left[s], Byte.SIZE);
    }
    return new SyllableModel(
        words,
        probabilities,
        backoffs,
        pairs(fingerprintBits),
        triples(fingerprintBits),
        associations);
  }

  private StaticFunction pairs(int fingerprintBits) {
    double[] left = backoffsBehindTwo();
    long[] keys = new long[model.pairs.size()];
    int[] values = new int[keys.length];
    int size = 0;
    for (int p = 0; p < keys.length; p++) {
      if (kept.pairs()[p]) {
        keys[size] = model.pairs.keys()[p];
        values[size++] =
            backoffSteps(left[p], SyllableModel.BACKOFF_BITS) << SyllableModel.PAIR_BITS
                | steps(-StrictMath.log(model.pair[p]), SyllableModel.PAIR_BITS);
      }
    }
    return StaticFunction.of(
        Arrays.copyOf(keys, size),
        Arrays.copyOf(values, size),
        SyllableModel.PAIR_BITS + SyllableModel.BACKOFF_BITS,
        fingerprintBits);
  }

  private StaticFunction triples(int fingerprintBits) {
    long[] keys = new long[model.triples.size()];
    int[] values = new int[keys.length];
    int size = 0;
    for (int t = 0; t < keys.length; t++) {
      if (kept.triples()[t]) {
        keys[size] = model.triples.keys()[t];
        values[size++] = steps(-StrictMath.log(model.triple[t]), SyllableModel.TRIPLE_BITS);
      }
    }
    return StaticFunction.of(
        Arrays.copyOf(keys, size),
        Arrays.copyOf(values, size),
        SyllableModel.TRIPLE_BITS,
        fingerprintBits);
  }

  /** What the kept pairs leave to the rest, by what the rest has without context. */
  private double[] backoffsBehindOne() {
    double[] left = ones(model.single.length);
    double[] rest = ones(model.single.length);
    for (int p = 0; p < model.pairs.size(); p++) {
      if (kept.pairs()[p]) {
        left[model.pairs.first(p)] -= model.pair[p];
        rest[model.pairs.first(p)] -= model.single[model.pairs.last(p)];
      }
    }
    return quotients(left, rest);
  }

  private double[] backoffsBehindTwo() {
    double[] left = ones(model.pairs.size());
    double[] rest = ones(model.pairs.size());
    for (int t = 0; t < model.triples.size(); t++) {
      if (kept.triples()[t]) {
        left[model.firstPair[t]] -= model.triple[t];
        rest[model.firstPair[t]] -= model.pair[model.lastPair[t]];
      }
    }
    return quotients(left, rest);
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] quotients(double[] left, double[] rest) {
    for (int i = 0; i < left.length; i++) {
      left[i] = Math.max(LEAST_LEFT, left[i]) / Math.max(LEAST_LEFT, rest[i]);
    }
    return left;
  }

  private static int backoffSteps(double weight, int bits) {
    return steps(SyllableModel.MOST_BACKOFF - StrictMath.log(weight), bits);
  }

  private static int steps(double belowCertainty, int bits) {
    long steps = Math.round(belowCertainty / SyllableModel.STEP);
    return (int) Math.max(0, Math.min((1 << bits) - 1, steps));
  }
}
