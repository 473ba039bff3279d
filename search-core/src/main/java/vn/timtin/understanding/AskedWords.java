package vn.timtin.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vn.timtin.analysis.TextToken;
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

/**
 * What of a query can be shown in a text: its syllables, and what stands for them.
 *
 * @param exact terms that mean just themselves
 * @param folded terms that stand for all their marked forms
 * @param foldedOfAll the folded terms of all of them
 * @param exactBeginnings of terms
 * @param foldedBeginnings of folded terms
 * @param parts terms, exact or folded, that are syllables of longer words of the query
 * @param wholeWords terms that are words of the query by themselves
 * @param bigrams folded terms of two syllables side by side in the query
 * @param otherNames exact terms in a row that stand for words of the query
 */
public record AskedWords(
    Set<String> exact,
    Set<String> folded,
    Set<String> foldedOfAll,
    List<String> exactBeginnings,
    List<String> foldedBeginnings,
    Set<String> parts,
    Set<String> wholeWords,
    Set<List<String>> bigrams,
    Set<List<String>> otherNames) {

  /** Copies the collections. */
  public AskedWords {
    exact = Set.copyOf(exact);
    folded = Set.copyOf(folded);
    foldedOfAll = Set.copyOf(foldedOfAll);
    exactBeginnings = List.copyOf(exactBeginnings);
    foldedBeginnings = List.copyOf(foldedBeginnings);
    parts = Set.copyOf(parts);
    wholeWords = Set.copyOf(wholeWords);
    bigrams = Set.copyOf(bigrams);
    otherNames = Set.copyOf(otherNames);
  }

  /** Collects them; for one query. */
  static final class Collector {
    private final AnalyzedTexts texts;
    private final Predicate<TextToken> asksForExact;
    private final UnaryOperator<String> suggested;
    private final Set<String> exact = new HashSet<>();
    private final Set<String> folded = new HashSet<>();
    private final Set<String> foldedOfAll = new HashSet<>();
    private final List<String> exactBeginnings = new ArrayList<>();
    private final List<String> foldedBeginnings = new ArrayList<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<String> wholeWords = new HashSet<>();
    private final Set<List<String>> bigrams = new HashSet<>();

    /**
     * @param asksForExact which words were taken to mean their exact form
     * @param suggested how a text is probably written, which tells where its words end
     */
    Collector(
        AnalyzedTexts texts, Predicate<TextToken> asksForExact, UnaryOperator<String> suggested) {
      this.texts = texts;
      this.asksForExact = asksForExact;
      this.suggested = suggested;
    }

    AskedWords words(List<List<String>> otherNames) {
      return new AskedWords(
          exact,
          folded,
          foldedOfAll,
          exactBeginnings,
          foldedBeginnings,
          parts,
          wholeWords,
          bigrams,
          new HashSet<>(otherNames)); // a name may be asked for twice
    }

    Collector add(SearchQuery query) {
      switch (query) {
        case Words asked -> add(asked.text(), asksForExact);
        case Phrase phrase -> add(phrase.text(), TextToken::isMarked);
        case Prefix prefix -> {
          for (TextToken syllable : texts.words(prefix.text())) {
            if (syllable.isMarked()) {
              exactBeginnings.add(syllable.exact());
            } else {
              foldedBeginnings.add(syllable.folded());
            }
          }
        }
        case In in -> add(in.query());
        case AnyOf any -> any.alternatives().forEach(this::add);
        case Combined combined -> {
          combined.required().forEach(this::add);
          combined.optional().forEach(this::add);
        }
        case Everything everything -> {}
        case Property property -> {}
        case Published published -> {}
      }
      return this;
    }

    private void add(String text, Predicate<TextToken> isExact) {
      addParts(text, isExact);
      addBigrams(texts.words(text));
      for (TextToken syllable : texts.tokens(text)) {
        if (isExact.test(syllable)) {
          exact.add(syllable.exact());
        } else {
          folded.add(syllable.folded());
        }
        foldedOfAll.add(syllable.folded());
      }
    }

    private void addBigrams(List<TextToken> syllables) {
      for (int i = 1; i < syllables.size(); i++) {
        bigrams.add(List.of(syllables.get(i - 1).folded(), syllables.get(i).folded()));
      }
    }

    /** Without diacritics it is hardly known where words end. */
    private void addParts(String text, Predicate<TextToken> isExact) {
      List<TextToken> typed = texts.words(text);
      String written = suggested.apply(text);
      List<TextToken> syllables = texts.words(written);
      if (syllables.size() != typed.size() || syllables.stream().noneMatch(TextToken::isMarked)) {
        return;
      }
      BitSet joined = texts.joined(written, syllables);
      for (int i = 0; i < typed.size(); i++) {
        boolean isPart = joined.get(i) || joined.get(i + 1);
        TextToken syllable = typed.get(i);
        (isPart ? parts : wholeWords)
            .add(isExact.test(syllable) ? syllable.exact() : syllable.folded());
      }
    }
  }
}
