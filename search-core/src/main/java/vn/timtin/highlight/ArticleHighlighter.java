package vn.timtin.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.timtin.analysis.TextToken;
import vn.timtin.article.Article;
import vn.timtin.search.Extract;
import vn.timtin.search.Highlights;
import vn.timtin.understanding.AskedWords;
import vn.timtin.understanding.IndexTerm;
import vn.timtin.understanding.QueryPlan;
import vn.timtin.understanding.TermStatistics;
import vn.timtin.understanding.Zone;

/**
 * Picks the sentences of an article that show best why it matched, and highlights the words in
 * them.
 *
 * <p>The text is analyzed as it was for the index, and its syllables are compared with those of the
 * query: exact ones where the query was taken at its diacritics, else without them, so that a query
 * typed without diacritics shows the words of the text that have them. Syllables that nearly every
 * article has, and those of longer words of the query, are highlighted only beside another match,
 * if there is any. Two of them side by side as in the query are a match. For one query; safe for
 * many threads once made.
 */
public final class ArticleHighlighter {
  private static final int SUMMARY_PASSAGES = 2;
  private static final int BODY_PASSAGES = 3;

  /** Only this much of a text is looked at, in UTF-16 units. */
  private static final int MAX_ANALYZED = 200_000;

  /** A syllable that a larger share of the articles has says nothing on its own. */
  private static final double COMMON = 0.35;

  private final AskedWords asked;

  /** How rare each term of the query is, 0 for common ones. */
  private final Map<IndexTerm, Double> weights = new HashMap<>();

  private ArticleHighlighter(AskedWords asked) {
    this.asked = asked;
  }

  /**
   * Yields a highlighter for the query.
   *
   * @param plan what is asked for
   * @param statistics tell how rare each word is
   * @param articles how many the index has
   */
  public static ArticleHighlighter of(QueryPlan plan, TermStatistics statistics, int articles)
      throws IOException {
    var highlighter = new ArticleHighlighter(plan.words());
    highlighter.weigh(statistics, Math.max(1, articles));
    return highlighter;
  }

  private void weigh(TermStatistics statistics, double articles) throws IOException {
    List<IndexTerm> terms = new ArrayList<>();
    asked.exact().forEach(word -> terms.add(exact(word)));
    asked.foldedOfAll().forEach(word -> terms.add(folded(word)));
    int[] frequencies = statistics.frequencies(terms);
    for (int i = 0; i < frequencies.length; i++) {
      int frequency = frequencies[i];
      boolean tells = frequency > 0 && frequency <= COMMON * articles;
      weights.put(terms.get(i), tells ? Math.log(1 + articles / (frequency + 1)) : 0);
    }
    if (weights.values().stream().allMatch(weight -> weight == 0)) {
      weights.replaceAll((term, weight) -> 1.0);
    }
  }

  private static IndexTerm exact(String word) {
    return IndexTerm.exact(Zone.TEXT, word);
  }

  private static IndexTerm folded(String word) {
    return IndexTerm.folded(Zone.TEXT, word);
  }

  /** Yields the extracts of the article. */
  public Highlights highlight(Article article) {
    Highlights highlighted = Highlights.NONE;
    for (Strictness strictness : Strictness.values()) {
      if (highlighted.equals(Highlights.NONE)) {
        highlighted = highlight(article, strictness);
      }
    }
    return highlighted;
  }

  /** What matches; what is less strict is asked only where nothing else does. */
  private enum Strictness {
    WHOLE_WORDS,
    SYLLABLES,
    ANY_DIACRITICS
  }

  private Highlights highlight(Article article, Strictness strictness) {
    return new Highlights(
        title(article.title(), strictness),
        passages(article.summary(), SUMMARY_PASSAGES, strictness),
        passages(article.body(), BODY_PASSAGES, strictness));
  }

  private HighlightedText highlighted(String text, Strictness strictness) {
    return new HighlightedText(
        text,
        token -> weight(token, strictness == Strictness.ANY_DIACRITICS),
        token -> strictness == Strictness.WHOLE_WORDS && isPartOfWord(token),
        (first, second) -> asked.bigrams().contains(List.of(first.folded(), second.folded())),
        asked.otherNames());
  }

  private List<Extract> title(String title, Strictness strictness) {
    HighlightedText text = highlighted(title, strictness);
    return text.hasMatch() ? List.of(text.extract(0, title.length())) : List.of();
  }

  private List<Extract> passages(String whole, int wanted, Strictness strictness) {
    String looked = whole.length() <= MAX_ANALYZED ? whole : whole.substring(0, MAX_ANALYZED);
    HighlightedText text = highlighted(looked, strictness);
    if (!text.hasMatch()) {
      return List.of();
    }
    return text.passages().stream()
        .filter(passage -> passage.score() > 0)
        .sorted(Comparator.comparingDouble(Passage::score).reversed())
        .limit(wanted)
        .sorted(Comparator.comparingInt(Passage::start))
        .map(passage -> text.extract(passage.start(), passage.end()))
        .toList();
  }

  private boolean isPartOfWord(TextToken syllable) {
    String term = asked.exact().contains(syllable.exact()) ? syllable.exact() : syllable.folded();
    return asked.parts().contains(term) && !asked.wholeWords().contains(term);
  }

  /** How much a syllable of the text says: negative where the query does not ask for it. */
  private double weight(TextToken syllable, boolean anyReading) {
    if (asked.exact().contains(syllable.exact())) {
      return weights.get(exact(syllable.exact()));
    }
    if (asked.folded().contains(syllable.folded())
        || anyReading && asked.foldedOfAll().contains(syllable.folded())) {
      return weights.get(folded(syllable.folded()));
    }
    boolean begins =
        asked.exactBeginnings().stream().anyMatch(syllable.exact()::startsWith)
            || asked.foldedBeginnings().stream().anyMatch(syllable.folded()::startsWith);
    return begins ? 1 : HighlightedText.NO_MATCH;
  }
}
