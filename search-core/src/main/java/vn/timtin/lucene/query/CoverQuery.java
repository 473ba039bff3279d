package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches documents of which several shares are each large enough: a share is that of some parts,
 * each of which has a weight.
 *
 * <p>The parts that most documents have, as far as they are not enough by themselves, are looked at
 * only where a rarer part is: a document without any of the others cannot match (Turtle and Flood,
 * Query Evaluation: Strategies and Optimizations, 1995: MaxScore, with weights that do not depend
 * on the document). {@link CoverIterator} does it.
 */
final class CoverQuery extends Query {

  /**
   * A part and its weight.
   *
   * @param alternatives any of which a document has that has the part
   */
  record Part(List<Query> alternatives, int weight) {
    Part {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** Parts, and what those that a document has must weigh together. */
  record Share(List<Part> parts, int min) {
    Share {
      parts = List.copyOf(parts);
    }
  }

  private final List<Share> shares;

  CoverQuery(List<Share> shares) {
    this.shares = List.copyOf(shares);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    List<Share> rewritten = new ArrayList<>(shares.size());
    boolean changed = false;
    for (Share share : shares) {
      List<Part> parts = new ArrayList<>(share.parts().size());
      for (Part part : share.parts()) {
        List<Query> alternatives = new ArrayList<>(part.alternatives().size());
        for (Query alternative : part.alternatives()) {
          Query query = alternative.rewrite(searcher);
          changed |= query != alternative;
          alternatives.add(query);
        }
        parts.add(new Part(alternatives, part.weight()));
      }
      rewritten.add(new Share(parts, share.min()));
    }
    return changed ? new CoverQuery(rewritten) : this;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    List<List<List<Weight>>> weights = new ArrayList<>(shares.size());
    for (Share share : shares) {
      List<List<Weight>> ofShare = new ArrayList<>(share.parts().size());
      for (Part part : share.parts()) {
        List<Weight> ofPart = new ArrayList<>(part.alternatives().size());
        for (Query alternative : part.alternatives()) {
          ofPart.add(alternative.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1));
        }
        ofShare.add(ofPart);
      }
      weights.add(ofShare);
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        List<Found> found = new ArrayList<>(shares.size());
        for (int i = 0; i < shares.size(); i++) {
          Found share = find(shares.get(i), weights.get(i), context);
          if (share == null) {
            return null;
          }
          found.add(share);
        }
        found.sort(Comparator.comparingLong(Found::cost));
        return supplier(found, score(), mode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return weights.stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .allMatch(weight -> weight.isCacheable(context));
      }
    };
  }

  /** A part that documents of a segment have. */
  private record FoundPart(List<ScorerSupplier> suppliers, int weight, long cost) {}

  /**
   * A share that documents of a segment may have.
   *
   * @param leading one of these a document must have
   * @param others are not enough by themselves
   */
  private record Found(List<FoundPart> leading, List<FoundPart> others, int min, long cost) {}

  private static @Nullable Found find(
      Share share, List<List<Weight>> weights, LeafReaderContext context) throws IOException {
    List<FoundPart> parts = new ArrayList<>(weights.size());
    int all = 0;
    for (int i = 0; i < weights.size(); i++) {
      List<ScorerSupplier> suppliers = new ArrayList<>(weights.get(i).size());
      long cost = 0;
      for (Weight alternative : weights.get(i)) {
        ScorerSupplier supplier = alternative.scorerSupplier(context);
        if (supplier != null) {
          suppliers.add(supplier);
          cost += supplier.cost();
        }
      }
      if (!suppliers.isEmpty()) {
        int weight = share.parts().get(i).weight();
        parts.add(new FoundPart(suppliers, weight, cost));
        all += weight;
      }
    }
    int min = share.min();
    if (all < min) {
      return null;
    }
    parts.sort(Comparator.comparingLong(FoundPart::cost).reversed());
    int others = 0; // so many of the most frequent ones are not enough
    int sum = 0;
    while (others < parts.size() && sum + parts.get(others).weight() < min) {
      sum += parts.get(others++).weight();
    }
    List<FoundPart> leading = parts.subList(others, parts.size());
    long cost = leading.stream().mapToLong(FoundPart::cost).sum();
    return new Found(leading, parts.subList(0, others), min, cost);
  }

  private static ScorerSupplier supplier(List<Found> found, float score, ScoreMode mode) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        Found first = found.getFirst();
        List<CoverIterator.Share> further = new ArrayList<>(found.size() - 1);
        for (Found share : found.subList(1, found.size())) {
          List<FoundPart> all = new ArrayList<>(share.leading());
          all.addAll(share.others());
          further.add(new CoverIterator.Share(List.of(), parts(all), share.min()));
        }
        var iterator =
            new CoverIterator(
                new CoverIterator.Share(parts(first.leading()), parts(first.others()), first.min()),
                further);
        return new ConstantScoreScorer(score, mode, iterator);
      }

      @Override
      public long cost() {
        return found.getFirst().cost();
      }
    };
  }

  private static List<CoverIterator.Part> parts(List<FoundPart> found) throws IOException {
    List<CoverIterator.Part> parts = new ArrayList<>(found.size());
    for (FoundPart part : found) {
      List<DocIdSetIterator> alternatives = new ArrayList<>(part.suppliers().size());
      for (ScorerSupplier supplier : part.suppliers()) {
        alternatives.add(supplier.get(Long.MAX_VALUE).iterator());
      }
      parts.add(new CoverIterator.Part(alternatives, part.weight()));
    }
    return parts;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this); // its parts are those of the query that ranks, and bounded with them
  }

  @Override
  public String toString(String field) {
    var text = new StringBuilder("cover(");
    for (Share share : shares) {
      for (Part part : share.parts()) {
        for (Query alternative : part.alternatives()) {
          text.append(alternative.toString(field)).append(' ');
        }
        text.append("= ").append(part.weight()).append(", ");
      }
      text.append(">= ").append(share.min()).append("; ");
    }
    return text.append(')').toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoverQuery that && shares.equals(that.shares);
  }

  @Override
  public int hashCode() {
    return Objects.hash(CoverQuery.class, shares);
  }
}
