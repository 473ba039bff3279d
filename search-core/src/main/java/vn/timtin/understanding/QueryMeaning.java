package vn.timtin.understanding;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Syllable;
import vn.timtin.correction.CorrectedText;
import vn.timtin.correction.CorrectedText.Kind;
import vn.timtin.correction.KeystrokeText;
import vn.timtin.correction.TextCorrector;
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
import vn.timtin.search.QueryCorrection;

/**
 * What was meant by the words of a query: what their keystrokes make, and without slips.
 *
 * <p>A correction counts where the articles have what was meant more often than what was typed. A
 * query without diacritics asks for any of them; if it has many words and the index many articles,
 * their diacritics are certain enough that those are asked for. Phrases and what is excluded mean
 * what they say, keystrokes aside. The figures are in {@code
 * docs/decisions/0013-correcting-queries.md}.
 */
final class QueryMeaning {
  /** In how many articles a syllable must be to count as one in use: one of so many. */
  private static final int RAREST = 5_000;

  /** Which texts of a query are meant. */
  private enum Scope {
    /** Those of words. */
    WORDS,
    /** Those of phrases too. */
    ASKED,
    /** Those of what is excluded too. */
    ALL;

    boolean includes(Scope scope) {
      return compareTo(scope) >= 0;
    }
  }

  private final Frequencies statistics;

  /** The words that were typed as keystrokes, and what they make. */
  private Map<String, String> keystrokes = Map.of();

  /** The words that are corrected, and what is asked for. */
  private final Map<String, String> corrections = new HashMap<>();

  /** The words that are written otherwise, whether or not that is asked for. */
  private Map<String, String> suggestions = Map.of();

  /** The exact terms of those of them that were misspelt. */
  private final Set<String> misspelt = new HashSet<>();

  /** Whether the query has words and none of them a mark. */
  private boolean isUnmarked;

  private @Nullable QueryCorrection correction;

  private QueryMeaning(Frequencies statistics) {
    this.statistics = statistics;
  }

  /** Weighs the words of a whole query by the model of the language and the articles. */
  static QueryMeaning of(SearchQuery query, Correction mode, Frequencies statistics)
      throws IOException {
    var meaning = new QueryMeaning(statistics);
    if (mode != Correction.OFF) {
      meaning.correct(query);
      if (mode == Correction.SUGGEST) {
        meaning.onlySuggest();
      }
    }
    return meaning;
  }

  private void correct(SearchQuery query) throws IOException {
    List<String> texts = new ArrayList<>();
    collectTexts(query, Scope.ALL, texts);
    keystrokes = KeystrokeText.decode(texts, this::uses, statistics.documents() / RAREST);
    SearchQuery undone = withKeystrokes(query);
    List<String> words = new ArrayList<>();
    collectTexts(undone, Scope.ASKED, words);
    String text = composed(String.join("; ", words));
    isUnmarked = !Folding.isMarked(text);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (!keystrokes.isEmpty()) {
      kinds.add(Kind.TELEX);
    }
    Map<String, String> meant = Map.of();
    if (wordsIn(text) <= QueryBudget.MAX_SYLLABLES) { // no more words are asked for
      CorrectedText corrected = TextCorrector.ofNews().correctQuery(text);
      meant = corrected.changes();
      suggestions = meant;
      kinds.addAll(corrected.kinds());
      take(text, meant);
    }
    if (!kinds.isEmpty()) {
      Map<String, String> all = meant;
      String suggested =
          onTexts(undone, Scope.ASKED, part -> KeystrokeText.replaceWords(composed(part), all))
              .toString();
      boolean applied = !keystrokes.isEmpty() || !corrected(undone).equals(undone);
      correction = new QueryCorrection(suggested, kinds, applied);
    }
  }

  /** Takes those changes over that the articles confirm. */
  private void take(String text, Map<String, String> meant) throws IOException {
    boolean asksForAnyDiacritics =
        isUnmarked && (wordsIn(text) < WordClauses.MANY_WORDS || !statistics.canTellChance());
    prefetch(meant);
    for (Map.Entry<String, String> change : meant.entrySet()) {
      String typed = change.getKey();
      boolean onlyDiacritics = Folding.fold(change.getValue()).equals(typed);
      if (onlyDiacritics && asksForAnyDiacritics) {
        continue;
      }
      int articles = Integer.MAX_VALUE;
      for (String word : change.getValue().split(" ")) {
        articles = Math.min(articles, articlesWith(word));
      }
      if (articles > (onlyDiacritics ? 0 : articlesWith(typed))) {
        corrections.put(
            typed, asksForAnyDiacritics ? Folding.fold(change.getValue()) : change.getValue());
        if (!onlyDiacritics) {
          misspelt.add(Syllable.canonical(typed.toLowerCase(Locale.ROOT)));
        }
      }
    }
  }

  private void onlySuggest() {
    keystrokes = Map.of();
    corrections.clear();
    misspelt.clear();
    if (correction != null) {
      correction = new QueryCorrection(correction.text(), correction.kinds(), false);
    }
  }

