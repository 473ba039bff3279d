package vn.timtin.search;

/** A component of a request is out of its range. */
public final class InvalidParameterException extends RequestException {
  private static final long serialVersionUID = 1L;

  /** Gives the component, and its rule and value for people. */
  public InvalidParameterException(String parameter, String message) {
    super(parameter, message);
  }

  /**
   * Requires that a text has at most {@value SearchRequest#MAX_TEXT_LENGTH} characters.
   *
   * @throws InvalidParameterException if it has more, naming {@code text}
   */
  public static void requireLength(String text) {
    require(
        text.length() <= SearchRequest.MAX_TEXT_LENGTH,
        "text",
        "the text must have at most "
            + SearchRequest.MAX_TEXT_LENGTH
            + " characters: it has "
            + text.length());
  }

  /** Requires that the rule holds. */
  static void require(boolean holds, String parameter, String message) {
    if (!holds) {
      throw new InvalidParameterException(parameter, message);
    }
  }
}
