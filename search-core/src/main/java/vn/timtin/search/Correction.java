package vn.timtin.search;

/** What a search may make of a query that was mistyped. */
public enum Correction {
  /** What was probably meant is asked for beside what was typed. */
  AUTO,
  /** What was probably meant is named, and the query is taken as it was typed. */
  SUGGEST,
  /** The query is taken as it was typed. */
  OFF
}