  /** Yields what the whole query may have been meant as, null if it is right. */
  @Nullable QueryCorrection correction() {
    return correction;
  }

  /** Whether what has diacritics in the query was typed with them. */
  boolean hasTypedDiacritics() {
    return !isUnmarked;
  }

  /** Yields the words that were typed as keystrokes, and what they make. */
  Map<String, String> keystrokes() {
    return keystrokes;
  }

  /** Yields what keystrokes make of a text. */
  String withKeystrokes(String text) {
    return KeystrokeText.replaceWords(text, keystrokes);
  }

  /** Yields the words that are asked for by these, keystrokes undone. */
  String corrected(String text) {
    return corrections.isEmpty() ? text : KeystrokeText.replaceWords(composed(text), corrections);
  }

  /** Yields the text as it is probably written, whether or not that is asked for. */
  String suggested(String text) {
    return suggestions.isEmpty() ? text : KeystrokeText.replaceWords(composed(text), suggestions);
  }

  /** Yields a phrase among words with the diacritics that all of them were written without. */
  Phrase withDiacritics(Phrase phrase) {
    return isUnmarked ? new Phrase(corrected(phrase.text())) : phrase;
  }

  /** Whether an exact term was corrected for more than its diacritics. */
  boolean isMisspelt(String word) {
    return misspelt.contains(word);
  }

  /** Yields the query that is asked for. */
  SearchQuery meant(SearchQuery query) {
    return corrected(withKeystrokes(query));
  }

  private SearchQuery corrected(SearchQuery query) {
    return corrections.isEmpty() ? query : onTexts(query, Scope.WORDS, this::corrected);
  }

  private SearchQuery withKeystrokes(SearchQuery query) {
    return keystrokes.isEmpty() ? query : onTexts(query, Scope.ALL, this::withKeystrokes);
  }

  /** The changes name words in NFC, whatever the form in which they were typed. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static long wordsIn(String text) {
    return text.isBlank() ? 0 : text.chars().filter(c -> c == ' ').count() + 1;
  }

  private int articlesWith(String syllable) throws IOException {
    return statistics.of(exact(syllable));
  }

  private static IndexTerm exact(String syllable) {
    String canonical = Syllable.canonical(syllable.toLowerCase(Locale.ROOT));
    return IndexTerm.exact(Zone.TEXT, canonical);
  }

  /** Yields how many articles have each of the syllables. */
  private double[] uses(List<String> syllables) throws IOException {
    List<IndexTerm> terms = syllables.stream().map(QueryMeaning::exact).toList();
    statistics.prefetch(terms);
    double[] uses = new double[terms.size()];
    for (int i = 0; i < uses.length; i++) {
      uses[i] = statistics.of(terms.get(i));
    }
    return uses;
  }

  private void prefetch(Map<String, String> changes) throws IOException {
    List<IndexTerm> needed = new ArrayList<>();
    changes.forEach(
        (typed, meant) -> {
          needed.add(exact(typed));
          for (String word : meant.split(" ")) {
            needed.add(exact(word));
          }
        });
    statistics.prefetch(needed);
  }

  private static void collectTexts(SearchQuery query, Scope scope, List<String> texts) {
    switch (query) {
      case Words words -> texts.add(words.text());
      case Phrase phrase -> texts.add(phrase.text());
      case In in -> collectTexts(in.query(), scope, texts);
      case AnyOf any -> any.alternatives().forEach(q -> collectTexts(q, scope, texts));
      case Combined combined -> {
        combined.required().forEach(q -> collectTexts(q, scope, texts));
        combined.optional().forEach(q -> collectTexts(q, scope, texts));
        if (scope.includes(Scope.ALL)) {
          combined.excluded().forEach(q -> collectTexts(q, scope, texts));
        }
      }
      case Everything everything -> {}
      case Prefix prefix -> {} // but the beginning of a word
      case Property property -> {}
      case Published published -> {}
    }
  }

  private static SearchQuery onTexts(SearchQuery query, Scope scope, UnaryOperator<String> change) {
    return switch (query) {
      case Words words -> new Words(change.apply(words.text()));
      case Phrase phrase ->
          scope.includes(Scope.ASKED) ? new Phrase(change.apply(phrase.text())) : phrase;
      case In in -> new In(in.part(), onTexts(in.query(), scope, change));
      case AnyOf any -> new AnyOf(onTexts(any.alternatives(), scope, change));
      case Combined combined ->
          new Combined(
              onTexts(combined.required(), scope, change),
              onTexts(combined.optional(), scope, change),
              scope.includes(Scope.ALL)
                  ? onTexts(combined.excluded(), scope, change)
                  : combined.excluded());
      case Everything everything -> query;
      case Prefix prefix -> query;
      case Property property -> query;
      case Published published -> query;
    };
  }

  private static List<SearchQuery> onTexts(
      List<SearchQuery> queries, Scope scope, UnaryOperator<String> change) {
    return queries.stream().map(query -> onTexts(query, scope, change)).toList();
  }
}
