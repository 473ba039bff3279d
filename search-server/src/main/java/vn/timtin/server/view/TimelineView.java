package vn.timtin.server.view;

import java.util.List;
import java.util.Locale;
import vn.timtin.search.Timeline;

/** Counts over time, as they are sent. */
public record TimelineView(String interval, List<Bucket> buckets) {
  /** An interval by its first day, such as {@code 2020-08-01}. */
  public record Bucket(String start, long count) {}

  /** Yields the view of a timeline. */
  public static TimelineView of(Timeline timeline) {
    return new TimelineView(
        timeline.interval().name().toLowerCase(Locale.ROOT),
        timeline.buckets().stream().map(b -> new Bucket(b.start().toString(), b.count())).toList());
  }
}
