package vn.timtin.words;

/**
 * A word, a number or a sign in a text.
 *
 * @param start the index of its first UTF-16 unit
 * @param end the index after its last one, greater than {@code start}
 */
public record Word(int start, int end) {
  /** Checks the range. */
  public Word {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("start must be in [0, end): " + start + ", " + end);
    }
  }
}
