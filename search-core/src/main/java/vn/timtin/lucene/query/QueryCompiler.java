package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.query.ArticlePart;
import vn.timtin.search.Matched;
import vn.timtin.understanding.IndexTerm;
import vn.timtin.understanding.QueryPlan;
import vn.timtin.understanding.QueryPlan.Asked;
import vn.timtin.understanding.QueryPlan.Word;
import vn.timtin.understanding.Zone;

/** Turns a plan into Lucene's query. For one thread and one query. */
public final class QueryCompiler {
  /** In so many ways a phrase may be written, with other names of its words. */
  private static final int MAX_WAYS = 16;

  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final LuceneTermStatistics terms;

  /** Of the levels that have articles, the one with least of the query; none if none has any. */
  private @Nullable Matched matched;

  /** Whether there are levels, and one has no article. */
  private boolean isNothingFound;

  /** So many of the best are asked for. */
  private final int most;

  private boolean isCutShort;

  private QueryCompiler(IndexSearcher searcher, LuceneTermStatistics terms, int most) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.terms = terms;
    this.most = most;
  }

  /**
   * Compiles a plan.
   *
   * @param most so many of the best are asked for; {@link Integer#MAX_VALUE} if all are, in any
   *     order or with more conditions
   * @param searcher of the articles; what is found is looked for within its time limit
   * @param terms those that were looked up to make the plan, in the same reader
   */
  public static CompiledQuery compile(
      QueryPlan plan, int most, IndexSearcher searcher, LuceneTermStatistics terms)
      throws IOException {
    // Whatever else counts beside what was found decides which are the best of it.
    boolean isFoundAlone =
        plan.asked() instanceof QueryPlan.Found
            || plan.asked() instanceof QueryPlan.Best best
                && best.alternatives().stream().allMatch(QueryPlan.Found.class::isInstance);
    var compiler = new QueryCompiler(searcher, terms, isFoundAlone ? most : Integer.MAX_VALUE);
    Query query = compiler.compile(plan.asked());
    List<CompiledQuery.Word> words = new ArrayList<>();
    Matched matched = compiler.matched();
    if (matched != Matched.ALL) {
      for (QueryPlan.Said said : plan.said()) {
        List<List<Query>> syllables = new ArrayList<>();
        for (List<Asked> alternatives : said.syllables()) {
          syllables.add(compiler.compile(alternatives));
        }
        words.add(new CompiledQuery.Word(said.typed(), syllables));
      }
    }
    return new CompiledQuery(query, matched, words, compiler.isCutShort);
  }

  private Query compile(Asked asked) throws IOException {
    return switch (asked) {
      case QueryPlan.Everything everything -> FilterCompiler.articles();
      case QueryPlan.Nothing nothing -> new MatchNoDocsQuery(nothing.reason());
      case QueryPlan.Term term -> term(term);
      case QueryPlan.AllOf all -> new BoostQuery(all(all.terms()), all.weight());
      case QueryPlan.TermWithin within ->
          TextPlaces.within(within.part(), term(within.term()), source(within.term().term()));
      case QueryPlan.Found found -> found(found);
      case QueryPlan.Beginning beginning -> new PrefixQuery(Fields.term(beginning.beginning()));
      case QueryPlan.BeginningWithin beginning -> beginning(beginning);
      case QueryPlan.InARow row -> inARow(row);
      case QueryPlan.Property property ->
          unscored(FilterCompiler.property(property.keyword(), List.of(property.value())));
      case QueryPlan.PublishedThen then ->
          unscored(FilterCompiler.published(then.when().from(), then.when().to()));
      case QueryPlan.Best best -> new DisjunctionMaxQuery(compile(best.alternatives()), 0);
      case QueryPlan.Weighted weighted ->
          new BoostQuery(compile(weighted.asked()), weighted.weight());
      case QueryPlan.Combined combined -> combined(combined);
    };
  }

  private List<Query> compile(List<Asked> all) throws IOException {
    List<Query> queries = new ArrayList<>(all.size());
    for (Asked asked : all) {
      queries.add(compile(asked));
    }
    return queries;
  }

  private Query combined(QueryPlan.Combined combined) throws IOException {
    var query = new BooleanQuery.Builder();
    compile(combined.required()).forEach(required -> query.add(required, Occur.MUST));
    compile(combined.filters()).forEach(filter -> query.add(filter, Occur.FILTER));
    compile(combined.optional()).forEach(optional -> query.add(optional, Occur.SHOULD));
    compile(combined.excluded()).forEach(excluded -> query.add(excluded, Occur.MUST_NOT));
    if (combined.needsOptional()) {
      query.setMinimumNumberShouldMatch(1);
    }
    return query.build();
  }

  /** The first level with enough articles. */
  private Query found(QueryPlan.Found found) throws IOException {
    List<QueryPlan.Level> levels = found.levels();
    for (int next = 0; next < levels.size(); ) {
      QueryPlan.Level level = levels.get(next);
      if (level.needed().equals(found.ranked())) {
        Query any = compile(found.ranked());
        note(level, FoundArticles.isAny(any, searcher));
        return any;
      }
      int last = next;
      Optional<? extends Query> enough;
      switch (level.needed()) {
        case Asked asked -> {
          last++;
          enough = FoundArticles.atLeast(level.enough(), compile(asked), searcher);
        }
        case QueryPlan.Cover cover -> {
          List<Cover.Level> covers = new ArrayList<>();
          while (last < levels.size()
              && levels.get(last).needed() instanceof QueryPlan.Cover other
              && other.parts().equals(cover.parts())) {
            covers.add(new Cover.Level(Amounts.of(other.min()), levels.get(last++).enough()));
          }
          Optional<Cover.Covered> covered = Cover.find(parts(cover), covers, searcher);
          level = levels.get(next + covered.map(Cover.Covered::level).orElse(0));
          enough = covered.map(Cover.Covered::articles);
        }
      }
      if (TimeLimit.isOver(searcher)) { // others may have been found, or a stricter level
        isCutShort = true;
        isNothingFound = true;
        return new MatchNoDocsQuery("the time was over");
      }
      if (enough.isPresent()) {
        note(level, !(enough.get() instanceof FoundArticles articles && articles.isEmpty()));
        if (enough.get() instanceof FoundArticles articles) {
          return articles.isEmpty()
              ? new MatchNoDocsQuery("no article has enough of it")
              : new RankedArticles(articles, compile(found.ranked()), most);
        }
        return new BooleanQuery.Builder()
            .add(compile(found.ranked()), Occur.SHOULD)
            .add(enough.get(), Occur.FILTER)
            .build();
      }
      next = last;
    }
    isNothingFound = true;
    return new MatchNoDocsQuery("no article has enough of it");
  }

  /** Of two alternatives, one that no article has says nothing of those that the other has. */
  private void note(QueryPlan.Level level, boolean hasArticles) {
    isNothingFound |= !hasArticles;
    if (hasArticles && (matched == null || level.matched().compareTo(matched) > 0)) {
      matched = level.matched();
    }
  }

  private Matched matched() {
    if (matched != null) {
      return matched;
    }
    return isNothingFound ? Matched.SOME : Matched.ALL;
  }

  private List<Cover.Part> parts(QueryPlan.Cover cover) throws IOException {
    List<Cover.Part> parts = new ArrayList<>();
    for (QueryPlan.Part part : cover.parts()) {
      parts.add(new Cover.Part(compile(part.alternatives()), Amounts.of(part.amounts())));
    }
    return parts;
  }

  private Query term(QueryPlan.Term term) throws IOException {
    TermQuery query = terms.query(term.term());
    return term.weight() == 1 ? query : new BoostQuery(query, term.weight());
  }

  private Query all(List<IndexTerm> wanted) throws IOException {
    if (wanted.size() == 1) {
      return terms.query(wanted.getFirst());
    }
    var all = new BooleanQuery.Builder();
    for (IndexTerm term : wanted) {
      all.add(terms.query(term), Occur.MUST);
    }
    return all.build();
  }

  private Query beginning(QueryPlan.BeginningWithin asked) throws IOException {
    IndexTerm beginning = asked.beginning();
    List<BytesRef> words = DiacriticForms.beginningWith(beginning.text(), beginning.form(), reader);
    return words.isEmpty()
        ? new MatchNoDocsQuery("no word begins so")
        : unscored(TextPlaces.query(Set.of(asked.part()), TextPlaces.anyOf(words)));
  }

  // ------------------------------------------------------------------ rows

  private Query inARow(QueryPlan.InARow asked) throws IOException {
    List<Query> phrases = new ArrayList<>();
    List<IntervalsSource> rows = new ArrayList<>();
    boolean isAnywhere = asked.parts().size() == ArticlePart.values().length;
    for (List<Word> row : ways(asked.row())) {
      if (isAnywhere) {
        phrases.add(phrase(row));
      } else {
        rows.add(row(row));
      }
    }
    if (!isAnywhere) {
      return TextPlaces.query(asked.parts(), Intervals.or(rows.toArray(IntervalsSource[]::new)));
    }
    return phrases.size() == 1 ? phrases.getFirst() : new DisjunctionMaxQuery(phrases, 0);
  }

  /** Yields the ways in which a row may be written, with each name of its words. */
  private static List<List<Word>> ways(List<QueryPlan.Step> row) {
    List<List<Word>> ways = List.of(List.of());
    for (QueryPlan.Step step : row) {
      List<List<Word>> names =
          switch (step) {
            case Word word -> List.of(List.of(word));
            case QueryPlan.Named named -> names(named, ways.size());
          };
      ways = ways.stream().flatMap(way -> names.stream().map(name -> joined(way, name))).toList();
    }
    return ways;
  }

  private static List<List<Word>> names(QueryPlan.Named named, int ways) {
    List<List<Word>> names = new ArrayList<>(List.of(named.typed()));
    if (ways * (1 + named.otherNames().size()) <= MAX_WAYS) {
      for (List<String> other : named.otherNames()) {
        names.add(other.stream().map(Word::exactly).toList());
      }
    }
    return names;
  }

  private static List<Word> joined(List<Word> way, List<Word> name) {
    return Stream.concat(way.stream(), name.stream()).toList();
  }

  private IntervalsSource row(List<Word> words) throws IOException {
    List<IntervalsSource> row = new ArrayList<>();
    for (Word word : words) {
      row.add(source(word));
    }
    return Intervals.phrase(row.toArray(IntervalsSource[]::new));
  }

  private Query phrase(List<Word> words) throws IOException {
    var phrase = new MultiPhraseQuery.Builder();
    String field = Fields.field(Zone.TEXT, Form.EXACT);
    for (Word word : words) {
      List<BytesRef> readings = readings(word);
      if (readings.isEmpty()) {
        return new MatchNoDocsQuery("a word of the phrase is nowhere");
      }
      phrase.add(readings.stream().map(reading -> new Term(field, reading)).toArray(Term[]::new));
    }
    return phrase.build();
  }

  private IntervalsSource source(Word word) throws IOException {
    List<BytesRef> readings = readings(word);
    return readings.isEmpty() ? Intervals.term(word.exact()) : TextPlaces.anyOf(readings);
  }

  /** Yields where a term stands, in any spelling where it is a folded one. */
  private IntervalsSource source(IndexTerm term) throws IOException {
    if (term.form() == Form.EXACT) {
      return Intervals.term(term.text());
    }
    List<BytesRef> readings = DiacriticForms.of(term.text(), reader);
    return readings.isEmpty() ? Intervals.term(term.text()) : TextPlaces.anyOf(readings);
  }

  private List<BytesRef> readings(Word word) throws IOException {
    List<BytesRef> readings = new ArrayList<>();
    for (QueryPlan.Reading reading : word.readings()) {
      if (reading.anyDiacritics()) {
        readings.addAll(DiacriticForms.of(reading.text(), reader));
      } else {
        readings.add(new BytesRef(reading.text()));
      }
    }
    return readings;
  }

  private static Query unscored(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }
}
