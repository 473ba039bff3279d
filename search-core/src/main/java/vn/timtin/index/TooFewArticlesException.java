package vn.timtin.index;

/**
 * A new index has so few articles that it is more likely a mistake than meant; the old one stays.
 */
public final class TooFewArticlesException extends IndexException {
  private static final long serialVersionUID = 1L;

  private final long articles;
  private final long required;

  /** Says why, for people. */
  public TooFewArticlesException(long articles, long required, String why) {
    super(why);
    this.articles = articles;
    this.required = required;
  }

  /** Yields how many the new index would have. */
  public long articles() {
    return articles;
  }

  /** Yields how many it must have. */
  public long required() {
    return required;
  }
}
