package vn.timtin.evaluation;

import java.util.List;
import java.util.Set;

/**
 * How well a ranked list answers a query whose right answers are known.
 *
 * <p>Binary gains; nDCG after Järvelin and Kekäläinen, Cumulated Gain-Based Evaluation of IR
 * Techniques, 2002.
 */
public final class Measures {
  private Measures() {}

  /** One over the rank of the first right answer among the first {@code k}, else 0. */
  public static double reciprocalRank(List<String> ranked, Set<String> relevant, int k) {
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      if (relevant.contains(ranked.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** The share of the right answers that are among the first {@code k}. */
  public static double recall(List<String> ranked, Set<String> relevant, int k) {
    long found = ranked.stream().limit(k).filter(relevant::contains).count();
    return (double) found / relevant.size();
  }

  /** The discounted gain of the first {@code k} over the best that could be. */
  public static double ndcg(List<String> ranked, Set<String> relevant, int k) {
    double gain = 0;
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      if (relevant.contains(ranked.get(i))) {
        gain += discount(i);
      }
    }
    double best = 0;
    for (int i = 0; i < Math.min(k, relevant.size()); i++) {
      best += discount(i);
    }
    return gain / best;
  }

  private static double discount(int index) {
    return Math.log(2) / Math.log(index + 2);
  }
}
