package vn.timtin.training.syllables;

import java.util.Arrays;
import vn.timtin.language.SyllableModel;

/**
 * Probabilities of syllables behind one and two others by interpolated modified Kneser-Ney
 * smoothing, before anything is left out.
 *
 * <p>After Chen and Goodman, "An Empirical Study of Smoothing Techniques for Language Modeling"
 * (1998): three discounts for each order; a pair counts as often as there are different syllables
 * before it. No triple goes across a break, behind which a pair counts as often as it occurs.
 */
final class KneserNey {
  private static final int BREAK = SyllableModel.BREAK;
  private static final long PAIR = (1L << 2 * SyllableModel.ID_BITS) - 1;

  /** The triples and how often they occur. */
  final NGrams triples;

  /** The pairs and how often they occur. */
  final NGrams pairs;

  /** Of each triple the index of its first two, and of its last two. */
  final int[] firstPair;

  final int[] lastPair;

  /** The probability of each syllable, and of the last one of each pair and triple. */
  final double[] single;

  final double[] pair;
  final double[] triple;

  /** The weight of what follows a syllable in no pair, and a pair in no triple. */
  final double[] singleBackoff;

  final double[] pairBackoff;

  KneserNey(int vocabulary, int[] sequence) {
    long[] keys = new long[sequence.length];
    int size = 0;
    for (int i = 2; i < sequence.length; i++) {
      if (sequence[i - 1] != BREAK) {
        keys[size++] = SyllableModel.tripleKey(sequence[i - 2], sequence[i - 1], sequence[i]);
      }
    }
    triples = NGrams.of(keys, size);
    size = 0;
    for (int i = 1; i < sequence.length; i++) {
      keys[size++] = SyllableModel.pairKey(sequence[i - 1], sequence[i]);
    }
    pairs = NGrams.of(keys, size);
    firstPair = new int[triples.size()];
    lastPair = new int[triples.size()];
    single = new double[vocabulary];
    singleBackoff = new double[vocabulary];
    pair = new double[pairs.size()];
    pairBackoff = new double[pairs.size()];
    triple = new double[triples.size()];

    int[] continuations = continuations();
    smoothSingles();
    smoothPairs(continuations);
    smoothTriples();
  }

  private int[] continuations() {
    int[] before = new int[pairs.size()];
    int first = 0;
    for (int t = 0; t < triples.size(); t++) {
      long key = triples.keys()[t];
      while (pairs.keys()[first] < key >>> SyllableModel.ID_BITS) {
        first++;
      }
      firstPair[t] = first;
      lastPair[t] = pairs.find(key & PAIR);
      before[lastPair[t]]++;
    }
    for (int p = 0; p < before.length; p++) {
      if (pairs.first(p) == BREAK) {
        before[p] = pairs.counts()[p];
      }
    }
    return before;
  }

  private void smoothSingles() {
    int[] counts = new int[single.length];
    for (int p = 0; p < pairs.size(); p++) {
      counts[pairs.last(p)]++;
    }
    double[] discounts = discounts(counts);
    double total = pairs.size();
    double left = 0;
    for (int s = 0; s < counts.length; s++) {
      double discount = discount(discounts, counts[s]);
      single[s] = (counts[s] - discount) / total;
      left += discount / total;
    }
    for (int s = 0; s < counts.length; s++) {
      single[s] += left / counts.length;
    }
  }

  private void smoothPairs(int[] counts) {
    Arrays.fill(singleBackoff, 1);
    double[] discounts = discounts(counts);
    for (int start = 0, end; start < pair.length; start = end) {
      double total = 0;
      double left = 0;
      for (end = start; end < pair.length && pairs.first(end) == pairs.first(start); end++) {
        total += counts[end];
        left += discount(discounts, counts[end]);
      }
      double backoff = total == 0 ? 1 : left / total;
      singleBackoff[pairs.first(start)] = backoff;
      for (int p = start; p < end; p++) {
        double own = total == 0 ? 0 : (counts[p] - discount(discounts, counts[p])) / total;
        pair[p] = own + backoff * single[pairs.last(p)];
      }
    }
  }

  private void smoothTriples() {
    Arrays.fill(pairBackoff, 1);
    int[] counts = triples.counts();
    double[] discounts = discounts(counts);
    for (int start = 0, end; start < triple.length; start = end) {
      double total = 0;
      double left = 0;
      for (end = start; end < triple.length && firstPair[end] == firstPair[start]; end++) {
        total += counts[end];
        left += discount(discounts, counts[end]);
      }
      double backoff = left / total;
      pairBackoff[firstPair[start]] = backoff;
      for (int t = start; t < end; t++) {
        triple[t] =
            (counts[t] - discount(discounts, counts[t])) / total + backoff * pair[lastPair[t]];
      }
    }
  }

  /** Of counts of one, of two, and of three and more; of none, nothing. */
  private static double[] discounts(int[] counts) {
    double[] having = new double[5];
    for (int count : counts) {
      if (count < having.length) {
        having[count]++;
      }
    }
    double y = having[1] / (having[1] + 2 * having[2]);
    double[] discounts = new double[4];
    for (int count = 1; count < discounts.length; count++) {
      double discount = count - (count + 1) * y * having[count + 1] / having[count];
      // Too little text may not tell: then half of one.
      discounts[count] = discount > 0 && discount < count ? discount : 0.5;
    }
    return discounts;
  }

  private static double discount(double[] discounts, int count) {
    return discounts[Math.min(count, discounts.length - 1)];
  }
}
