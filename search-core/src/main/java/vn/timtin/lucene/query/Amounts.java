package vn.timtin.lucene.query;

import vn.timtin.understanding.QueryPlan;

/**
 * How much of a query a document has, as one number: that of syllables, that of bigrams and that of
 * words beside one another. So sums of them are sums of numbers, and two of them are compared
 * without branches: each has a bit in front that is lost where it is less.
 */
final class Amounts {
  static final int KINDS = 3;

  private static final int BITS = 20;
  private static final int WIDTH = BITS + 1;
  private static final long MASK = (1L << BITS) - 1;

  /** The bits in front. */
  private static final long FRONT = 1L << BITS | 1L << BITS + WIDTH | 1L << BITS + 2 * WIDTH;

  private Amounts() {}

  static long of(QueryPlan.Amounts amounts) {
    return of(amounts.syllables(), amounts.bigrams(), amounts.words());
  }

  /**
   * @throws IllegalArgumentException if an amount is less than 0 or more than a million
   */
  static long of(int... amounts) {
    long all = 0;
    for (int kind = 0; kind < amounts.length; kind++) {
      if (amounts[kind] < 0 || amounts[kind] > MASK) {
        throw new IllegalArgumentException("no amount: " + amounts[kind]);
      }
      all |= (long) amounts[kind] << kind * WIDTH;
    }
    return all;
  }

  static int of(long amounts, int kind) {
    return (int) (amounts >>> kind * WIDTH & MASK);
  }

  /** Whether these are at least as much, of each kind. */
  static boolean has(long amounts, long min) {
    return ((amounts | FRONT) - min & FRONT) == FRONT;
  }
}
