package vn.timtin.understanding;

/**
 * What the words of a query are weighed by, and everything that stands beside them.
 *
 * @param typing how the query was typed
 * @param hasTypedDiacritics whether diacritics were typed: those that the model has restored must
 *     not decide as much
 * @param statistics of the index
 * @param weights what counts how much
 */
record Weighing(
    Typing typing, boolean hasTypedDiacritics, Frequencies statistics, RankingWeights weights) {
  /** Yields the same for words that go by their own diacritics alone. */
  Weighing byDiacritics() {
    return new Weighing(Typing.BY_DIACRITICS, hasTypedDiacritics, statistics, weights);
  }
}
