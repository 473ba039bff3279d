package vn.timtin.search;

import java.time.Duration;

/**
 * A question for completions of what is being typed. Immutable.
 *
 * @param text what has been typed so far, at most {@value SearchRequest#MAX_TEXT_LENGTH} characters
 * @param size how many completions are wanted, 1 to {@value #MAX_SIZE}
 * @param patience how long to wait if words of articles are still being read, at most an hour;
 *     without patience the answer is given with what is known
 */
public record SuggestRequest(String text, int size, Duration patience) {
  /** How many completions there may be. */
  public static final int MAX_SIZE = 50;

  private static final Duration MAX_PATIENCE = Duration.ofHours(1);

  /**
   * Checks the ranges.
   *
   * @throws InvalidParameterException naming the parameter, its rule and its value
   */
  public SuggestRequest {
    InvalidParameterException.requireLength(text);
    InvalidParameterException.require(
        size >= 1 && size <= MAX_SIZE,
        "size",
        "size must be at least 1 and at most " + MAX_SIZE + ": " + size);
    InvalidParameterException.require(
        !patience.isNegative() && patience.compareTo(MAX_PATIENCE) <= 0,
        "patience",
        "patience must be at least nothing and at most an hour: " + patience);
  }

  /** Asks for eight completions at once. */
  public static SuggestRequest of(String text) {
    return new SuggestRequest(text, 8, Duration.ZERO);
  }

  /** Yields this question for another number of completions. */
  public SuggestRequest withSize(int wanted) {
    return new SuggestRequest(text, wanted, patience);
  }

  /** Yields this question with another patience. */
  public SuggestRequest withPatience(Duration longest) {
    return new SuggestRequest(text, size, longest);
  }
}
