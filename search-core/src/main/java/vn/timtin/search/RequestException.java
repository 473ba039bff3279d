package vn.timtin.search;

/** A request cannot be answered as it is, for a reason that its sender can mend. */
public abstract sealed class RequestException extends IllegalArgumentException
    permits InvalidParameterException, InvalidCursorException, UnknownArticleException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  RequestException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** Yields the component of the request that is to blame, by its name. */
  public String parameter() {
    return parameter;
  }
}
