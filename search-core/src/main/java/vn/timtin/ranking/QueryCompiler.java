package vn.timtin.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.queries.intervals.IntervalQuery;
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
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
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
import vn.timtin.schema.Fields;
import vn.timtin.schema.Fields.Zone;
import vn.timtin.schema.PairTerm;
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
  private static final int MAX_SYLLABLES = 120;
  private static final int MAX_PARTS = 24;

  // What a pair counts beside a syllable; measured in docs/decisions/0009-weights-of-pairs.md.

  /** In a query of fewer words than {@link #MANY_WORDS}, and in a small index. */
  private static final float PAIR = 0.35f;

  private static final int MANY_WORDS = 5;

  /** Else, if it says nothing beyond its rarer half, and what is added if it says all. */
  private static final float LEAST_PAIR = 0.075f;

  private static final float MORE_PAIR = 0.5f;

  /** At most so much where the pair is in fewer articles than this share: it may be chance. */
  private static final float RARE_PAIR = 0.25f;

  private static final double RARE = 0.001;

  /** Where a half is rarer than the pair. */
  private static final float SLIPPED_PAIR = 0.25f;

  /** What the term of a whole counts, a document number or a date, beside those of its parts. */
  private static final float WHOLES = 1.25f;

  /** What a phrase among other words adds to the score of its words. */
  private static final float PHRASE_ON_TOP = 0.5f;

  private static final Set<ArticlePart> EVERYWHERE = EnumSet.allOf(ArticlePart.class);

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final Map<Term, TermStates> lookedUp = new HashMap<>();
  private final KeystrokeQuery keystrokes;
  private final Typing typing;
  private final Synonyms synonyms;
  private final List<List<String>> alternatives = new ArrayList<>();

  /** What was asked for: a phrase has its words among them too, and counts once. */
  private final Set<QueryInterpretation.Term> terms = new LinkedHashSet<>();

  private int syllablesLeft = MAX_SYLLABLES;
  private int partsLeft = MAX_PARTS;

  private QueryCompiler(
      IndexReader reader, KeystrokeQuery keystrokes, Typing typing, Synonyms synonyms) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.keystrokes = keystrokes;
    this.typing = typing;
    this.synonyms = synonyms;
  }

  /**
   * Compiles for this reader, whose statistics help to tell how the query was typed.
   *
   * @param correction whether keystrokes are undone
   * @param synonyms what else the words may be called in the articles
   */
  public static CompiledQuery compile(
      IndexReader reader,
      SearchQuery query,
      Set<ArticlePart> searchIn,
      Correction correction,
      Synonyms synonyms)
      throws IOException {
    var keystrokes =
        correction == Correction.OFF
            ? KeystrokeQuery.none(reader)
            : KeystrokeQuery.of(query, reader);
    SearchQuery understood = keystrokes.decode(query);
    List<TextToken> typed = new ArrayList<>();
    collectWords(understood, typed);
    Typing typing = Typing.of(typed.subList(0, Math.min(typed.size(), MAX_SYLLABLES)), reader);
    Set<ArticlePart> parts = searchIn.equals(EVERYWHERE) ? EVERYWHERE : EnumSet.copyOf(searchIn);
    var compiler = new QueryCompiler(reader, keystrokes, typing, synonyms);
    Query compiled = compiler.compile(query, parts);
    var interpretation =
        new QueryInterpretation(
            understood.toString(), keystrokes.decoded(), List.copyOf(compiler.terms));
    return new CompiledQuery(
        compiled, understood, interpretation, typing::isExact, compiler.alternatives);
  }

  private static void collectWords(SearchQuery query, List<TextToken> typed) {
    switch (query) {
      case Words words -> typed.addAll(VietnameseAnalyzer.words(words.text()));
      case In in -> collectWords(in.query(), typed);
      case AnyOf any -> any.alternatives().forEach(q -> collectWords(q, typed));
      case Combined combined -> {
        combined.required().forEach(q -> collectWords(q, typed));
        combined.optional().forEach(q -> collectWords(q, typed));
      }
      case Everything everything -> {}
      case Phrase phrase -> typed.addAll(VietnameseAnalyzer.words(phrase.text()));
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
        Query compiled = compile(optional, parts);
        boolean onTop = optional instanceof Phrase && combined.optional().size() > 1;
        query.add(onTop ? new BoostQuery(compiled, PHRASE_ON_TOP) : compiled, Occur.SHOULD);
      }
    }
    // What is excluded goes by its own marks alone: -bão is that word, -bao all its readings.
    var excluding = new QueryCompiler(reader, keystrokes, Typing.BY_MARKS, Synonyms.NONE);
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
    Wording wording = Wording.of(text, syllablesLeft, synonyms);
    syllablesLeft -= wording.size();
    return wording;
  }

  private Query words(String text, Set<ArticlePart> parts) throws IOException {
    return eitherWay(text, way -> words(wording(way), parts));
  }

  /** A part of a query, made of its text. */
  @FunctionalInterface
  private interface Compilation {
    Query of(String text) throws IOException;
  }

  /** Asks for what the keystrokes mean or for what they are, whichever an article has more of. */
  private Query eitherWay(String text, Compilation compilation) throws IOException {
    String decoded = keystrokes.decode(text);
    Query meant = compilation.of(decoded);
    return decoded.equals(text)
        ? meant
        : new DisjunctionMaxQuery(List.of(meant, compilation.of(text)), 0);
  }

  private Query words(Wording wording, Set<ArticlePart> parts) throws IOException {
    if (wording.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    interpret(wording);
    var query = new BooleanQuery.Builder();
    if (parts.equals(EVERYWHERE)) {
      addWords(query, Zone.TEXT, wording);
      return query.build();
    }
    for (ArticlePart part : parts) {
      if (part == ArticlePart.TITLE) {
        addWords(query, Zone.TITLE, wording);
      } else {
        query.add(wordsWithin(part, wording), Occur.SHOULD);
      }
    }
    return query.build();
  }

  /** Notes what the words ask for, in whichever part of an article. */
  private void interpret(Wording wording) throws IOException {
    for (int i = 0; i < wording.size(); i++) {
      if (i > 0 && wording.pairsWithPrevious(i)) {
        TextToken first = wording.words().get(i - 1);
        TextToken second = wording.words().get(i);
        note(
            wording.typed(i - 1, i + 1),
            first.folded() + " " + second.folded(),
            Kind.PAIR,
            pairWeight(Zone.TEXT, wording, i));
      }
      for (TextToken token : wording.termsAt(i)) {
        Kind kind = token.isStacked() ? Kind.WHOLE : typing.kind(token);
        String term = typing.isExact(token) ? token.exact() : token.folded();
        note(wording.typed(token), term, kind, token.isStacked() ? WHOLES : 1);
      }
    }
  }

  private void note(String typed, String term, Kind kind, float weight) {
    terms.add(new QueryInterpretation.Term(typed, term, kind, weight));
  }

  private void addWords(BooleanQuery.Builder query, Zone zone, Wording wording) throws IOException {
    for (int i = 0; i < wording.size(); i++) {
      for (TextToken token : wording.termsAt(i)) {
        Query word = termQuery(term(zone, token));
        query.add(token.isStacked() ? new BoostQuery(word, WHOLES) : word, Occur.SHOULD);
      }
      addPair(query, zone, wording, i);
    }
    addOthers(query, zone, wording);
  }

  /** Adds what else the words may be called. */
  private void addOthers(BooleanQuery.Builder query, Zone zone, Wording wording)
      throws IOException {
    for (Synonyms.Match match : wording.synonyms()) {
      others(match, zone, wording).forEach(other -> query.add(other, Occur.SHOULD));
    }
  }

  /** Adds the pair of the word before {@code index} and the one there, if there is one. */
  private void addPair(BooleanQuery.Builder query, Zone zone, Wording wording, int index)
      throws IOException {
    if (index > 0 && index < wording.size() && wording.pairsWithPrevious(index)) {
      Query pair = termQuery(wording.pairWithPrevious(index, zone));
      query.add(new BoostQuery(pair, pairWeight(zone, wording, index)), Occur.SHOULD);
    }
  }

  /**
   * What a pair of a query counts. Of many words, those pairs count more that say much beyond the
   * rarer of their halves, as words of two common syllables do.
   */
  private float pairWeight(Zone zone, Wording wording, int index) throws IOException {
    Term pair = wording.pairWithPrevious(index, zone);
    double rarity = rarity(pair);
    double rarest = RARE * reader.maxDoc();
    if (wording.size() < MANY_WORDS || rarity == Double.POSITIVE_INFINITY || rarest < 1) {
      return PAIR; // a thousand articles at least, else each pair in one of them may be chance
    }
    double half =
        Math.max(
            rarity(term(zone, wording.words().get(index - 1))),
            rarity(term(zone, wording.words().get(index))));
    double more = 1 - half / rarity;
    if (more < 0) { // a half has other marks than usual: the pair knows better
      return SLIPPED_PAIR;
    }
    float weight = (float) (LEAST_PAIR + MORE_PAIR * more);
    return states(pair).docFreq() < rarest ? Math.min(weight, RARE_PAIR) : weight;
  }

  /**
   * What else the words of a match may be called, as far as the index has it. Its score is scaled
   * to that of the words that were typed, so that another name is never better than the one given.
   */
  private List<Query> others(Synonyms.Match match, Zone zone, Wording wording) throws IOException {
    double most = Math.log(1 + reader.maxDoc() + 0.5); // of what no article has
    double typed = 0;
    for (int i = match.first(); i < match.end(); i++) {
      for (TextToken token : wording.termsAt(i)) {
        typed += Math.min(most, rarity(term(zone, token)));
      }
      if (i > match.first() && wording.pairsWithPrevious(i)) {
        typed += PAIR * Math.min(most, rarity(wording.pairWithPrevious(i, zone)));
      }
    }
    List<Query> others = new ArrayList<>();
    Set<List<Term>> asked = new HashSet<>(); // Đăk Lăk has the pair of Đắk Lắk
    asked.add(inARow(wording.exact(match.first(), match.end()), zone));
    for (Synonyms.Alternative alternative : match.alternatives()) {
      List<Term> terms = inARow(alternative.terms(), zone);
      if (!asked.add(terms)) {
        continue;
      }
      double rarity = 0;
      boolean known = true;
      for (Term term : terms) {
        double one = rarity(term);
        known &= one < Double.POSITIVE_INFINITY;
        rarity += one;
      }
      if (known) {
        alternatives.add(alternative.terms());
        note(
            wording.typed(match.first(), match.end()),
            String.join(" ", alternative.terms()),
            Kind.OTHER_NAME,
            (float) alternative.weight());
        float boost = (float) (alternative.weight() * typed / Math.max(rarity, typed / 8));
        others.add(new BoostQuery(all(terms), boost));
      }
    }
    return others;
  }

  /**
   * The terms that an article has in which these stand in a row: the pairs, or the one there is.
   */
  private static List<Term> inARow(List<String> exact, Zone zone) {
    if (exact.size() == 1) {
      return List.of(new Term(zone.field(Form.EXACT), exact.getFirst()));
    }
    List<Term> pairs = new ArrayList<>();
    for (int i = 1; i < exact.size(); i++) {
      pairs.add(PairTerm.of(zone, Folding.fold(exact.get(i - 1)), Folding.fold(exact.get(i))));
    }
    return pairs;
  }

  private static Query all(List<Term> terms) {
    if (terms.size() == 1) {
      return new TermQuery(terms.getFirst());
    }
    var all = new BooleanQuery.Builder();
    terms.forEach(term -> all.add(new TermQuery(term), Occur.MUST));
    return all.build();
  }

  /** The inverse document frequency of a term, as BM25 has it; infinite where no article has it. */
  private double rarity(Term term) throws IOException {
    double frequency = states(term).docFreq();
    return frequency == 0
        ? Double.POSITIVE_INFINITY
        : Math.log(1 + (reader.maxDoc() - frequency + 0.5) / (frequency + 0.5));
  }

  /** Asks for a term without looking it up once more. */
  private Query termQuery(Term term) throws IOException {
    return new TermQuery(term, states(term));
  }

  private TermStates states(Term term) throws IOException {
    TermStates known = lookedUp.get(term);
    if (known == null) {
      known = TermStates.build(searcher, term, true);
      lookedUp.put(term, known);
    }
    return known;
  }

  /** The syllable in the form in which it was typed. */
  private Term term(Zone zone, TextToken syllable) {
    return typing.isExact(syllable)
        ? new Term(zone.field(Form.EXACT), syllable.exact())
        : new Term(zone.field(Form.FOLDED), syllable.folded());
  }

  /**
   * Lead and body have no fields of their own: their words are found by their places in the text.
   */
  private Query wordsWithin(ArticlePart part, Wording wording) throws IOException {
    var words = new BooleanQuery.Builder();
    for (int i = 0; i < wording.size(); i++) {
      for (TextToken token : wording.termsAt(i)) {
        Query word = termQuery(term(Zone.TEXT, token));
        words.add(within(part, word, source(token)), Occur.SHOULD);
      }
    }
    addOthers(words, Zone.TEXT, wording);
    var query = new BooleanQuery.Builder().add(words.build(), Occur.MUST);
    for (int i = 1; i < wording.size(); i++) {
      addPair(query, Zone.TEXT, wording, i);
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
      IntervalsSource source = phraseSource(wording);
      IntervalsSource placed = parts.equals(EVERYWHERE) ? source : in(parts, source);
      inARow = new IntervalQuery(Zone.TEXT.field(Form.EXACT), placed);
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
        alternatives.add(other.terms());
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
          readings.isEmpty() ? Intervals.term(wording.words().get(i).exact()) : anyOf(readings));
    }
  }

  private List<BytesRef> readings(TextToken syllable) throws IOException {
    return syllable.isMarked()
        ? List.of(new BytesRef(syllable.exact()))
        : Readings.of(syllable.folded(), reader);
  }

  private Query prefix(String text, Set<ArticlePart> parts) throws IOException {
    List<TextToken> syllables = VietnameseAnalyzer.words(text);
    if (syllables.isEmpty() || syllablesLeft < syllables.size() || partsLeft-- <= 0) {
      return new MatchNoDocsQuery("no words");
    }
    syllablesLeft -= syllables.size();
    TextToken last = syllables.getLast();
    var query = new BooleanQuery.Builder();
    if (syllables.size() > 1) { // TP.HC* is the word TP and the beginning HC
      query.add(
          words(Wording.of(text.substring(0, last.start()), MAX_SYLLABLES, synonyms), parts),
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
      note(typed + "*", text + "*", Kind.PREFIX, 1);
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
              unscored(new IntervalQuery(Zone.TEXT.field(Form.EXACT), in(part, anyOf(words)))),
              Occur.SHOULD);
        }
      }
    }
    return query.build();
  }

  // ------------------------------------------------------------------ parts of the text

  /** Narrows {@code query} to articles that have {@code source} within the part. */
  private static Query within(ArticlePart part, Query query, IntervalsSource source) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new IntervalQuery(Zone.TEXT.field(Form.EXACT), in(part, source)), Occur.FILTER)
        .build();
  }

  private static IntervalsSource in(Set<ArticlePart> parts, IntervalsSource source) {
    return Intervals.or(
        parts.stream().map(part -> in(part, source)).toArray(IntervalsSource[]::new));
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

  private IntervalsSource source(TextToken syllable) throws IOException {
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
