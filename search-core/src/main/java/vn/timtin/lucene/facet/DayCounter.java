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
   * Sums days up to a timeline of {@value #MAX_BUCKETS} buckets at most: the last ones, since it is
   * mostly one wrong date that makes it longer.
   *
   * @param last the last day that counts: what is dated later is a wrong date
   */
  public static Timeline timeline(
      TreeMap<LocalDate, Long> days, Interval interval, LocalDate last) {
    List<Bucket> buckets = new ArrayList<>();
    var counted = new TreeMap<>(days.headMap(last, true));
    if (!counted.isEmpty()) {
      LocalDate end = interval.startOf(counted.lastKey());
      LocalDate start = interval.startOf(counted.firstKey());
      LocalDate earliest = interval.back(end, MAX_BUCKETS - 1);
      if (start.isBefore(earliest)) {
        start = interval.startOf(counted.ceilingKey(earliest));
      }
      for (LocalDate day = start; !day.isAfter(end); day = interval.next(day)) {
        long count =
            counted.subMap(day, interval.next(day)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        buckets.add(new Bucket(day, count));
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
