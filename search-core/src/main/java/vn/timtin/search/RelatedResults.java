package vn.timtin.search;

import java.time.Duration;
import java.util.List;

/**
 * Articles related to one, the closest first.
 *
 * @param hits without highlights
 * @param took how long it took
 */
public record RelatedResults(List<Hit> hits, Duration took) {
  /** Copies the list. */
  public RelatedResults {
    hits = List.copyOf(hits);
  }
}
