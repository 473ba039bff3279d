package vn.timtin.lucene.facet;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import vn.timtin.article.Keyword;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.lucene.schema.KeywordValue;
import vn.timtin.search.FacetCount;
import vn.timtin.search.SourceSummary;

/** Sums up what the index has of each site. */
public final class SourceCounter {
  private final Map<String, Long> spellings = new HashMap<>();
  private final Map<String, long[]> spans = new HashMap<>();

  private SourceCounter() {}

  /** Yields the sites, those with the most articles first. Reads two doc values an article. */
  public static List<SourceSummary> count(IndexReader reader) throws IOException {
    var counter = new SourceCounter();
    for (LeafReaderContext leaf : reader.leaves()) {
      counter.add(leaf);
    }
    List<SourceSummary> sources = new ArrayList<>();
    for (FacetCount source : FacetCounter.mostFrequent(counter.spellings).toList()) {
      long[] span = counter.spans.get(KeywordValue.key(source.value()));
      sources.add(
          new SourceSummary(
              source.value(),
              source.count(),
              Optional.ofNullable(span).map(s -> Instant.ofEpochMilli(s[0])),
              Optional.ofNullable(span).map(s -> Instant.ofEpochMilli(s[1]))));
    }
    return sources;
  }

  private void add(LeafReaderContext leaf) throws IOException {
    SortedDocValues values = DocValues.getSorted(leaf.reader(), Keyword.SOURCE.field());
    SortedNumericDocValues published =
        DocValues.getSortedNumeric(leaf.reader(), Fields.PUBLISHED_AT);
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      String encoded = values.lookupOrd(values.ordValue()).utf8ToString();
      spellings.merge(encoded, 1L, Long::sum);
      if (published.advanceExact(doc)) {
        long moment = published.nextValue();
        spans.merge(
            KeywordValue.decode(encoded).key(),
            new long[] {moment, moment},
            (a, b) -> new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
      }
    }
  }
}
