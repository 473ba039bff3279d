package vn.timtin.lucene.query;

import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Keyword;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.lucene.schema.KeywordValue;
import vn.timtin.search.ArticleFilter;

/** Turns filters into the engine's queries; none of them scores. */
public final class FilterCompiler {
  private FilterCompiler() {}

  /** Narrows {@code query} to the articles that pass the filter. */
  public static Query narrow(Query query, ArticleFilter filter) {
    var narrowed = new BooleanQuery.Builder().add(query, Occur.MUST);
    if (filter.from() != null || filter.to() != null) {
      narrowed.add(published(filter.from(), filter.to()), Occur.FILTER);
    }
    filter
        .included()
        .forEach((keyword, values) -> narrowed.add(property(keyword, values), Occur.FILTER));
    filter
        .excluded()
        .forEach((keyword, values) -> narrowed.add(property(keyword, values), Occur.MUST_NOT));
    BooleanQuery all = narrowed.build();
    return all.clauses().size() == 1 ? query : all;
  }

  /** Matches all articles and nothing that is left of deleted ones. */
  public static Query articles() {
    return new TermQuery(new Term(Fields.KIND, Fields.KIND_ARTICLE));
  }

  static Query property(Keyword keyword, List<String> values) {
    return new TermInSetQuery(
        keyword.field(),
        values.stream().map(value -> new BytesRef(KeywordValue.key(value))).toList());
  }

  static Query published(@Nullable Instant from, @Nullable Instant to) {
    long first = from == null ? Long.MIN_VALUE : from.toEpochMilli();
    long last = to == null ? Long.MAX_VALUE : to.toEpochMilli() - 1;
    return LongField.newRangeQuery(Fields.PUBLISHED_AT, first, last);
  }
}
