package vn.timtin.search;

/** A cursor leads nowhere: it is none, is of another search, or its point in time is gone. */
public final class InvalidCursorException extends RequestException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what would be right. */
  public InvalidCursorException(String message) {
    super("cursor", message);
  }
}
