package vn.timtin.analysis;

/** Says which line of a file of synonyms is wrong, and why. */
public final class SynonymsException extends Exception {
  private static final long serialVersionUID = 1;

  SynonymsException(String message) {
    super(message);
  }
}
