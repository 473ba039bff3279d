package vn.timtin.search;

/** The order of hits. */
public enum SortOrder {
  /** The best match first. */
  RELEVANCE,
  /** The latest first; articles without a date last. */
  NEWEST,
  /** The earliest first; articles without a date last. */
  OLDEST,
  /**
   * By relevance times freshness: a score loses up to half of its value with age, half of that
   * within {@link SearchRequest#halfLife}.
   */
  FRESH
}
