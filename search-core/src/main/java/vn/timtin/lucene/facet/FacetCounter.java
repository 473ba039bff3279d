package vn.timtin.lucene.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import vn.timtin.article.Keyword;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.lucene.schema.KeywordValue;
import vn.timtin.search.Facet;
import vn.timtin.search.FacetCount;

/** Counts the values of facets among all articles that match, from doc values. */
public final class FacetCounter
    implements CollectorManager<FacetCounter.Collector, Map<Facet, List<FacetCount>>> {
  private static final int MAX_VALUES = 100;
  private static final int MAX_MONTHS = 600;

  private final Set<Facet> facets;

  /** Counts these facets. */
  public FacetCounter(Set<Facet> facets) {
    this.facets = facets;
  }

  @Override
  public Collector newCollector() {
    return new Collector(facets);
  }

  @Override
  public Map<Facet, List<FacetCount>> reduce(Collection<Collector> collectors) throws IOException {
    for (Collector collector : collectors) {
      collector.finishSegment();
    }
    Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : facets) {
      counts.put(
          facet,
          facet.keyword().isPresent()
              ? keywordCounts(facet.keyword().orElseThrow(), collectors)
              : monthCounts(collectors));
    }
    return counts;
  }

  private static List<FacetCount> keywordCounts(Keyword keyword, Collection<Collector> collectors) {
    Map<String, Long> spellings = new HashMap<>();
    collectors.forEach(
        c -> c.values.get(keyword).forEach((s, n) -> spellings.merge(s, n, Long::sum)));
    return mostFrequent(spellings).limit(MAX_VALUES).toList();
  }

  /** Spellings of one value count together, under the most frequent of them. */
  static java.util.stream.Stream<FacetCount> mostFrequent(Map<String, Long> spellings) {
    Map<String, FacetCount> best = new HashMap<>();
    Map<String, Long> totals = new HashMap<>();
    spellings.forEach(
        (encoded, count) -> {
          KeywordValue value = KeywordValue.decode(encoded);
          totals.merge(value.key(), count, Long::sum);
          best.merge(
              value.key(),
              new FacetCount(value.value(), count),
              (a, b) -> SPELLINGS.compare(a, b) <= 0 ? a : b);
        });
    return totals.entrySet().stream()
        .map(total -> new FacetCount(best.get(total.getKey()).value(), total.getValue()))
        .sorted(SPELLINGS);
  }

  private static final Comparator<FacetCount> SPELLINGS =
      Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);

  private static List<FacetCount> monthCounts(Collection<Collector> collectors) {
    Map<YearMonth, Long> months = new TreeMap<>(Comparator.reverseOrder());
    for (Collector collector : collectors) {
      collector.days.forEach(
          (day, count) ->
              months.merge(YearMonth.from(LocalDate.ofEpochDay(day)), count, Long::sum));
    }
    List<FacetCount> counts = new ArrayList<>();
    months.forEach((month, count) -> counts.add(new FacetCount(month.toString(), count)));
    return counts.subList(0, Math.min(counts.size(), MAX_MONTHS));
  }

  /** Counts in one thread. */
  public static final class Collector extends SimpleCollector {
    private final Map<Keyword, Map<String, Long>> values = new EnumMap<>(Keyword.class);
    private final Map<Long, Long> days = new HashMap<>();
    private final boolean countsDays;
    private final Map<Keyword, SegmentCounts> segment = new EnumMap<>(Keyword.class);
    private NumericDocValues published = DocValues.emptyNumeric();

    private Collector(Set<Facet> facets) {
      for (Facet facet : facets) {
        facet.keyword().ifPresent(keyword -> values.put(keyword, new HashMap<>()));
      }
      this.countsDays = facets.contains(Facet.MONTH);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      finishSegment();
      for (Keyword keyword : values.keySet()) {
        segment.put(
            keyword, new SegmentCounts(DocValues.getSorted(context.reader(), keyword.field())));
      }
      if (countsDays) {
        published = DocValues.getNumeric(context.reader(), Fields.PUBLISHED_DAY);
      }
    }

    @Override
    public void collect(int doc) throws IOException {
      for (SegmentCounts counts : segment.values()) {
        counts.count(doc);
      }
      if (countsDays && published.advanceExact(doc)) {
        days.merge(published.longValue(), 1L, Long::sum);
      }
    }

    private void finishSegment() throws IOException {
      for (Map.Entry<Keyword, SegmentCounts> counts : segment.entrySet()) {
        counts.getValue().addTo(values.get(counts.getKey()));
      }
      segment.clear();
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  /** Counts by the ordinals of one segment, which is an array rather than a map. */
  private static final class SegmentCounts {
    private final SortedDocValues values;
    private final int[] counts;

    SegmentCounts(SortedDocValues values) {
      this.values = values;
      this.counts = new int[values.getValueCount()];
    }

    void count(int doc) throws IOException {
      if (values.advanceExact(doc)) {
        counts[values.ordValue()]++;
      }
    }

    void addTo(Map<String, Long> totals) throws IOException {
      for (int ordinal = 0; ordinal < counts.length; ordinal++) {
        if (counts[ordinal] > 0) {
          totals.merge(values.lookupOrd(ordinal).utf8ToString(), (long) counts[ordinal], Long::sum);
        }
      }
    }
  }
}
