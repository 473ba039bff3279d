package vn.timtin.server.params;

/** A parameter of a request is wrong; the message says how, and what would be right. */
public final class ParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  ParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** Yields the name of the parameter. */
  public String parameter() {
    return parameter;
  }
}
