package vn.timtin.lucene.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.search.InvalidParameterException;
import vn.timtin.search.Timeline;
import vn.timtin.search.Timeline.Bucket;
import vn.timtin.search.Timeline.Interval;

/** Counts the articles that match by the day of their publication in Vietnam. */
public final class DayCounter
    implements CollectorManager<DayCounter.Collector, TreeMap<LocalDate, Long>> {
  private static final int MAX_BUCKETS = 10_000;

  @Override
  public Collector newCollector() {
    return new Collector();
  }

  @Override
  public TreeMap<LocalDate, Long> reduce(Collection<Collector> collectors) {
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    for (Collector collector : collectors) {
      collector.days.forEach(
          (day, count) -> days.merge(LocalDate.ofEpochDay(day), count, Long::sum));
    }
    return days;
  }

  /**
   * Sums days up to a timeline.
   *
   * @throws InvalidParameterException if it would have more than {@value #MAX_BUCKETS} buckets
   */
  public static Timeline timeline(TreeMap<LocalDate, Long> days, Interval interval) {
    List<Bucket> buckets = new ArrayList<>();
    if (!days.isEmpty()) {
      LocalDate last = interval.startOf(days.lastKey());
      for (LocalDate start = interval.startOf(days.firstKey());
          !start.isAfter(last);
          start = interval.next(start)) {
        long count =
            days.subMap(start, interval.next(start)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        buckets.add(new Bucket(start, count));
        if (buckets.size() > MAX_BUCKETS) {
          throw new InvalidParameterException(
              "interval",
              "interval must be longer, or from and to closer: more than "
                  + MAX_BUCKETS
                  + " buckets from "
                  + days.firstKey()
                  + " to "
                  + days.lastKey());
        }
      }
    }
    return new Timeline(interval, buckets);
  }

  /** Counts in one thread. */
  public static final class Collector extends SimpleCollector {
    private final TreeMap<Long, Long> days = new TreeMap<>();
    private NumericDocValues published = DocValues.emptyNumeric();

    private Collector() {}

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      published = DocValues.getNumeric(context.reader(), Fields.PUBLISHED_DAY);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (published.advanceExact(doc)) {
        days.merge(published.longValue(), 1L, Long::sum);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
