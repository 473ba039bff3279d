package vn.timtin.training.syllables;

import java.util.Arrays;
import vn.timtin.language.SyllableModel;

/**
 * Probabilities of syllables after one and two others by interpolated modified Kneser-Ney
 * smoothing, before anything is left out.
 *
 * <p>After Chen and Goodman, "An Empirical Study of Smoothing Techniques for Language Modeling"
 * (1998): three discounts for each order; a bigram counts as often as there are different syllables
 * before it. No trigram goes across a break, after which a bigram counts as often as it occurs.
 */
final class KneserNey {
  private static final int BREAK = SyllableModel.BREAK;
  private static final long BIGRAM = (1L << 2 * SyllableModel.ID_BITS) - 1;

  /** The trigrams and how often they occur. */
  final NGrams trigrams;

  /** The bigrams and how often they occur. */
  final NGrams bigrams;

  /** Of each trigram the index of its first two, and of its last two. */
  final int[] firstBigram;

  final int[] lastBigram;

  /** The probability of each syllable, and of the last one of each bigram and trigram. */
  final double[] single;

  final double[] bigram;
  final double[] trigram;

  /** The weight of what follows a syllable in no bigram, and a bigram in no trigram. */
  final double[] singleBackoff;

  final double[] bigramBackoff;

  KneserNey(int vocabulary, int[] sequence) {
    long[] keys = new long[sequence.length];
    int size = 0;
    for (int i = 2; i < sequence.length; i++) {
      if (sequence[i - 1] != BREAK) {
        keys[size++] = SyllableModel.trigramKey(sequence[i - 2], sequence[i - 1], sequence[i]);
      }
    }
    trigrams = NGrams.of(keys, size);
    size = 0;
    for (int i = 1; i < sequence.length; i++) {
      keys[size++] = SyllableModel.bigramKey(sequence[i - 1], sequence[i]);
    }
    bigrams = NGrams.of(keys, size);
    firstBigram = new int[trigrams.size()];
    lastBigram = new int[trigrams.size()];
    single = new double[vocabulary];
    singleBackoff = new double[vocabulary];
    bigram = new double[bigrams.size()];
    bigramBackoff = new double[bigrams.size()];
    trigram = new double[trigrams.size()];

    int[] continuations = continuations();
    smoothSingles();
    smoothBigrams(continuations);
    smoothTrigrams();
  }

  private int[] continuations() {
    int[] before = new int[bigrams.size()];
    int first = 0;
    for (int t = 0; t < trigrams.size(); t++) {
      long key = trigrams.keys()[t];
      while (bigrams.keys()[first] < key >>> SyllableModel.ID_BITS) {
        first++;
      }
      firstBigram[t] = first;
      lastBigram[t] = bigrams.find(key & BIGRAM);
      before[lastBigram[t]]++;
    }
    for (int p = 0; p < before.length; p++) {
      if (bigrams.first(p) == BREAK) {
        before[p] = bigrams.counts()[p];
      }
    }
    return before;
  }

  private void smoothSingles() {
    int[] counts = new int[single.length];
    for (int p = 0; p < bigrams.size(); p++) {
      counts[bigrams.last(p)]++;
    }
    double[] discounts = discounts(counts);
    double total = bigrams.size();
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

  private void smoothBigrams(int[] counts) {
    Arrays.fill(singleBackoff, 1);
    double[] discounts = discounts(counts);
    for (int start = 0, end; start < bigram.length; start = end) {
      double total = 0;
      double left = 0;
      for (end = start; end < bigram.length && bigrams.first(end) == bigrams.first(start); end++) {
        total += counts[end];
        left += discount(discounts, counts[end]);
      }
      double backoff = total == 0 ? 1 : left / total;
      singleBackoff[bigrams.first(start)] = backoff;
      for (int p = start; p < end; p++) {
        double own = total == 0 ? 0 : (counts[p] - discount(discounts, counts[p])) / total;
        bigram[p] = own + backoff * single[bigrams.last(p)];
      }
    }
  }

  private void smoothTrigrams() {
    Arrays.fill(bigramBackoff, 1);
    int[] counts = trigrams.counts();
    double[] discounts = discounts(counts);
    for (int start = 0, end; start < trigram.length; start = end) {
      double total = 0;
      double left = 0;
      for (end = start; end < trigram.length && firstBigram[end] == firstBigram[start]; end++) {
        total += counts[end];
        left += discount(discounts, counts[end]);
      }
      double backoff = left / total;
      bigramBackoff[firstBigram[start]] = backoff;
      for (int t = start; t < end; t++) {
        trigram[t] =
            (counts[t] - discount(discounts, counts[t])) / total + backoff * bigram[lastBigram[t]];
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
