package vn.timtin.correction;

/**
 * How many articles have a word: what an index knows of its own language. Called by one thread at a
 * time for each text.
 */
public interface WordCounts {
  /** Knows nothing. */
  WordCounts NONE = word -> 0;

  /**
   * Yields the number of articles that have the word.
   *
   * @param word in lower case, in NFC
   */
  int articlesWith(String word);
}
