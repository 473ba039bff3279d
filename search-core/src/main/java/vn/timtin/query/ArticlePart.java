package vn.timtin.query;

/** A part of an article that a search can be restricted to. */
public enum ArticlePart {
  /** The headline. */
  TITLE,
  /** The lead. */
  SUMMARY,
  /** The text; captions and tags belong to no part, and are found where all are searched. */
  BODY
}
