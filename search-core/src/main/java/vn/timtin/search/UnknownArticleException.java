package vn.timtin.search;

/** The index has no article of an id that a request names. */
public final class UnknownArticleException extends RequestException {
  private static final long serialVersionUID = 1L;

  /** Names the id. */
  public UnknownArticleException(String id) {
    super("id", "no article has the id " + id);
  }
}
