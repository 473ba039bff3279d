package vn.timtin.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
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
import vn.timtin.ranking.CompiledQuery;
import vn.timtin.schema.Fields.Zone;
import vn.timtin.search.Highlights;
import vn.timtin.words.VietnameseSegmenter;

/**
 * Picks the sentences of an article that show best why it matched, and marks the words in them.
 *
 * <p>The text is analyzed as it was for the index, and its syllables are compared with those of the
 * query: exact ones where the query was taken at its marks, else without marks, so that a query
 * typed without marks shows the marked words of the text. Syllables that nearly every article has,
 * and those of longer words of the query, are marked only beside another match, if there is any.
 * For one query; safe for many threads once made.
 */
public final class ArticleHighlighter {
  private static final int SUMMARY_PASSAGES = 2;
  private static final int BODY_PASSAGES = 3;

  /** Only this much of a text is looked at, in UTF-16 units. */
  private static final int MAX_ANALYZED = 200_000;

  /** A syllable that a larger share of the articles has says nothing on its own. */
  private static final double COMMON = 0.35;

  private final Set<String> exact = new HashSet<>();
  private final Set<String> folded = new HashSet<>();
  private final Set<String> foldedOfAll = new HashSet<>();
  private final List<String> exactBeginnings = new ArrayList<>();
  private final List<String> foldedBeginnings = new ArrayList<>();

  /** The exact syllables that stand in longer words of the query, … */
  private final Set<String> parts = new HashSet<>();

  /** … and those that are words there. */
  private final Set<String> words = new HashSet<>();

  /** Terms in a row that stand for words of the query. */
  private final Set<List<String>> alternatives = new HashSet<>();

  /** By folded term: how rare each syllable of the query is, 0 for common ones. */
  private final Map<String, Double> weights = new HashMap<>();

  private ArticleHighlighter() {}

  /**
   * Yields a highlighter for the query.
   *
   * @param query as it was typed
   * @param compiled what was made of it
   * @param reader tells how rare each word is
   */
  public static ArticleHighlighter of(SearchQuery query, CompiledQuery compiled, IndexReader reader)
      throws IOException {
    var highlighter = new ArticleHighlighter();
    highlighter.collect(compiled.understood(), compiled.asksForExact());
    if (!query.equals(compiled.understood())) {
      highlighter.collect(query, compiled.asksForExact()); // the name Beer, not bể alone
    }
    highlighter.alternatives.addAll(compiled.alternatives());
    highlighter.weigh(reader);
    return highlighter;
  }

  private void collect(SearchQuery query, Predicate<TextToken> asksForExact) {
    switch (query) {
      case Words words -> collect(words.text(), asksForExact);
      case Phrase phrase -> collect(phrase.text(), TextToken::isMarked);
      case Prefix prefix -> {
        for (TextToken syllable : VietnameseAnalyzer.words(prefix.text())) {
          if (syllable.isMarked()) {
            exactBeginnings.add(syllable.exact());
          } else {
            foldedBeginnings.add(syllable.folded());
          }
        }
      }
      case In in -> collect(in.query(), asksForExact);
      case AnyOf any -> any.alternatives().forEach(q -> collect(q, asksForExact));
      case Combined combined -> {
        combined.required().forEach(q -> collect(q, asksForExact));
        combined.optional().forEach(q -> collect(q, asksForExact));
      }
      case Everything everything -> {}
      case Property property -> {}
      case Published published -> {}
    }
  }

  private void collect(String text, Predicate<TextToken> asksForExact) {
    collectWords(text);
    for (TextToken syllable : VietnameseAnalyzer.tokens(text)) {
      if (asksForExact.test(syllable)) {
        exact.add(syllable.exact());
      } else {
        folded.add(syllable.folded());
      }
      foldedOfAll.add(syllable.folded());
    }
  }

  /** Without marks it is hardly known where words end. */
  private void collectWords(String text) {
    List<TextToken> syllables = VietnameseAnalyzer.words(text);
    if (syllables.stream().anyMatch(TextToken::isMarked)) {
      BitSet joined = VietnameseSegmenter.ofNews().joined(text, syllables);
      for (int i = 0; i < syllables.size(); i++) {
        boolean isPart = joined.get(i) || joined.get(i + 1);
        (isPart ? parts : words).add(syllables.get(i).exact());
      }
    }
  }

  private void weigh(IndexReader reader) throws IOException {
    double articles = Math.max(1, reader.numDocs());
    for (String syllable : foldedOfAll) {
      int frequency = reader.docFreq(new Term(Zone.TEXT.field(Form.FOLDED), syllable));
      boolean tells = frequency > 0 && frequency <= COMMON * articles;
      weights.put(syllable, tells ? Math.log(1 + articles / (frequency + 1)) : 0);
    }
    if (weights.values().stream().allMatch(weight -> weight == 0)) {
      weights.replaceAll((syllable, weight) -> 1.0);
    }
  }

  /** Yields the extracts of the article. */
  public Highlights highlight(Article article) {
    Highlights marked = Highlights.NONE;
    for (Strictness strictness : Strictness.values()) {
      if (marked.equals(Highlights.NONE)) {
        marked = highlight(article, strictness);
      }
    }
    return marked;
  }

  /** What matches; what is less strict is asked only where nothing else does. */
  private enum Strictness {
    WHOLE_WORDS,
    SYLLABLES,
    ANY_MARKS
  }

  private Highlights highlight(Article article, Strictness strictness) {
    return new Highlights(
        title(article.title(), strictness),
        passages(article.summary(), SUMMARY_PASSAGES, strictness),
        passages(article.body(), BODY_PASSAGES, strictness));
  }

  private MarkedText marked(String text, Strictness strictness) {
    return new MarkedText(
        text,
        token -> weight(token, strictness == Strictness.ANY_MARKS),
        token ->
            strictness == Strictness.WHOLE_WORDS
                && parts.contains(token.exact())
                && !words.contains(token.exact()),
        alternatives);
  }

  private List<String> title(String title, Strictness strictness) {
    MarkedText text = marked(title, strictness);
    return text.hasMatch() ? List.of(text.html(0, title.length())) : List.of();
  }

  private List<String> passages(String whole, int wanted, Strictness strictness) {
    String looked = whole.length() <= MAX_ANALYZED ? whole : whole.substring(0, MAX_ANALYZED);
    MarkedText text = marked(looked, strictness);
    if (!text.hasMatch()) {
      return List.of();
    }
    return text.passages().stream()
        .filter(passage -> passage.score() > 0)
        .sorted(Comparator.comparingDouble(Passage::score).reversed())
        .limit(wanted)
        .sorted(Comparator.comparingInt(Passage::start))
        .map(passage -> text.html(passage.start(), passage.end()))
        .toList();
  }

  /** How much a syllable of the text says: negative where the query does not ask for it. */
  private double weight(TextToken syllable, boolean anyReading) {
    boolean asked =
        exact.contains(syllable.exact())
            || folded.contains(syllable.folded())
            || (anyReading && foldedOfAll.contains(syllable.folded()));
    if (asked) {
      return weights.get(syllable.folded());
    }
    boolean begins =
        exactBeginnings.stream().anyMatch(syllable.exact()::startsWith)
            || foldedBeginnings.stream().anyMatch(syllable.folded()::startsWith);
    return begins ? 1 : MarkedText.NO_MATCH;
  }
}
