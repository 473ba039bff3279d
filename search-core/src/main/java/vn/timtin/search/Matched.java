package vn.timtin.search;

/** How much of the words of a query the articles have that were found. */
public enum Matched {
  /** All of them. */
  ALL,
  /** Most of what they say; {@link Hit#missing} tells what a hit lacks. */
  MOST,
  /** Some of them. */
  SOME
}
