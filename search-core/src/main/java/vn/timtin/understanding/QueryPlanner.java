package vn.timtin.understanding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import vn.timtin.search.Correction;
import vn.timtin.search.Matching;
import vn.timtin.search.QueryInterpretation;
import vn.timtin.search.QueryInterpretation.Kind;
import vn.timtin.understanding.QueryPlan.Asked;
import vn.timtin.understanding.QueryPlan.Step;
import vn.timtin.understanding.WordClauses.WordClause;

/**
 * Turns what a reader wants into what articles are asked for.
 *
 * <p>A syllable that was typed with diacritics asks for its exact form, one that was typed without
 * asks for the folded form if it could carry diacritics (see {@link Typing}). Beside the syllables,
 * bigrams of neighbours ask for words.
 *
 * <p>The cost of a query is bounded: what comes after {@value QueryBudget#MAX_SYLLABLES} syllables
 * or {@value QueryBudget#MAX_PARTS} phrases and prefixes is left out, and what is repeated. For one
 * thread and one query.
 */
public final class QueryPlanner {
  private static final Set<ArticlePart> EVERYWHERE = EnumSet.allOf(ArticlePart.class);

  private final QueryMeaning meaning;
  private final Weighing by;
  private final Synonyms synonyms;
  private final AnalyzedTexts texts;
  private final Matching matching;
  private final AskedTerms asked = new AskedTerms();
  private final List<QueryPlan.Said> said = new ArrayList<>();

  private final QueryBudget budget;

  private QueryPlanner(
      QueryMeaning meaning,
      Weighing by,
      Synonyms synonyms,
      AnalyzedTexts texts,
      Matching matching,
      QueryBudget budget) {
    this.budget = budget;
    this.meaning = meaning;
    this.by = by;
    this.synonyms = synonyms;
    this.texts = texts;
    this.matching = matching;
  }

  /**
   * Plans a query.
   *
   * @param searchIn where words are looked for
   * @param matching how much of the words an article must have
   * @param correction whether keystrokes are undone and slips corrected
   * @param synonyms what else the words may be called in the articles
   * @param weights what counts how much
   * @param index helps to tell how the query was typed and what was meant
   */
  public static QueryPlan plan(
      SearchQuery query,
      Set<ArticlePart> searchIn,
      Matching matching,
      Correction correction,
      Synonyms synonyms,
      RankingWeights weights,
      TermStatistics index)
      throws IOException {
    var statistics = new Frequencies(index);
    QueryMeaning meaning = QueryMeaning.of(query, correction, statistics);
    SearchQuery understood = meaning.meant(query);
    var texts = new AnalyzedTexts();
    List<TextToken> typed = new ArrayList<>();
    collectWords(understood, texts, typed);
    Typing typing =
        Typing.of(typed.subList(0, Math.min(typed.size(), QueryBudget.MAX_SYLLABLES)), statistics);
    Set<ArticlePart> parts = searchIn.equals(EVERYWHERE) ? EVERYWHERE : EnumSet.copyOf(searchIn);
    var by = new Weighing(typing, meaning.hasTypedDiacritics(), statistics, weights);
    var planner = new QueryPlanner(meaning, by, synonyms, texts, matching, new QueryBudget());
    Asked asked = planner.plan(query, parts);
    var words =
        new AskedWords.Collector(texts, planner::asksForExact, meaning::suggested).add(understood);
    if (!query.equals(understood)) {
      words.add(query); // the name Beer, not bể alone
    }
    return new QueryPlan(
        asked,
        new QueryInterpretation(
            understood.toString(),
            meaning.keystrokes(),
            meaning.correction(),
            planner.asked.terms()),
        words.words(planner.asked.alternatives()),
        planner.said);
  }

