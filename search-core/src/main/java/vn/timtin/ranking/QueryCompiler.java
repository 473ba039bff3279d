package vn.timtin.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import vn.timtin.analysis.Syllable;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.SearchQuery;
import vn.timtin.query.SearchQuery.AnyOf;
import vn.timtin.query.SearchQuery.Combined;
import vn.timtin.query.SearchQuery.Everything;
import vn.timtin.query.SearchQuery.In;
import vn.timtin.query.SearchQuery.Phrase;
import vn.timtin.query.SearchQuery.Prefix;
import vn.timtin.query.SearchQuery.Property;
import vn.timtin.query.SearchQuery.Published;
import vn.timtin.query.SearchQuery.Words;
import vn.timtin.schema.Fields;
import vn.timtin.schema.Fields.Zone;

/**
 * Turns what a reader wants into what the engine runs.
 *
 * <p>A syllable that was typed with marks asks for its exact form, one that was typed without asks
 * for the folded form if it could carry marks (see {@link Typing}). Beside the syllables, pairs of
 * neighbours ask for words.
 *
 * <p>The cost of a query is bounded: what comes after {@value #MAX_SYLLABLES} syllables or {@value
 * #MAX_PARTS} phrases and prefixes is left out. For one thread and one query.
 */
public final class QueryCompiler {
  private static final int MAX_SYLLABLES = 120;
  private static final int MAX_PARTS = 24;

  /** What a pair counts beside a syllable; measured in docs/decisions/0001-field-layout.md. */
  private static final float PAIRS = 0.35f;

  /** What a phrase among other words adds to the score of its words. */
  private static final float PHRASE_ON_TOP = 0.5f;

  private static final Set<ArticlePart> EVERYWHERE = EnumSet.allOf(ArticlePart.class);

  private final IndexReader reader;
  private final Typing typing;
  private int syllablesLeft = MAX_SYLLABLES;
  private int partsLeft = MAX_PARTS;

  private QueryCompiler(IndexReader reader, Typing typing) {
    this.reader = reader;
    this.typing = typing;
  }

  /** Compiles for this reader, whose statistics help to tell how the query was typed. */
  public static CompiledQuery compile(
      IndexReader reader, SearchQuery query, Set<ArticlePart> searchIn) throws IOException {
    List<Syllable> typed = new ArrayList<>();
    collectWords(query, typed);
    Typing typing = Typing.of(typed.subList(0, Math.min(typed.size(), MAX_SYLLABLES)), reader);
    Set<ArticlePart> parts = searchIn.equals(EVERYWHERE) ? EVERYWHERE : EnumSet.copyOf(searchIn);
    return new CompiledQuery(
        new QueryCompiler(reader, typing).compile(query, parts), typing::isExact);
  }

  private static void collectWords(SearchQuery query, List<Syllable> typed) {
    switch (query) {
      case Words words -> typed.addAll(VietnameseAnalyzer.syllables(words.text()));
      case In in -> collectWords(in.query(), typed);
      case AnyOf any -> any.alternatives().forEach(q -> collectWords(q, typed));
      case Combined combined -> {
        combined.required().forEach(q -> collectWords(q, typed));
        combined.optional().forEach(q -> collectWords(q, typed));
      }
      case Everything everything -> {}
      case Phrase phrase -> typed.addAll(VietnameseAnalyzer.syllables(phrase.text()));
      case Prefix prefix -> {}
      case Property property -> {}
      case Published published -> {}
    }
  }

  private Query compile(SearchQuery query, Set<ArticlePart> parts) throws IOException {
    return switch (query) {
      case Everything everything -> FilterCompiler.articles();
      case Words words -> words(words.text(), parts);
      case Phrase phrase -> phrase(phrase.text(), parts);
      case Prefix prefix -> prefix(prefix.text(), parts);
      case In in -> compile(in.query(), EnumSet.of(in.part()));
      case Property property ->
          unscored(FilterCompiler.property(property.keyword(), List.of(property.value())));
      case Published published ->
          unscored(FilterCompiler.published(published.from(), published.to()));
      case AnyOf any -> {
        var alternatives = new BooleanQuery.Builder();
        for (SearchQuery alternative : any.alternatives()) {
          alternatives.add(compile(alternative, parts), Occur.SHOULD);
        }
        yield alternatives.build();
      }
      case Combined combined -> combined(combined, parts);
    };
  }

