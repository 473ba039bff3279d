package vn.timtin.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.analysis.VietnameseCharFilter;
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
import vn.timtin.ranking.WordClauses.WordClause;
import vn.timtin.schema.Fields.Zone;
import vn.timtin.search.Correction;
import vn.timtin.search.QueryInterpretation;
import vn.timtin.search.QueryInterpretation.Kind;

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
  static final int MAX_SYLLABLES = 120;
  private static final int MAX_PARTS = 24;

  private static final Set<ArticlePart> EVERYWHERE = EnumSet.allOf(ArticlePart.class);

  private final IndexReader reader;
  private final QueryMeaning meaning;
  private final Typing typing;
  private final Synonyms synonyms;
  private final RankingWeights weights;
  private final TermStatistics statistics;
  private final AnalyzedTexts texts;
  private final AskedTerms asked = new AskedTerms();

  private int syllablesLeft = MAX_SYLLABLES;
  private int partsLeft = MAX_PARTS;

  private QueryCompiler(
      IndexReader reader,
      QueryMeaning meaning,
      Typing typing,
      Synonyms synonyms,
      RankingWeights weights,
      TermStatistics statistics,
      AnalyzedTexts texts) {
    this.reader = reader;
    this.meaning = meaning;
    this.typing = typing;
    this.synonyms = synonyms;
    this.weights = weights;
    this.statistics = statistics;
    this.texts = texts;
  }

  /**
   * Compiles for this reader, whose statistics help to tell how the query was typed.
   *
   * @param correction whether keystrokes are undone and slips corrected
   * @param synonyms what else the words may be called in the articles
   * @param weights what counts how much
   */
  public static CompiledQuery compile(
      IndexReader reader,
      SearchQuery query,
      Set<ArticlePart> searchIn,
      Correction correction,
      Synonyms synonyms,
      RankingWeights weights)
      throws IOException {
    var statistics = new TermStatistics(reader);
    QueryMeaning meaning = QueryMeaning.of(query, correction, statistics);
    SearchQuery understood = meaning.meant(query);
    var texts = new AnalyzedTexts();
    List<TextToken> typed = new ArrayList<>();
    collectWords(understood, texts, typed);
    Typing typing = Typing.of(typed.subList(0, Math.min(typed.size(), MAX_SYLLABLES)), statistics);
    Set<ArticlePart> parts = searchIn.equals(EVERYWHERE) ? EVERYWHERE : EnumSet.copyOf(searchIn);
    var compiler = new QueryCompiler(reader, meaning, typing, synonyms, weights, statistics, texts);
    Query compiled = compiler.compile(query, parts);
    var interpretation =
        new QueryInterpretation(
            understood.toString(),
            meaning.keystrokes(),
            meaning.correction(),
            compiler.asked.terms());
    return new CompiledQuery(
        compiled,
        understood,
        interpretation,
        compiler::asksForExact,
        compiler.asked.alternatives());
  }

  /** Whether the word was taken to mean its exact form and no other one. */
  private boolean asksForExact(TextToken word) {
    return typing.isExact(word) && !asked.hasSlipped(word.exact());
  }

  private static void collectWords(SearchQuery query, AnalyzedTexts texts, List<TextToken> typed) {
    switch (query) {
      case Words words -> typed.addAll(texts.words(words.text()));
      case In in -> collectWords(in.query(), texts, typed);
      case AnyOf any -> any.alternatives().forEach(q -> collectWords(q, texts, typed));
      case Combined combined -> {
        combined.required().forEach(q -> collectWords(q, texts, typed));
        combined.optional().forEach(q -> collectWords(q, texts, typed));
      }
      case Everything everything -> {}
      case Phrase phrase -> typed.addAll(texts.words(phrase.text()));
      case Prefix prefix -> {}
      case Property property -> {}
      case Published published -> {}
    }
  }

  private Query compile(SearchQuery query, Set<ArticlePart> parts) throws IOException {
    return switch (query) {
      case Everything everything -> FilterCompiler.articles();
      case Words words -> words(words.text(), parts);
      case Phrase phrase -> eitherWay(phrase.text(), text -> phrase(text, parts));
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
        boolean onTop = optional instanceof Phrase && combined.optional().size() > 1;
        Query compiled = compile(onTop ? meaning.withMarks((Phrase) optional) : optional, parts);
        query.add(onTop ? new BoostQuery(compiled, weights.phraseOnTop()) : compiled, Occur.SHOULD);
      }
    }
    // What is excluded goes by its own marks alone: -bão is that word, -bao all its readings.
    var excluding =
        new QueryCompiler(
            reader, meaning, Typing.BY_MARKS, Synonyms.NONE, weights, statistics, texts);
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

  /** Analyzes as much of the text as the bound on words leaves. */
  private Wording wording(String text) {
    Wording wording = Wording.of(text, texts.tokens(text), syllablesLeft, synonyms);
    syllablesLeft -= wording.size();
    return wording;
  }

  private Query words(String text, Set<ArticlePart> parts) throws IOException {
    return eitherWay(text, way -> correctedWords(way, parts));
  }

  /** Asks for what was meant, and less for misspelt words as they were typed. */
  private Query correctedWords(String text, Set<ArticlePart> parts) throws IOException {
    String corrected = typing == Typing.BY_MARKS ? text : meaning.corrected(text);
    Query meant = words(wording(corrected), parts);
    if (corrected.equals(text) || !parts.equals(EVERYWHERE)) {
      return meant;
    }
    var query = new BooleanQuery.Builder().add(meant, Occur.SHOULD);
    for (TextToken word : texts.words(text)) {
      if (meaning.isMisspelt(word.exact())) {
        query.add(asTyped(word), Occur.SHOULD);
      }
    }
    return query.build();
  }

  private Query asTyped(TextToken word) throws IOException {
    asked.note(word.exact(), word.exact(), Kind.TYPED, weights.typed());
    var term = new Term(Zone.TEXT.field(Form.EXACT), word.exact());
    return WordClauses.boosted(statistics.query(term), weights.typed());
  }

  /** A part of a query, made of its text. */
  @FunctionalInterface
  private interface Compilation {
    Query of(String text) throws IOException;
  }

  /** Asks for what the keystrokes mean or for what they are, whichever an article has more of. */
  private Query eitherWay(String text, Compilation compilation) throws IOException {
    String decoded = meaning.withKeystrokes(text);
    Query meant = compilation.of(decoded);
    return decoded.equals(text)
        ? meant
        : new DisjunctionMaxQuery(List.of(meant, compilation.of(text)), 0);
  }

  private Query words(Wording wording, Set<ArticlePart> parts) throws IOException {
    if (wording.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    WordClauses inText = clauses(wording, Zone.TEXT);
    inText.note(asked);
    var query = new BooleanQuery.Builder();
    if (parts.equals(EVERYWHERE)) {
      inText.addAll(query, asked);
      return query.build();
    }
    for (ArticlePart part : parts) {
      if (part == ArticlePart.TITLE) {
        clauses(wording, Zone.TITLE).addAll(query, asked);
      } else {
        query.add(wordsWithin(part, inText, wording.size()), Occur.SHOULD);
      }
    }
    return query.build();
  }

  private WordClauses clauses(Wording wording, Zone zone) throws IOException {
    return new WordClauses(wording, zone, statistics, typing, weights);
  }

  /**
   * Lead and body have no fields of their own: their words are found by their places in the text.
   */
  private Query wordsWithin(ArticlePart part, WordClauses inText, int size) throws IOException {
    var words = new BooleanQuery.Builder();
    for (int i = 0; i < size; i++) {
      for (WordClause word : inText.wordsAt(i)) {
        words.add(TextPlaces.within(part, inText.query(word), source(word.term())), Occur.SHOULD);
      }
    }
    inText.addOthers(words, asked);
    var query = new BooleanQuery.Builder().add(words.build(), Occur.MUST);
    for (int i = 1; i < size; i++) {
      inText.addPair(query, i);
    }
    return query.build();
  }

  // ------------------------------------------------------------------ phrases and prefixes

  private Query phrase(String text, Set<ArticlePart> parts) throws IOException {
    Wording wording = wording(text);
    if (wording.isEmpty() || partsLeft-- <= 0) {
      return new MatchNoDocsQuery("no words");
    }
    Query inARow;
    if (parts.equals(EVERYWHERE) && wording.synonyms().isEmpty()) {
      inARow = plainPhrase(wording);
    } else {
      inARow = TextPlaces.query(parts, phraseSource(wording));
    }
    // Scored by its words and pairs: the engine's phrase score would sum up all their readings.
    return new BooleanQuery.Builder()
        .add(words(wording, EVERYWHERE), Occur.MUST)
        .add(inARow, Occur.FILTER)
        .build();
  }

  private Query plainPhrase(Wording wording) throws IOException {
    var phrase = new MultiPhraseQuery.Builder();
    String field = Zone.TEXT.field(Form.EXACT);
    for (int i = 0; i < wording.size(); i++) {
      List<Term> readings = new ArrayList<>();
      for (TextToken token : wording.termsAt(i)) {
        readings(token).forEach(reading -> readings.add(new Term(field, reading)));
      }
      if (readings.isEmpty()) {
        return new MatchNoDocsQuery("a word of the phrase is nowhere");
      }
      phrase.add(readings.toArray(Term[]::new));
    }
    return phrase.build();
  }

  /** The words in a row, those of a match as they were typed or as they may be called. */
  private IntervalsSource phraseSource(Wording wording) throws IOException {
    List<IntervalsSource> row = new ArrayList<>();
    int next = 0;
    for (Synonyms.Match match : wording.synonyms()) {
      addSources(row, wording, next, match.first());
      List<IntervalsSource> names = new ArrayList<>();
      List<IntervalsSource> typed = new ArrayList<>();
      addSources(typed, wording, match.first(), match.end());
      names.add(Intervals.phrase(typed.toArray(IntervalsSource[]::new)));
      for (Synonyms.Alternative other : match.alternatives()) {
        names.add(Intervals.phrase(other.terms().toArray(String[]::new)));
        asked.noteAlternative(other.terms());
      }
      row.add(Intervals.or(names.toArray(IntervalsSource[]::new)));
      next = match.end();
    }
    addSources(row, wording, next, wording.size());
    return Intervals.phrase(row.toArray(IntervalsSource[]::new));
  }

  private void addSources(List<IntervalsSource> row, Wording wording, int first, int end)
      throws IOException {
    for (int i = first; i < end; i++) {
      List<BytesRef> readings = new ArrayList<>();
      for (TextToken token : wording.termsAt(i)) {
        readings.addAll(readings(token));
      }
      row.add(
          readings.isEmpty()
              ? Intervals.term(wording.words().get(i).exact())
              : TextPlaces.anyOf(readings));
    }
  }

  /** Yields where a term stands, in any spelling where it is a folded one. */
  private IntervalsSource source(Term term) throws IOException {
    if (term.field().equals(Zone.TEXT.field(Form.EXACT))) {
      return Intervals.term(term.bytes());
    }
    List<BytesRef> readings = Readings.of(term.text(), reader);
    return readings.isEmpty() ? Intervals.term(term.bytes()) : TextPlaces.anyOf(readings);
  }

  private List<BytesRef> readings(TextToken syllable) throws IOException {
    return syllable.isMarked()
        ? List.of(new BytesRef(syllable.exact()))
        : Readings.of(syllable.folded(), reader);
  }

  private Query prefix(String text, Set<ArticlePart> parts) throws IOException {
    List<TextToken> syllables = texts.words(text);
    if (syllables.isEmpty() || syllablesLeft < syllables.size() || partsLeft-- <= 0) {
      return new MatchNoDocsQuery("no words");
    }
    syllablesLeft -= syllables.size();
    TextToken last = syllables.getLast();
    var query = new BooleanQuery.Builder();
    if (syllables.size() > 1) { // TP.HC* is the word TP and the beginning HC
      String before = text.substring(0, last.start());
      query.add(
          words(Wording.of(before, texts.tokens(before), MAX_SYLLABLES, synonyms), parts),
          Occur.MUST);
    }
    String typed = VietnameseCharFilter.settle(text.substring(last.start(), last.end()));
    query.add(prefix(last, typed.toLowerCase(Locale.ROOT), parts), Occur.MUST);
    return query.build();
  }

  private Query prefix(TextToken beginning, String typed, Set<ArticlePart> parts)
      throws IOException {
    Form form = beginning.isMarked() ? Form.EXACT : Form.FOLDED;
    String canonical = beginning.isMarked() ? beginning.exact() : beginning.folded();
    // hoà is the syllable hòa, and as it stands the beginning of hoàn.
    Set<String> texts = new LinkedHashSet<>(List.of(canonical));
    texts.add(form == Form.EXACT ? typed : Folding.fold(typed));
    var query = new BooleanQuery.Builder();
    for (String text : texts) {
      asked.note(typed + "*", text + "*", Kind.PREFIX, 1);
      if (parts.equals(EVERYWHERE)) {
        query.add(new PrefixQuery(new Term(Zone.TEXT.field(form), text)), Occur.SHOULD);
      }
      for (ArticlePart part : parts.equals(EVERYWHERE) ? Set.<ArticlePart>of() : parts) {
        if (part == ArticlePart.TITLE) {
          query.add(new PrefixQuery(new Term(Zone.TITLE.field(form), text)), Occur.SHOULD);
          continue;
        }
        List<BytesRef> words = Readings.beginningWith(text, form, reader);
        if (!words.isEmpty()) {
          query.add(
              unscored(TextPlaces.query(Set.of(part), TextPlaces.anyOf(words))), Occur.SHOULD);
        }
      }
    }
    return query.build();
  }

  static Query unscored(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }
}
