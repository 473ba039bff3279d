package vn.timtin.lucene.search;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.NumericUtils;
import vn.timtin.article.Article;
import vn.timtin.index.IndexStats;
import vn.timtin.lucene.facet.SourceCounter;
import vn.timtin.lucene.query.FilterCompiler;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.lucene.schema.StoredArticles;

/** What is said of all articles of an index at one point in time. */
public final class IndexFigures {
  private IndexFigures() {}

  public static IndexStats of(
      IndexSearcher searcher, long generation, long bytes, List<String> troubles)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    return new IndexStats(
        searcher.count(FilterCompiler.articles()),
        SourceCounter.count(reader).size(),
        bytes,
        generation,
        moment(PointValues.getMinPackedValue(reader, Fields.PUBLISHED_AT)),
        moment(PointValues.getMaxPackedValue(reader, Fields.PUBLISHED_AT)),
        troubles);
  }

  private static Optional<Instant> moment(byte[] packed) {
    return Optional.ofNullable(packed)
        .map(bytes -> Instant.ofEpochMilli(NumericUtils.sortableBytesToLong(bytes, 0)));
  }

  /** Passes every article on, segment by segment. */
  public static void forEach(IndexReader reader, Consumer<Article> consumer) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      for (int i = 0; i < leaf.reader().maxDoc(); i++) {
        if (live == null || live.get(i)) {
          StoredArticles.readUnlessDeleted(leaf.reader(), i).ifPresent(consumer);
        }
      }
    }
  }
}
