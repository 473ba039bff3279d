package vn.timtin.article;

/** Says which rule of {@link Article} an input breaks. */
public final class InvalidArticleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean malformed;

  /** Says what is wrong, and what would be right. */
  public InvalidArticleException(String message) {
    this(message, false);
  }

  private InvalidArticleException(String message, boolean malformed) {
    super(message);
    this.malformed = malformed;
  }

  /** The input is not even JSON in UTF-8. */
  static InvalidArticleException malformed(String message) {
    return new InvalidArticleException(message, true);
  }

  /** Whether the input was not even JSON in UTF-8, rather than an article with a wrong value. */
  public boolean isMalformed() {
    return malformed;
  }
}
