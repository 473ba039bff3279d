package vn.timtin.search;

/** What a search may make of a query that was mistyped. */
public enum Correction {
  /** What was probably meant is asked for beside what was typed. */
  AUTO,
  /** The query is taken as it was typed. */
  OFF
}
