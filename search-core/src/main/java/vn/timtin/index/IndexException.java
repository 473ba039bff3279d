package vn.timtin.index;

import java.io.IOException;

/** An index cannot be used as it was meant to be; the message says why, for people. */
public sealed class IndexException extends IOException permits TooFewArticlesException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, where, and what would be right. */
  public IndexException(String message) {
    super(message);
  }

  /** Says what is wrong, where, and what would be right. */
  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
