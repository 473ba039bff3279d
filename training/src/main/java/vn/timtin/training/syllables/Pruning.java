package vn.timtin.training.syllables;

import java.util.Arrays;

/**
 * Which pairs and triples a small model keeps: those without which the text that was learnt from
 * would be least probable, each judged for itself.
 *
 * <p>The measure, occurrences times the logarithm of what is gained over backing off, is that of
 * Seymore and Rosenfeld, "Scalable Backoff Language Models" (1996). Where a triple is kept, both
 * its pairs are.
 *
 * @param pairs of each pair whether it is kept
 * @param triples of each triple
 */
record Pruning(boolean[] pairs, boolean[] triples) {
  /** Keeps about so many, more pairs where triples need them. */
  static Pruning of(KneserNey model, int mostPairs, int mostTriples) {
    float[] ofPairs = new float[model.pairs.size()];
    for (int p = 0; p < ofPairs.length; p++) {
      double backedOff =
          model.singleBackoff[model.pairs.first(p)] * model.single[model.pairs.last(p)];
      ofPairs[p] = (float) (model.pairs.counts()[p] * StrictMath.log(model.pair[p] / backedOff));
    }
    float[] ofTriples = new float[model.triples.size()];
    for (int t = 0; t < ofTriples.length; t++) {
      double backedOff = model.pairBackoff[model.firstPair[t]] * model.pair[model.lastPair[t]];
      ofTriples[t] =
          (float) (model.triples.counts()[t] * StrictMath.log(model.triple[t] / backedOff));
    }
    boolean[] pairs = best(ofPairs, mostPairs);
    boolean[] triples = best(ofTriples, mostTriples);
    for (int t = 0; t < triples.length; t++) {
      pairs[model.firstPair[t]] |= triples[t];
      pairs[model.lastPair[t]] |= triples[t];
    }
    return new Pruning(pairs, triples);
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