  private Query combined(Combined combined, Set<ArticlePart> parts) throws IOException {
    var query = new BooleanQuery.Builder();
    for (SearchQuery required : combined.required()) {
      query.add(compile(required, parts), Occur.MUST);
    }
    // The words of a phrase count like those round it; the phrase itself comes on top of them.
    String words = wordsOf(combined.optional());
    if (!words.isBlank()) {
      query.add(words(words, parts), Occur.SHOULD);
    }
    for (SearchQuery optional : combined.optional()) {
      if (!(optional instanceof Words)) {
        Query compiled = compile(optional, parts);
        boolean onTop = optional instanceof Phrase && combined.optional().size() > 1;
        query.add(onTop ? new BoostQuery(compiled, PHRASE_ON_TOP) : compiled, Occur.SHOULD);
      }
    }
    // What is excluded goes by its own marks alone: -bão is that word, -bao all its readings.
    var excluding = new QueryCompiler(reader, Typing.BY_MARKS);
    for (SearchQuery excluded : combined.excluded()) {
      query.add(excluding.compile(excluded, parts), Occur.MUST_NOT);
    }
    if (combined.optional().isEmpty() && combined.required().isEmpty()) {
      query.add(FilterCompiler.articles(), Occur.MUST);
    } else if (!combined.optional().isEmpty()
        && combined.required().stream().allMatch(SearchQuery::isRestriction)) {
      query.setMinimumNumberShouldMatch(1); // a filter alone is no reason to find an article
    }
    return query.build();
  }

  // ------------------------------------------------------------------ words

  /** Yields the words and phrases among optional parts as one text, so that they make pairs. */
  private static String wordsOf(List<SearchQuery> optional) {
    var text = new StringBuilder();
    boolean others = optional.size() > 1;
    for (SearchQuery query : optional) {
      if (query instanceof Words words) {
        text.append(words.text()).append(' ');
      } else if (query instanceof Phrase phrase && others) {
        text.append(phrase.text()).append(' ');
      }
    }
    return text.toString();
  }

  private Query words(String text, Set<ArticlePart> parts) throws IOException {
    List<Syllable> syllables = VietnameseAnalyzer.syllables(text);
    syllables = syllables.subList(0, Math.min(syllables.size(), syllablesLeft));
    syllablesLeft -= syllables.size();
    return words(syllables, parts);
  }

