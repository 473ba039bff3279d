package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a level, found once: they are counted, and ranked if they are enough. For one
 * reader.
 */
final class FoundArticles extends Query {
  /** More of them than this are looked for again rather than remembered. */
  private static final int MAX_REMEMBERED = 50_000;

  /** After so many documents of a segment the time is looked at. */
  private static final int DOCUMENTS_AT_ONCE = 1 << 16;

  private final IndexReader reader;
  private final List<int[]> ofLeaves;

  /**
   * @param ofLeaves the documents of each segment, in their order
   */
  FoundArticles(IndexReader reader, List<int[]> ofLeaves) {
    this.reader = reader;
    this.ofLeaves = ofLeaves;
  }

  /** Yields the documents of a segment, in their order. */
  int[] of(LeafReaderContext leaf) {
    return ofLeaves.get(leaf.ord);
  }

  boolean isEmpty() {
    return ofLeaves.stream().allMatch(documents -> documents.length == 0);
  }

  /** Yields what matches those that a query matches, nothing if they are fewer than enough. */
  static Optional<Query> atLeast(int enough, Query query, IndexSearcher searcher)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<@Nullable ScorerSupplier> suppliers = new ArrayList<>();
    long atMost = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      ScorerSupplier supplier = weight.scorerSupplier(leaf);
      suppliers.add(supplier);
      atMost += supplier == null ? 0 : supplier.cost();
    }
    if (atMost < enough) {
      return Optional.empty();
    }
    List<int[]> found = new ArrayList<>();
    int size = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      int[] ofLeaf = of(leaf, suppliers.get(leaf.ord), MAX_REMEMBERED - size, searcher);
      size += ofLeaf.length;
      if (size >= MAX_REMEMBERED) {
        return Optional.of(query);
      }
      found.add(ofLeaf);
    }
    return size < enough
        ? Optional.empty()
        : Optional.of(new FoundArticles(searcher.getIndexReader(), found));
  }

  /** Whether a query matches any document. */
  static boolean isAny(Query query, IndexSearcher searcher) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      if (of(leaf, weight.scorerSupplier(leaf), 1, searcher).length > 0) {
        return true;
      }
    }
    return false;
  }

  /** In bulk: of frequent words the engine then intersects windows of documents, not each one. */
  private static int[] of(
      LeafReaderContext leaf, @Nullable ScorerSupplier supplier, int most, IndexSearcher searcher)
      throws IOException {
    if (supplier == null) {
      return new int[0];
    }
    var collector = new Collecting(most);
    int end = leaf.reader().maxDoc();
    BulkScorer scorer = supplier.bulkScorer();
    try {
      for (int next = 0; next < end && !TimeLimit.isOver(searcher); ) {
        int max = next < end - DOCUMENTS_AT_ONCE ? next + DOCUMENTS_AT_ONCE : end;
        next = scorer.score(collector, leaf.reader().getLiveDocs(), next, max);
      }
    } catch (CollectionTerminatedException e) {
      // enough to know that they are too many
    }
    return Arrays.copyOf(collector.found, collector.size);
  }

  private static final class Collecting implements LeafCollector {
    private final int most;
    private int[] found = new int[16];
    private int size;

    Collecting(int most) {
      this.most = most;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int document) {
      if (size == most) {
        throw new CollectionTerminatedException();
      }
      found = ArrayUtil.grow(found, size + 1);
      found[size++] = document;
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        int[] documents = ofLeaves.get(context.ord);
        if (documents.length == 0) {
          return null;
        }
        float score = score();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return new ConstantScoreScorer(score, mode, new Documents(documents));
          }

          @Override
          public long cost() {
            return documents.length;
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  /** Documents in their order. */
  static final class Documents extends DocIdSetIterator {
    private final int[] documents;
    private int place = -1;

    Documents(int[] documents) {
      this.documents = documents;
    }

    int place() {
      return place;
    }

    @Override
    public int docID() {
      return place < 0 ? -1 : place < documents.length ? documents[place] : NO_MORE_DOCS;
    }

    @Override
    public int nextDoc() {
      place++;
      return docID();
    }

    @Override
    public int advance(int target) {
      int found = Arrays.binarySearch(documents, place + 1, documents.length, target);
      place = found < 0 ? -1 - found : found;
      return docID();
    }

    @Override
    public long cost() {
      return documents.length;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "found(" + ofLeaves.stream().mapToInt(documents -> documents.length).sum() + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoundArticles that
        && reader == that.reader
        && Arrays.deepEquals(ofLeaves.toArray(), that.ofLeaves.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(ofLeaves.toArray());
  }
}
