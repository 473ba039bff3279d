package vn.timtin.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.timtin.index.IndexStats;

/** The size of an index, as it is sent. */
public record StatsView(
    long articles,
    long sources,
    long bytes,
    long generation,
    String firstPublished,
    String lastPublished,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> troubles) {
  /** Yields the view of the figures. */
  public static StatsView of(IndexStats stats) {
    return new StatsView(
        stats.articles(),
        stats.sources(),
        stats.bytes(),
        stats.generation(),
        Moments.print(stats.firstPublished()),
        Moments.print(stats.lastPublished()),
        stats.troubles());
  }
}
