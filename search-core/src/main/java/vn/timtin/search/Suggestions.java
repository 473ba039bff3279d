package vn.timtin.search;

import java.time.Duration;
import java.util.List;

/**
 * Completions of what is being typed.
 *
 * @param suggestions words and names, then headlines, of either the best first
 * @param isComplete whether the words of all articles were known; if not, they are being read
 * @param took how long it took
 */
public record Suggestions(List<Suggestion> suggestions, boolean isComplete, Duration took) {
  /** Copies the list. */
  public Suggestions {
    suggestions = List.copyOf(suggestions);
  }
}
