package vn.timtin.understanding;

import java.io.IOException;
import java.util.List;

/**
 * What is known of an index to understand a query: how many articles have a term. Many are asked
 * for at once, since an engine on other machines cannot be asked for one at a time.
 */
public interface TermStatistics {
  /** Yields how many documents the index has. */
  int documents();

  /**
   * Yields the inverse document frequency of a term, as BM25 has it.
   *
   * @param frequency how many of the documents have the term
   */
  static double idf(double frequency, double documents) {
    return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  }

  /** Yields how many documents have each of the terms, in their order. */
  int[] frequencies(List<IndexTerm> terms) throws IOException;
}