  private Query words(List<Syllable> syllables, Set<ArticlePart> parts) throws IOException {
    if (syllables.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    var query = new BooleanQuery.Builder();
    if (parts.equals(EVERYWHERE)) {
      addWords(query, Zone.TEXT, syllables);
      return query.build();
    }
    if (parts.contains(ArticlePart.TITLE)) {
      addWords(query, Zone.TITLE, syllables);
    }
    if (parts.contains(ArticlePart.SUMMARY)) {
      addWords(query, Zone.LEAD, syllables);
    }
    if (parts.contains(ArticlePart.BODY)) {
      query.add(bodyWords(syllables), Occur.SHOULD);
    }
    return query.build();
  }

  private void addWords(BooleanQuery.Builder query, Zone zone, List<Syllable> syllables) {
    for (Syllable syllable : syllables) {
      query.add(new TermQuery(term(zone, syllable)), Occur.SHOULD);
    }
    addPairs(query, zone, syllables);
  }

  private static void addPairs(BooleanQuery.Builder query, Zone zone, List<Syllable> syllables) {
    for (int i = 1; i < syllables.size(); i++) {
      if (syllables.get(i - 1).pairsWith(syllables.get(i))) {
        String pair = syllables.get(i - 1).pair(syllables.get(i));
        query.add(
            new BoostQuery(new TermQuery(new Term(zone.field(Form.PAIRS), pair)), PAIRS),
            Occur.SHOULD);
      }
    }
  }

  /** The syllable in the form in which it was typed. */
  private Term term(Zone zone, Syllable syllable) {
    return typing.isExact(syllable)
        ? new Term(zone.field(Form.EXACT), syllable.exact())
        : new Term(zone.field(Form.FOLDED), syllable.folded());
  }

  /** The body has no field of its own: its words are those of the text behind its beginning. */
  private Query bodyWords(List<Syllable> syllables) throws IOException {
    var words = new BooleanQuery.Builder();
    for (Syllable syllable : syllables) {
      Query word = new TermQuery(term(Zone.TEXT, syllable));
      words.add(inParts(word, source(syllable), EnumSet.of(ArticlePart.BODY)), Occur.SHOULD);
    }
    var query = new BooleanQuery.Builder().add(words.build(), Occur.MUST);
    addPairs(query, Zone.TEXT, syllables);
    return query.build();
  }

  // ------------------------------------------------------------------ phrases and prefixes

  private Query phrase(String text, Set<ArticlePart> parts) throws IOException {
    List<Syllable> syllables = VietnameseAnalyzer.syllables(text);
    syllables = syllables.subList(0, Math.min(syllables.size(), syllablesLeft));
    syllablesLeft -= syllables.size();
    if (syllables.isEmpty() || partsLeft-- <= 0) {
      return new MatchNoDocsQuery("no words");
    }
    var phrase = new MultiPhraseQuery.Builder();
    List<IntervalsSource> sources = new ArrayList<>();
    String field = Zone.TEXT.field(Form.EXACT);
    for (Syllable syllable : syllables) {
      List<Term> readings = new ArrayList<>();
      for (BytesRef reading : readings(syllable)) {
        readings.add(new Term(field, reading));
      }
      if (readings.isEmpty()) {
        return new MatchNoDocsQuery("a word of the phrase is nowhere");
      }
      phrase.add(readings.toArray(Term[]::new));
      if (!parts.equals(EVERYWHERE)) {
        sources.add(source(syllable));
      }
    }
    Query inARow =
        parts.equals(EVERYWHERE)
            ? phrase.build()
            : inParts(
                phrase.build(), Intervals.phrase(sources.toArray(IntervalsSource[]::new)), parts);
    // Scored by its words and pairs: the engine's phrase score would sum up all their readings.
    return new BooleanQuery.Builder()
        .add(words(syllables, EVERYWHERE), Occur.MUST)
        .add(inARow, Occur.FILTER)
        .build();
  }

  private List<BytesRef> readings(Syllable syllable) throws IOException {
    return syllable.isMarked()
        ? List.of(new BytesRef(syllable.exact()))
        : Readings.of(syllable.folded(), reader);
  }

  private Query prefix(String text, Set<ArticlePart> parts) throws IOException {
    List<Syllable> syllables = VietnameseAnalyzer.syllables(text);
    if (syllables.isEmpty() || syllablesLeft < syllables.size() || partsLeft-- <= 0) {
      return new MatchNoDocsQuery("no words");
    }
    syllablesLeft -= syllables.size();
    Syllable last = syllables.getLast();
    var query = new BooleanQuery.Builder();
    if (syllables.size() > 1) { // TP.HC* is the word TP and the beginning HC
      query.add(words(text.substring(0, last.start()), parts), Occur.MUST);
    }
    query.add(prefix(last, parts), Occur.MUST);
    return query.build();
  }

  private Query prefix(Syllable beginning, Set<ArticlePart> parts) throws IOException {
    Form form = beginning.isMarked() ? Form.EXACT : Form.FOLDED;
    String text = beginning.isMarked() ? beginning.exact() : beginning.folded();
    if (parts.equals(EVERYWHERE)) {
      return new PrefixQuery(new Term(Zone.TEXT.field(form), text));
    }
    var query = new BooleanQuery.Builder();
    for (ArticlePart part : parts) {
      switch (part) {
        case TITLE ->
            query.add(new PrefixQuery(new Term(Zone.TITLE.field(form), text)), Occur.SHOULD);
        case SUMMARY ->
            query.add(new PrefixQuery(new Term(Zone.LEAD.field(form), text)), Occur.SHOULD);
        case BODY -> {
          List<BytesRef> words = Readings.beginningWith(text, form, reader);
          if (!words.isEmpty()) {
            query.add(
                unscored(new IntervalQuery(Zone.TEXT.field(Form.EXACT), in(part, anyOf(words)))),
                Occur.SHOULD);
          }
        }
      }
    }
    return query.build();
  }

  // ------------------------------------------------------------------ parts of the text

  /** Narrows {@code query} to articles that have {@code source} within one of the parts. */
  private static Query inParts(Query query, IntervalsSource source, Set<ArticlePart> parts) {
    IntervalsSource[] places =
        parts.stream().map(part -> in(part, source)).toArray(IntervalsSource[]::new);
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new IntervalQuery(Zone.TEXT.field(Form.EXACT), Intervals.or(places)), Occur.FILTER)
        .build();
  }

  private static IntervalsSource in(ArticlePart part, IntervalsSource source) {
    return switch (part) {
      case TITLE -> Intervals.before(source, Intervals.term(Fields.LEAD_START));
      case SUMMARY ->
          Intervals.before(
              Intervals.after(source, Intervals.term(Fields.LEAD_START)),
              Intervals.term(Fields.LEAD_END));
      case BODY -> Intervals.after(source, Intervals.term(Fields.BODY_START));
    };
  }

  private IntervalsSource source(Syllable syllable) throws IOException {
    List<BytesRef> readings =
        typing.isExact(syllable)
            ? List.of(new BytesRef(syllable.exact()))
            : Readings.of(syllable.folded(), reader);
    return readings.isEmpty() ? Intervals.term(syllable.exact()) : anyOf(readings);
  }

  private static IntervalsSource anyOf(List<BytesRef> terms) {
    return Intervals.or(terms.stream().map(Intervals::term).toArray(IntervalsSource[]::new));
  }

  static Query unscored(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }
}
