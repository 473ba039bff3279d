package vn.timtin.ingest;

/** An input that was named cannot be read at all. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what cannot be read, and why. */
  public InputException(String message) {
    super(message);
  }
}
