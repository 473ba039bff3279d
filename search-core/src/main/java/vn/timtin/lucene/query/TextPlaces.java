package vn.timtin.lucene.query;

import java.util.List;
import java.util.Set;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.query.ArticlePart;
import vn.timtin.understanding.Zone;

/** The parts of an article by their places in the whole text, which has terms between them. */
final class TextPlaces {
  private TextPlaces() {}

  /**
   * Matches articles that have {@code source} within one of the parts; all of them mean anywhere.
   */
  static Query query(Set<ArticlePart> parts, IntervalsSource source) {
    boolean anywhere = parts.size() == ArticlePart.values().length;
    return new IntervalQuery(
        Fields.field(Zone.TEXT, Form.EXACT), anywhere ? source : within(parts, source));
  }

  /** Narrows {@code query} to articles that have {@code source} within the part. */
  static Query within(ArticlePart part, Query query, IntervalsSource source) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(query(Set.of(part), source), Occur.FILTER)
        .build();
  }

  /** Yields where any of the terms stands. */
  static IntervalsSource anyOf(List<BytesRef> terms) {
    return Intervals.or(terms.stream().map(Intervals::term).toArray(IntervalsSource[]::new));
  }

  private static IntervalsSource within(Set<ArticlePart> parts, IntervalsSource source) {
    return Intervals.or(
        parts.stream().map(part -> within(part, source)).toArray(IntervalsSource[]::new));
  }

  private static IntervalsSource within(ArticlePart part, IntervalsSource source) {
    return switch (part) {
      case TITLE -> Intervals.before(source, Intervals.term(Fields.LEAD_START));
      case SUMMARY ->
          Intervals.before(
              Intervals.after(source, Intervals.term(Fields.LEAD_START)),
              Intervals.term(Fields.LEAD_END));
      case BODY -> Intervals.after(source, Intervals.term(Fields.BODY_START));
    };
  }
}
