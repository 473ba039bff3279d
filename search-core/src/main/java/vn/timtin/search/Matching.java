package vn.timtin.search;

/** Which articles a search finds, by how much they have of its words. */
public enum Matching {
  /** Those that have all words, if enough have; else those that have most of what they say. */
  AUTO,
  /** Those that have all words. */
  ALL,
  /** Those that have most of what the words say. */
  MOST,
  /** Those that have any of the words. */
  ANY
}
