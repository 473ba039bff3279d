package vn.timtin.training.syllables;

import java.util.Arrays;

/**
 * Which bigrams and trigrams a small model keeps: those without which the text that was learnt from
 * would be least probable, each judged for itself.
 *
 * <p>The measure, occurrences times the logarithm of what is gained over backing off, is that of
 * Seymore and Rosenfeld, "Scalable Backoff Language Models" (1996). Where a trigram is kept, both
 * its bigrams are.
 *
 * @param bigrams of each bigram whether it is kept
 * @param trigrams of each trigram
 */
record Pruning(boolean[] bigrams, boolean[] trigrams) {
  /** Keeps about so many, more bigrams where trigrams need them. */
  static Pruning of(KneserNey model, int maxBigrams, int maxTrigrams) {
    float[] ofBigrams = new float[model.bigrams.size()];
    for (int p = 0; p < ofBigrams.length; p++) {
      double backedOff =
          model.singleBackoff[model.bigrams.first(p)] * model.single[model.bigrams.last(p)];
      ofBigrams[p] =
          (float) (model.bigrams.counts()[p] * StrictMath.log(model.bigram[p] / backedOff));
    }
    float[] ofTrigrams = new float[model.trigrams.size()];
    for (int t = 0; t < ofTrigrams.length; t++) {
      double backedOff =
          model.bigramBackoff[model.firstBigram[t]] * model.bigram[model.lastBigram[t]];
      ofTrigrams[t] =
          (float) (model.trigrams.counts()[t] * StrictMath.log(model.trigram[t] / backedOff));
    }
    boolean[] bigrams = best(ofBigrams, maxBigrams);
    boolean[] trigrams = best(ofTrigrams, maxTrigrams);
    for (int t = 0; t < trigrams.length; t++) {
      bigrams[model.firstBigram[t]] |= trigrams[t];
      bigrams[model.lastBigram[t]] |= trigrams[t];
    }
    return new Pruning(bigrams, trigrams);
  }

  private static boolean[] best(float[] scores, int most) {
    float least = 0;
    if (scores.length > most) {
      float[] sorted = scores.clone();
      Arrays.parallelSort(sorted);
      least = Math.max(0, sorted[sorted.length - most]);
    }
    boolean[] kept = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      kept[i] = scores[i] > least;
    }
    return kept;
  }
}
