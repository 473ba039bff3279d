package vn.timtin.server.input;

/** What an input holds. */
public enum InputFormat {
  /** Told by the name, else by the first characters. */
  AUTO,
  /** An article a line, as JSON. */
  JSONL,
  /** A news page that was scraped as text. */
  TEXT
}