  /** Whether the word was taken to mean its exact form and no other one. */
  private boolean asksForExact(TextToken word) {
    return by.typing().isExact(word) && !asked.hasSlipped(word.exact());
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

  private Asked plan(SearchQuery query, Set<ArticlePart> parts) throws IOException {
    if (query.isRestriction() || query instanceof AnyOf || query instanceof Combined) {
      budget.takeRestriction();
    }
    return switch (query) {
      case Everything everything -> new QueryPlan.Everything();
      case Words words ->
          words(words.text(), takeSyllables(words.text()), parts, List.of(), List.of());
      case Phrase phrase -> eitherWay(phrase.text(), text -> phrase(text, parts));
      case Prefix prefix -> prefix(prefix.text(), parts);
      case In in -> plan(in.query(), EnumSet.of(in.part()));
      case Property property -> new QueryPlan.Property(property.keyword(), property.value());
      case Published published -> new QueryPlan.PublishedThen(published);
      case AnyOf any -> QueryPlan.Combined.anyOf(planAll(any.alternatives(), parts));
      case Combined combined -> combined(combined, parts);
    };
  }

  private Asked combined(Combined combined, Set<ArticlePart> parts) throws IOException {
    List<Asked> required = new ArrayList<>(planAll(combined.required(), parts));
    // A filter alone is no reason to find an article.
    boolean finds =
        !combined.optional().isEmpty()
            && combined.required().stream().allMatch(SearchQuery::isRestriction);
    // The words of a phrase count like those round it; the phrase itself comes on top of them.
    String words = wordsOf(combined.optional());
    int most = takeSyllables(words);
    List<Asked> onTop = new ArrayList<>();
    List<Asked> others = new ArrayList<>();
    for (SearchQuery query : new LinkedHashSet<>(combined.optional())) {
      if (!(query instanceof Words) && budget.allows(query)) {
        if (query instanceof Phrase phrase && combined.optional().size() > 1) {
          onTop.add(plan(meaning.withDiacritics(phrase), parts));
        } else {
          others.add(plan(query, parts));
        }
      }
    }
    List<Asked> optional = new ArrayList<>();
    if (most > 0) {
      Asked asked = words(words, most, parts, onTop, others);
      if (finds) {
        required.add(asked);
      } else { // the words rank what is required
        optional.add(asked instanceof QueryPlan.Found found ? found.ranked() : asked);
      }
      onTop.forEach(
          phrase -> optional.add(new QueryPlan.Weighted(phrase, by.weights().phraseOnTop())));
    } else if (finds && !others.isEmpty()) {
      required.add(QueryPlan.Combined.anyOf(others));
    } else {
      optional.addAll(others);
    }
    // What is excluded goes by its own diacritics alone: -bão is that word, -bao all its readings.
    QueryPlanner excluding = beside(by.byDiacritics(), Synonyms.NONE, Matching.ANY);
    List<Asked> excluded = excluding.planAll(combined.excluded(), parts);
    if (combined.optional().isEmpty() && combined.required().isEmpty()) {
      required.add(new QueryPlan.Everything());
    }
    return new QueryPlan.Combined(required, List.of(), optional, excluded, false);
  }

  /** Plans each of the queries once, as far as the bounds leave them. */
  private List<Asked> planAll(List<SearchQuery> queries, Set<ArticlePart> parts)
      throws IOException {
    List<Asked> planned = new ArrayList<>();
    for (SearchQuery query : new LinkedHashSet<>(queries)) {
      if (budget.allows(query)) {
        planned.add(plan(query, parts));
      }
    }
    return planned;
  }

  // ------------------------------------------------------------------ words

  /** Yields the words and phrases among optional parts as one text, so that they make bigrams. */
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

  /** Yields how many syllables of the text the bound on them leaves. */
  private int takeSyllables(String text) {
    int typed = texts.words(text).size();
    return budget.takeSyllables(Math.max(typed, texts.words(meant(text)).size()));
  }

  private String corrected(String text) {
    return by.typing() == Typing.BY_DIACRITICS ? text : meaning.corrected(text);
  }

  /** What was meant may have more syllables than what was typed. */
  private String meant(String text) {
    return corrected(meaning.withKeystrokes(text));
  }

  private Wording wording(String text, int most) {
    return Wording.of(text, meaning.suggested(text), texts, most, synonyms);
  }

  /**
   * Asks for words.
   *
   * @param most so many syllables are looked at
   * @param phrases that stand among them, whose words are in the text too
   * @param others that stand among them, whose words are not
   */
  private Asked words(
      String text, int most, Set<ArticlePart> parts, List<Asked> phrases, List<Asked> others)
      throws IOException {
    Asked meant = correctedWords(meaning.withKeystrokes(text), most, parts, phrases, others);
    if (Folding.fold(meant(text)).equals(Folding.fold(text))) {
      return meant;
    }
    // Some of the keys mean nothing, and some words are none: only all of them together do.
    QueryPlanner asTyped = beside(by, synonyms, Matching.ALL);
    Asked typed =
        asTyped.found(wording(text, most), parts, Matching.ALL, List.of(), phrases, others);
    return new QueryPlan.Best(List.of(meant, typed));
  }

  /** Yields what plans something else of the same query, of which the sender is not told. */
  private QueryPlanner beside(Weighing otherwise, Synonyms otherNames, Matching otherMatching) {
    return new QueryPlanner(meaning, otherwise, otherNames, texts, otherMatching, budget);
  }

  /** Asks for what was meant, and less for misspelt words as they were typed. */
  private Asked correctedWords(
      String text, int most, Set<ArticlePart> parts, List<Asked> phrases, List<Asked> others)
      throws IOException {
    String corrected = corrected(text);
    List<Asked> asTyped = new ArrayList<>();
    if (!corrected.equals(text) && parts.equals(EVERYWHERE)) {
      for (TextToken word : texts.words(text)) {
        if (meaning.isMisspelt(word.exact())) {
          asTyped.add(asTyped(word));
        }
      }
    }
    return found(wording(corrected, most), parts, matching, asTyped, phrases, others);
  }

  private Asked asTyped(TextToken word) {
    asked.note(word.exact(), word.exact(), Kind.TYPED, by.weights().typed());
    return new QueryPlan.Term(IndexTerm.exact(Zone.TEXT, word.exact()), by.weights().typed());
  }

  /** A part of a plan, made of its text. */
  @FunctionalInterface
  private interface Planning {
    Asked of(String text) throws IOException;
  }

  /** Asks for what the keystrokes mean or for what they are, whichever an article has more of. */
  private Asked eitherWay(String text, Planning planning) throws IOException {
    String decoded = meaning.withKeystrokes(text);
    Asked meant = planning.of(decoded);
    return decoded.equals(text) ? meant : new QueryPlan.Best(List.of(meant, planning.of(text)));
  }

  /** Asks for articles by the rule of what is found. */
  private Asked found(
      Wording wording,
      Set<ArticlePart> parts,
      Matching matching,
      List<Asked> typedWords,
      List<Asked> phrases,
      List<Asked> others)
      throws IOException {
    if (wording.isEmpty()) {
      return others.isEmpty()
          ? new QueryPlan.Nothing("no words")
          : QueryPlan.Combined.anyOf(others);
    }
    WordClauses inText = clauses(wording, Zone.TEXT);
    inText.note(asked);
    boolean looksInTitle = !parts.equals(EVERYWHERE) && parts.contains(ArticlePart.TITLE);
    WordClauses inTitle = looksInTitle ? clauses(wording, Zone.TITLE) : null;
    List<Asked> any = new ArrayList<>(ranked(wording, parts, inText, inTitle));
    any.addAll(typedWords);
    any.addAll(others);
    Asked ranked = QueryPlan.Combined.anyOf(any);
    if (by.typing() == Typing.BY_DIACRITICS) {
      return ranked; // what is excluded
    }
    var places = new FoundPlaces(wording, parts, inText, inTitle, by);
    said.addAll(places.said());
    // In all readings a row takes long, and its bigrams tell nearly as much.
    boolean isExact = by.hasTypedDiacritics() && parts.equals(EVERYWHERE);
    var rule =
        new FoundRule(
            places.places(),
            places.bigrams(),
            !places.haveWholes(),
            isExact ? inText.inARowByAnyName() : null,
            places.isOneWord(),
            phrases,
            others,
            ranked);
    return new QueryPlan.Found(ranked, rule.levels(matching));
  }

  /** Yields what ranks the words. */
  private List<Asked> ranked(
      Wording wording, Set<ArticlePart> parts, WordClauses inText, @Nullable WordClauses inTitle)
      throws IOException {
    List<Asked> any = new ArrayList<>();
    if (parts.equals(EVERYWHERE)) {
      inText.addAll(any, asked);
      return any;
    }
    for (ArticlePart part : parts) {
      if (part == ArticlePart.TITLE && inTitle != null) {
        inTitle.addAll(any, asked);
      } else {
        any.add(wordsWithin(part, inText, wording.size()));
      }
    }
    return any;
  }

  private WordClauses clauses(Wording wording, Zone zone) throws IOException {
    return new WordClauses(wording, zone, by);
  }

  /**
   * Lead and body have no fields of their own: their words are found by their places in the text.
   */
  private Asked wordsWithin(ArticlePart part, WordClauses inText, int size) throws IOException {
    List<Asked> words = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (WordClause word : inText.wordsAt(i)) {
        words.add(new QueryPlan.TermWithin(part, WordClauses.asked(word)));
      }
    }
    inText.names().addOthers(words);
    List<Asked> bigrams = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      inText.addBigram(bigrams, i);
    }
    return new QueryPlan.Combined(
        List.of(QueryPlan.Combined.anyOf(words)), List.of(), bigrams, List.of(), false);
  }

  // ------------------------------------------------------------------ phrases and prefixes

  private Asked phrase(String text, Set<ArticlePart> parts) throws IOException {
    Wording wording = wording(text, takeSyllables(text));
    if (wording.isEmpty() || !budget.takePart()) {
      return new QueryPlan.Nothing("no words");
    }
    var inARow = new QueryPlan.InARow(parts, row(wording));
    // Scored by its words and bigrams: the engine's phrase score would sum up all their readings.
    return new QueryPlan.Combined(
        List.of(QueryPlan.Combined.anyOf(inText(wording))),
        List.of(inARow),
        List.of(),
        List.of(),
        false);
  }

  private List<Asked> inText(Wording wording) throws IOException {
    WordClauses clauses = clauses(wording, Zone.TEXT);
    clauses.note(asked);
    return ranked(wording, EVERYWHERE, clauses, null);
  }

  /** The words in a row, those of a match as they were typed or as they may be called. */
  private List<Step> row(Wording wording) {
    List<Step> row = new ArrayList<>();
    int next = 0;
    for (Synonyms.Match match : wording.synonyms()) {
      if (match.isPart()) {
        continue;
      }
      row.addAll(steps(wording, next, match.first()));
      List<List<String>> others = new ArrayList<>();
      for (Synonyms.Alternative other : match.alternatives()) {
        others.add(other.terms());
        asked.noteAlternative(other.terms());
      }
      row.add(new QueryPlan.Named(steps(wording, match.first(), match.end()), others));
      next = match.end();
    }
    row.addAll(steps(wording, next, wording.size()));
    return row;
  }

  private static List<QueryPlan.Word> steps(Wording wording, int first, int end) {
    return wording.row(first, end, TextToken::isMarked);
  }

  private Asked prefix(String text, Set<ArticlePart> parts) throws IOException {
    List<TextToken> syllables = texts.words(text);
    if (syllables.isEmpty() || budget.syllables() < syllables.size() || !budget.takePart()) {
      return new QueryPlan.Nothing("no words");
    }
    budget.takeSyllables(syllables.size());
    TextToken last = syllables.getLast();
    String typed = VietnameseCharFilter.settle(text.substring(last.start(), last.end()));
    List<Asked> required = new ArrayList<>();
    if (syllables.size() > 1) { // TP.HC* is the word TP and the beginning HC
      String before = text.substring(0, last.start());
      Wording words = Wording.of(before, before, texts, QueryBudget.MAX_SYLLABLES, synonyms);
      required.add(found(words, parts, matching, List.of(), List.of(), List.of()));
    }
    required.add(prefix(last, typed.toLowerCase(Locale.ROOT), parts));
    return QueryPlan.Combined.allOf(required.toArray(Asked[]::new));
  }

  private Asked prefix(TextToken beginning, String typed, Set<ArticlePart> parts) {
    Form form = beginning.isMarked() ? Form.EXACT : Form.FOLDED;
    String canonical = beginning.isMarked() ? beginning.exact() : beginning.folded();
    // hoà is the syllable hòa, and as it stands the beginning of hoàn.
    Set<String> texts = new LinkedHashSet<>(List.of(canonical));
    texts.add(form == Form.EXACT ? typed : Folding.fold(typed));
    List<Asked> any = new ArrayList<>();
    for (String text : texts) {
      asked.note(typed + "*", text + "*", Kind.PREFIX, 1);
      if (parts.equals(EVERYWHERE)) {
        any.add(new QueryPlan.Beginning(new IndexTerm(Zone.TEXT, form, text)));
      }
      for (ArticlePart part : parts.equals(EVERYWHERE) ? Set.<ArticlePart>of() : parts) {
        any.add(
            part == ArticlePart.TITLE
                ? new QueryPlan.Beginning(new IndexTerm(Zone.TITLE, form, text))
                : new QueryPlan.BeginningWithin(part, new IndexTerm(Zone.TEXT, form, text)));
      }
    }
    return QueryPlan.Combined.anyOf(any);
  }
}
