package vn.timtin.training.syllables;

import java.util.Arrays;
import java.util.List;
import vn.timtin.language.StaticFunction;
import vn.timtin.language.SyllableModel;

/** Makes a small model of what is kept of a large one. */
final class Packing {
  /** A part of one that no back-off weight is below, since roundings add up. */
  private static final double MIN_LEFT = 1e-6;

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
        bigrams(fingerprintBits),
        trigrams(fingerprintBits),
        associations);
  }

  private StaticFunction bigrams(int fingerprintBits) {
    double[] left = backoffsBehindTwo();
    long[] keys = new long[model.bigrams.size()];
    int[] values = new int[keys.length];
    int size = 0;
    for (int p = 0; p < keys.length; p++) {
      if (kept.bigrams()[p]) {
        keys[size] = model.bigrams.keys()[p];
        values[size++] =
            backoffSteps(left[p], SyllableModel.BACKOFF_BITS) << SyllableModel.BIGRAM_BITS
                | steps(-StrictMath.log(model.bigram[p]), SyllableModel.BIGRAM_BITS);
      }
    }
    return StaticFunction.of(
        Arrays.copyOf(keys, size),
        Arrays.copyOf(values, size),
        SyllableModel.BIGRAM_BITS + SyllableModel.BACKOFF_BITS,
        fingerprintBits);
  }

  private StaticFunction trigrams(int fingerprintBits) {
    long[] keys = new long[model.trigrams.size()];
    int[] values = new int[keys.length];
    int size = 0;
    for (int t = 0; t < keys.length; t++) {
      if (kept.trigrams()[t]) {
        keys[size] = model.trigrams.keys()[t];
        values[size++] = steps(-StrictMath.log(model.trigram[t]), SyllableModel.TRIGRAM_BITS);
      }
    }
    return StaticFunction.of(
        Arrays.copyOf(keys, size),
        Arrays.copyOf(values, size),
        SyllableModel.TRIGRAM_BITS,
        fingerprintBits);
  }

  /** What the kept bigrams leave to the rest, by what the rest has without context. */
  private double[] backoffsBehindOne() {
    double[] left = ones(model.single.length);
    double[] rest = ones(model.single.length);
    for (int p = 0; p < model.bigrams.size(); p++) {
      if (kept.bigrams()[p]) {
        left[model.bigrams.first(p)] -= model.bigram[p];
        rest[model.bigrams.first(p)] -= model.single[model.bigrams.last(p)];
      }
    }
    return quotients(left, rest);
  }

  private double[] backoffsBehindTwo() {
    double[] left = ones(model.bigrams.size());
    double[] rest = ones(model.bigrams.size());
    for (int t = 0; t < model.trigrams.size(); t++) {
      if (kept.trigrams()[t]) {
        left[model.firstBigram[t]] -= model.trigram[t];
        rest[model.firstBigram[t]] -= model.bigram[model.lastBigram[t]];
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
      left[i] = Math.max(MIN_LEFT, left[i]) / Math.max(MIN_LEFT, rest[i]);
    }
    return left;
  }

  private static int backoffSteps(double weight, int bits) {
    return steps(SyllableModel.MAX_BACKOFF - StrictMath.log(weight), bits);
  }

  private static int steps(double belowCertainty, int bits) {
    long steps = Math.round(belowCertainty / SyllableModel.STEP);
    return (int) Math.max(0, Math.min((1 << bits) - 1, steps));
  }
}
