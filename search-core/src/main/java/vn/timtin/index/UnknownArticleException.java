package vn.timtin.index;

/** The index has no article of an id that a request names. */
public final class UnknownArticleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the id. */
  public UnknownArticleException(String id) {
    super("no article has the id " + id);
  }
}
