package vn.timtin.suggest;

import java.time.Duration;
import java.time.Instant;
import vn.timtin.search.SearchRequest;

/** What is left of freshness after some time: half of it after each half-life. */
final class Freshness {
  private static final double HALF_LIFE = SearchRequest.FRESHNESS_HALF_LIFE.toMillis();

  private Freshness() {}

  /** Yields the share that is left, 1 for what is of the moment or of the future. */
  static float at(Instant moment, Instant then) {
    long age = Duration.between(then, moment).toMillis();
    return (float) Math.pow(2, -Math.max(0, age) / HALF_LIFE);
  }
}
