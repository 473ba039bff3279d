package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * Articles that were found, scored by what they have of a query, and 0 by default.
 *
 * <p>As the documents are known, one clause after the other is looked up in them, with no heap of
 * clauses (term at a time; Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995).
 */
final class RankedArticles extends Query {
  /** Scores are floats: so much of one may be lost. */
  private static final double ROUNDING = 1e-5;

  private final FoundArticles found;
  private final Query ranked;
  private final int most;

  /**
   * @param most so many of the best are asked for: others, which cannot be among them, may score
   *     less than they would
   */
  RankedArticles(FoundArticles found, Query ranked, int most) {
    this.found = found;
    this.ranked = ranked;
    this.most = most;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = ranked.rewrite(searcher);
    return rewritten == ranked ? this : new RankedArticles(found, rewritten, most);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    if (!mode.needsScores()) {
      return found.createWeight(searcher, mode, boost);
    }
    ScoreMode ofClauses = most == Integer.MAX_VALUE ? ScoreMode.COMPLETE : ScoreMode.TOP_SCORES;
    List<Weight> clauses = new ArrayList<>();
    for (Query clause : clauses()) {
      clauses.add(clause.createWeight(searcher, ofClauses, boost));
    }
    return new Weight(this) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        int[] documents = found.of(leaf);
        if (documents.length == 0) {
          return null;
        }
        List<ScorerSupplier> suppliers = new ArrayList<>(clauses.size());
        for (Weight clause : clauses) {
          ScorerSupplier supplier = clause.scorerSupplier(leaf);
          if (supplier != null) {
            suppliers.add(supplier);
          }
        }
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) throws IOException {
            List<Scorer> scorers = new ArrayList<>(suppliers.size());
            for (ScorerSupplier supplier : suppliers) {
              scorers.add(supplier.get(documents.length));
            }
            return new Scores(documents, scores(scorers, documents, most));
          }

          @Override
          public long cost() {
            return documents.length;
          }
        };
      }

      @Override
      public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
        if (Arrays.binarySearch(found.of(leaf), document) < 0) {
          return Explanation.noMatch("it was not found");
        }
        List<Explanation> details = new ArrayList<>();
        double sum = 0;
        for (Weight clause : clauses) {
          Explanation detail = clause.explain(leaf, document);
          if (detail.isMatch()) {
            details.add(detail);
            sum += detail.getValue().floatValue();
          }
        }
        return Explanation.match((float) sum, "sum of:", details);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /** What the scores are sums of. */
  private List<Query> clauses() {
    boolean isSum =
        ranked instanceof BooleanQuery all
            && all.getMinimumNumberShouldMatch() == 0
            && all.clauses().size() == all.getClauses(BooleanClause.Occur.SHOULD).size();
    return isSum
        ? ((BooleanQuery) ranked).clauses().stream().map(BooleanClause::query).toList()
        : List.of(ranked);
  }

  /** A clause and the most that it gives a document. */
  private record Bounded(Scorer scorer, float most) {}

  /**
   * The clauses that give most come first. Once what is left cannot lift a document among the best
   * ones any more, it is left alone (MaxScore; Turtle and Flood).
   */
  private static double[] scores(List<Scorer> scorers, int[] documents, int most)
      throws IOException {
    List<Bounded> clauses = new ArrayList<>(scorers.size());
    for (Scorer scorer : scorers) {
      float bound =
          most == Integer.MAX_VALUE ? 0 : scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
      clauses.add(new Bounded(scorer, bound));
    }
    clauses.sort(Comparator.comparingDouble(Bounded::most).reversed());
    double[] left = new double[clauses.size() + 1];
    for (int i = clauses.size() - 1; i >= 0; i--) {
      left[i] = left[i + 1] + clauses.get(i).most();
    }
    double[] scores = new double[documents.length];
    int[] places = new int[documents.length];
    Arrays.setAll(places, place -> place);
    int size = places.length;
    for (int i = 0; i < clauses.size(); i++) {
      if (size > most) {
        size = keepBest(places, size, scores, most, left[i]);
      }
      add(clauses.get(i).scorer(), documents, places, size, scores);
    }
    return scores;
  }

  /** Keeps the documents that may be among the best with what is left; yields how many. */
  private static int keepBest(int[] places, int size, double[] scores, int most, double left) {
    double greatest = 0;
    for (int i = 0; i < size; i++) {
      greatest = Math.max(greatest, scores[places[i]]);
    }
    if (greatest <= left) {
      return size; // a document without any score yet may be the best
    }
    var best = new LongHeap(most);
    for (int i = 0; i < size; i++) {
      best.insertWithOverflow(NumericUtils.doubleToSortableLong(scores[places[i]]));
    }
    double least = NumericUtils.sortableLongToDouble(best.top()) - left - ROUNDING * greatest;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int place = places[i];
      places[kept] = place;
      kept += scores[place] >= least ? 1 : 0;
    }
    return kept;
  }

  /** Adds to the scores of the documents at the places what a clause gives them. */
  private static void add(Scorer scorer, int[] documents, int[] places, int size, double[] scores)
      throws IOException {
    TwoPhaseIterator check = scorer.twoPhaseIterator();
    DocIdSetIterator having = check == null ? scorer.iterator() : check.approximation();
    int at = having.docID();
    for (int i = 0; i < size; i++) {
      int place = places[i];
      int document = documents[place];
      if (at < document) {
        at = having.advance(document);
      }
      if (at == document) {
        if (check == null || check.matches()) {
          scores[place] += scorer.score();
        }
      } else if (at == DocIdSetIterator.NO_MORE_DOCS) {
        return;
      }
    }
  }

  /** Documents and their scores. */
  private static final class Scores extends Scorer {
    private final FoundArticles.Documents documents;
    private final double[] scores;

    Scores(int[] documents, double[] scores) {
      this.documents = new FoundArticles.Documents(documents);
      this.scores = scores;
    }

    @Override
    public int docID() {
      return documents.docID();
    }

    @Override
    public float score() {
      return (float) scores[documents.place()];
    }

    @Override
    public DocIdSetIterator iterator() {
      return documents;
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.POSITIVE_INFINITY;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    ranked.visit(visitor.getSubVisitor(BooleanClause.Occur.SHOULD, this));
  }

  @Override
  public String toString(String field) {
    return "ranked(" + found.toString(field) + " " + ranked.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RankedArticles that
        && found.equals(that.found)
        && ranked.equals(that.ranked)
        && most == that.most;
  }

  @Override
  public int hashCode() {
    return Objects.hash(RankedArticles.class, found, ranked, most);
  }
}
