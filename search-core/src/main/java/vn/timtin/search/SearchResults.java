package vn.timtin.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param interpretation what the text was taken for
 * @param matched how much of the words of the query the articles have that were found
 * @param total how many articles match
 * @param took how long it took
 * @param timedOut whether the time limit ended the search early, so that hits may be missing
 * @param hits those of the page that was asked for
 * @param next the cursor with which the search goes on after these hits, as if nothing had been
 *     written since; good for a minute at least, and until the index is built anew; null where
 *     there are no more hits
 * @param facets the values of each facet that was asked for: keywords with the most articles first,
 *     months with the latest first
 */
public record SearchResults(
    QueryInterpretation interpretation,
    Matched matched,
    TotalHits total,
    Duration took,
    boolean timedOut,
    List<Hit> hits,
    @Nullable String next,
    Map<Facet, List<FacetCount>> facets) {
  /** Copies the collections. */
  public SearchResults {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }
}
