package vn.timtin.lucene.suggest;

import java.time.Duration;
import java.time.Instant;
import vn.timtin.lucene.query.Freshness;
import vn.timtin.search.SearchRequest;

/**
 * A word or words that belong together.
 *
 * @param text as they are mostly written
 * @param articles how many articles have them
 * @param freshness what these articles count for being new, each up to 1
 */
record Phrase(String text, int articles, float freshness) {
  /** An article of this moment counts as much more as so many without a date. */
  private static final float FRESH = 20;

  /** Yields what is left of freshness, 1 of what is of the moment or of the future. */
  static float freshness(Instant moment, Instant then) {
    long age = Math.max(0, Duration.between(then, moment).toMillis());
    return (float) Freshness.decay(age, SearchRequest.FRESHNESS_HALF_LIFE.toMillis());
  }

  /** What the phrase is worth beside others. */
  float worth() {
    return articles + FRESH * freshness;
  }

  /** Yields this phrase when a share of its freshness is left. */
  Phrase aged(float share) {
    return share == 1 || freshness == 0 ? this : new Phrase(text, articles, freshness * share);
  }

  /** Yields this phrase with the articles of another that is written so too, or in other case. */
  Phrase plus(Phrase other) {
    return new Phrase(
        articles >= other.articles ? text : other.text,
        articles + other.articles,
        freshness + other.freshness);
  }
}
