package vn.timtin.understanding;

/** The part of an article whose terms an index keeps together. */
public enum Zone {
  /** Title, summary, captions, tags and body, in this order. */
  TEXT,
  /** The title alone. */
  TITLE
}
