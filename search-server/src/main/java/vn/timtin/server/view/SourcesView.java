package vn.timtin.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.timtin.search.SourceSummary;

/** The sites of an index, as they are sent. */
public record SourcesView(List<Source> sources) {
  /** A site with the dates of its articles, where they have any. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Source(String source, long count, String firstPublished, String lastPublished) {}

  /** Yields the view of the sites. */
  public static SourcesView of(List<SourceSummary> sources) {
    return new SourcesView(
        sources.stream()
            .map(
                s ->
                    new Source(
                        s.source(),
                        s.count(),
                        Moments.print(s.firstPublished()),
                        Moments.print(s.lastPublished())))
            .toList());
  }
}
