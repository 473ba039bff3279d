package vn.timtin.server.view;

import java.util.List;
import vn.timtin.search.RelatedResults;

/** Related articles, as they are sent. */
public record RelatedView(List<HitView> hits, long tookMillis) {
  /** Yields the view of an answer. */
  public static RelatedView of(RelatedResults results) {
    return new RelatedView(
        results.hits().stream().map(hit -> HitView.of(hit, false)).toList(),
        results.took().toMillis());
  }
}
