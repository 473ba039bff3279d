package vn.timtin.lucene.query;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import vn.timtin.lucene.schema.Fields;

/**
 * Lets scores fall with the distance in time from a moment: score × (floor + (1 − floor) ×
 * 2^(−distance / halfLife)). An article without a date is infinitely far away.
 */
public final class Freshness extends DoubleValuesSource {
  private final long moment;
  private final double halfLifeMillis;
  private final double floor;

  private Freshness(Instant moment, Duration halfLife, double floor) {
    this.moment = moment.toEpochMilli();
    this.halfLifeMillis = halfLife.toMillis();
    this.floor = floor;
  }

  /**
   * Yields the query with scores that fall with time.
   *
   * @param floor the share of its score that an article keeps however far away, in [0, 1]
   */
  public static Query decay(Query query, Instant moment, Duration halfLife, double floor) {
    return new FunctionScoreQuery(query, new Freshness(moment, halfLife, floor));
  }

  @Override
  public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
    SortedNumericDocValues sorted =
        DocValues.getSortedNumeric(context.reader(), Fields.PUBLISHED_AT);
    NumericDocValues published = DocValues.unwrapSingleton(sorted);
    if (published == null) {
      published = DocValues.emptyNumeric(); // an article has one date at most
    }
    NumericDocValues dates = published;
    return new DoubleValues() {
      private double share;

      @Override
      public double doubleValue() throws IOException {
        return share * scores.doubleValue();
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        share =
            dates.advanceExact(doc)
                ? floor + (1 - floor) * decay(Math.abs(moment - dates.longValue()), halfLifeMillis)
                : floor;
        return scores.advanceExact(doc);
      }
    };
  }

  /** Yields what is left at a distance in time: half of it after each half-life. */
  public static double decay(long distanceMillis, double halfLifeMillis) {
    return Math.exp(-Math.log(2) * distanceMillis / halfLifeMillis);
  }

  @Override
  public boolean needsScores() {
    return true;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public Explanation explain(LeafReaderContext context, int doc, Explanation score)
      throws IOException {
    DoubleValues values =
        getValues(
            context,
            DoubleValuesSource.constant(score.getValue().doubleValue()).getValues(context, null));
    return values.advanceExact(doc)
        ? Explanation.match(values.doubleValue(), this + ", product of share and score", score)
        : Explanation.noMatch("no score", score);
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Freshness that
        && moment == that.moment
        && halfLifeMillis == that.halfLifeMillis
        && floor == that.floor;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(moment * halfLifeMillis + floor);
  }

  @Override
  public String toString() {
    return "freshness(half life " + Duration.ofMillis((long) halfLifeMillis) + ")";
  }
}
