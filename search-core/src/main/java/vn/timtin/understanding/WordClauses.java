package vn.timtin.understanding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.TextToken;
import vn.timtin.language.SyllableModel;
import vn.timtin.query.ArticlePart;
import vn.timtin.search.QueryInterpretation.Kind;
import vn.timtin.understanding.OtherNames.Name;
import vn.timtin.understanding.OtherNames.Named;
import vn.timtin.understanding.QueryPlan.Asked;

/**
 * What the words of one wording ask for in one zone of the articles: themselves, bigrams of
 * neighbours, and their {@linkplain OtherNames other names}, each with its weight.
 */
final class WordClauses {
  static final int MANY_WORDS = 5;

  /** A bigram in less than this share of the articles is rare. */
  private static final double RARE = 0.001;

  /** A bigram that says less than this beyond its rarer half is not asked for among many words. */
  private static final double MIN_MORE = 0.2;

  /** A word is rarer than a bigram with it if so many times its articles are fewer. */
  private static final double SLIPPED = 1.2;

  /** How much more probable other diacritics may be of a pair that news has as typed; a log. */
  private static final double ATTESTED = 3;

  /** What words in a row count in their probable diacritics, beside what they count in any. */
  private static final float WRITTEN = 0.5f;

  /** A word that a greater share of the articles has is not asked for among many words. */
  private static final double FREQUENT = 0.6;

  /**
   * One term that a word asks for.
   *
   * @param token the word, or the whole that begins there
   */
  record WordClause(TextToken token, Kind kind, IndexTerm term, float weight) {}

  private record BigramClause(IndexTerm term, float weight) {}

  private final Wording wording;
  private final Zone zone;
  private final Frequencies statistics;
  private final Typing typing;
  private final RankingWeights weights;
  private final boolean hasTypedDiacritics;
  private final OtherNames names;

  /** At each place the bigram of the word before it and the one there, if they are one. */
  private final @Nullable IndexTerm[] bigramTerms;

  /** Which words have diacritics that have slipped. */
  private final BitSet slipped = new BitSet();

  /** Which words are not asked for. */
  private final BitSet leftOut;

  private final List<List<WordClause>> words = new ArrayList<>();
  private final @Nullable BigramClause[] bigrams;

  WordClauses(Wording wording, Zone zone, Weighing by) throws IOException {
    this.wording = wording;
    this.zone = zone;
    this.statistics = by.statistics();
    this.typing = by.typing();
    this.weights = by.weights();
    this.hasTypedDiacritics = by.hasTypedDiacritics();
    int size = wording.size();
    this.bigramTerms = new IndexTerm[size + 1];
    this.bigrams = new BigramClause[size];
    for (int i = 1; i < size; i++) {
      if (wording.formsBigramWithPrevious(i)) {
        bigramTerms[i] = wording.bigramWithPrevious(i, zone);
      }
    }
    prefetch();
    names = new OtherNames(wording, zone, by);
    for (int i = 0; i < size; i++) {
      slipped.set(i, hasSlipped(i));
    }
    leftOut = leftOut();
    for (int i = 0; i < size; i++) {
      words.add(wordsOf(i, leftOut.get(i)));
      IndexTerm bigram = bigramTerms[i];
      float weight = bigram == null ? 0 : bigramWeight(i, bigram);
      if (weight > 0) {
        bigrams[i] = new BigramClause(bigram, weight);
      }
    }
  }

  /** Asks at once for what will be needed of nearly every word. */
  private void prefetch() throws IOException {
    List<IndexTerm> needed = new ArrayList<>();
    for (int i = 0; i < wording.size(); i++) {
      for (TextToken token : wording.termsAt(i)) {
        needed.add(term(token));
      }
      if (zone == Zone.TEXT && wording.size() <= FoundRule.FEW) {
        needed.add(folded(wording.words().get(i))); // for what is found
      }
      if (bigramTerms[i] != null) {
        needed.add(bigramTerms[i]);
      }
    }
    needed.addAll(OtherNames.terms(wording, zone));
    statistics.prefetch(needed);
  }

  /** Notes what the words ask for. */
  void note(AskedTerms asked) {
    for (int i = 0; i < wording.size(); i++) {
      BigramClause bigram = bigrams[i];
      if (bigram != null) {
        TextToken first = wording.words().get(i - 1);
        TextToken second = wording.words().get(i);
        asked.note(
            wording.typed(i - 1, i + 1),
            first.folded() + " " + second.folded(),
            Kind.PAIR,
            bigram.weight);
      }
      for (WordClause word : words.get(i)) {
        asked.note(wording.typed(word.token), word.term.text(), word.kind, word.weight);
      }
    }
    names.note(asked);
    noteSlipped(asked);
  }

  private void noteSlipped(AskedTerms asked) {
    slipped.stream().forEach(i -> asked.noteSlipped(wording.words().get(i).exact()));
  }

  /** Adds a clause for each word and each bigram, or one for all names of some words. */
  void addAll(List<Asked> query, AskedTerms asked) throws IOException {
    names.addAll(query);
    for (int i = 0; i < wording.size(); i++) {
      if (!names.isAskedByNames(i)) {
        for (WordClause word : words.get(i)) {
          query.add(asked(word));
        }
      }
      if (i == 0 || !names.isAskedByNames(i) || !names.isAskedByNames(i - 1)) {
        addBigram(query, i);
      }
    }
    addRow(query);
    noteSlipped(asked); // titles have other frequencies than whole texts
  }

  /** Adds the words of a short query in a row: they may be a name. */
  private void addRow(List<Asked> query) {
    List<IndexTerm> row = new ArrayList<>();
    for (int i = 1; i < wording.size(); i++) {
      if (bigramTerms[i] == null) {
        return;
      }
      row.add(bigramTerms[i]);
    }
    if (row.size() > 1 && names.count() < MANY_WORDS) {
      Asked bigrams = new QueryPlan.AllOf(row, weights.inARow());
      if (!hasTypedDiacritics) { // a phrase in all readings takes long: in the probable one alone
        query.add(bigrams);
        if (wording.written().stream().anyMatch(TextToken::isMarked)) {
          query.add(inARow(new QueryPlan.AllOf(row, WRITTEN * weights.inARow()), written()));
        }
        return;
      }
      // Bigrams alone may be in several places, and are of any diacritics.
      query.add(inARow(bigrams, inARow()));
    }
  }

  /** Asks for bigrams that stand in a row. */
  private static Asked inARow(Asked bigrams, QueryPlan.InARow row) {
    return new QueryPlan.Combined(List.of(bigrams), List.of(row), List.of(), List.of(), false);
  }

  /** Yields what asks for the words in a row, as they are probably written. */
  private QueryPlan.InARow written() {
    List<QueryPlan.Step> row = new ArrayList<>();
    for (TextToken word : wording.written()) {
      row.add(QueryPlan.Word.exactly(word.exact()));
    }
    return new QueryPlan.InARow(EnumSet.allOf(ArticlePart.class), row);
  }

  private QueryPlan.InARow inARow() {
    return new QueryPlan.InARow(
        EnumSet.allOf(ArticlePart.class), List.copyOf(steps(0, wording.size())));
  }

  /** Yields what asks for the words in a row, as they were typed or by their names. */
  QueryPlan.InARow inARowByAnyName() {
    List<QueryPlan.Step> row = new ArrayList<>();
    int next = 0;
    for (Named words : names.ofWholes()) {
      row.addAll(steps(next, words.first()));
      row.add(
          new QueryPlan.Named(
              steps(words.first(), words.end()),
              words.others().stream().map(Name::exact).toList()));
      next = words.end();
    }
    row.addAll(steps(next, wording.size()));
    return new QueryPlan.InARow(EnumSet.allOf(ArticlePart.class), row);
  }

  /** In a query with diacritics a word without them is itself, and no other: that is cheap. */
  private List<QueryPlan.Word> steps(int first, int end) {
    return wording.row(first, end, typing::isExact);
  }

  /** Yields the words that have other names. */
  OtherNames names() {
    return names;
  }

  /** Yields what the word and the wholes ask for that stand at {@code index}. */
  List<WordClause> wordsAt(int index) {
    return words.get(index);
  }

  private List<WordClause> wordsOf(int index, boolean isLeftOut) {
    List<WordClause> clauses = new ArrayList<>();
    for (TextToken token : wording.termsAt(index)) {
      if (token.isStacked()) {
        clauses.add(new WordClause(token, Kind.WHOLE, term(token), weights.whole()));
        continue;
      }
      if (isLeftOut) {
        continue;
      }
      float weight = asks(index) ? weights.asking() : 1;
      if (slipped.get(index)) {
        float anyDiacritics = weight * weights.slipped();
        clauses.add(new WordClause(token, Kind.MARKS_SLIPPED, folded(token), anyDiacritics));
        weight -= anyDiacritics;
      }
      clauses.add(new WordClause(token, typing.kind(token), term(token), weight));
    }
    return clauses;
  }

  /** Yields what asks for a word. */
  static QueryPlan.Term asked(WordClause word) {
    return new QueryPlan.Term(word.term, word.weight);
  }

  /** Adds the bigram of the word before {@code index} and the one there, if there is one. */
  void addBigram(List<Asked> query, int index) {
    BigramClause bigram = bigrams[index];
    if (bigram != null) {
      query.add(new QueryPlan.Term(bigram.term, bigram.weight));
    }
  }

  private IndexTerm term(TextToken syllable) {
    return typing.term(syllable, zone);
  }

  private IndexTerm folded(TextToken syllable) {
    return IndexTerm.folded(zone, syllable.folded());
  }

  /**
   * Whether the diacritics of a word are probably not what was meant: fewer articles have it than
   * have, diacritics aside, the bigram with one of its neighbours, which news does not have as it
   * was typed: đà nẵng is right, however often articles have đã nâng. What goes by its diacritics
   * alone never has: an exclusion must not reach further than what was typed.
   */
  private boolean hasSlipped(int index) throws IOException {
    TextToken word = wording.words().get(index);
    if (typing == Typing.BY_DIACRITICS || !typing.isExact(word) || !statistics.canTellChance()) {
      return false;
    }
    double articles = (hasTypedDiacritics ? SLIPPED : 1) * statistics.of(term(word));
    boolean isRarerThanNeighbours =
        bigramFrequency(index) > articles || bigramFrequency(index + 1) > articles;
    return isRarerThanNeighbours && !isAttested(index) && !isAttested(index + 1);
  }

  /**
   * Whether news has the word before {@code index} and the one there as they were typed, not too
   * rarely beside the same syllables with other diacritics.
   */
  private boolean isAttested(int index) {
    if (!hasTypedDiacritics || bigramTerms[index] == null) {
      return false; // they may be the model's own guess
    }
    SyllableModel news = SyllableModel.ofNews();
    String first = wording.words().get(index - 1).exact();
    String second = wording.words().get(index).exact();
    return news.neighbours(first, second, false) > news.neighbours(first, second, true) - ATTESTED;
  }

  /**
   * Yields how many articles have the bigram of the word before {@code index} and the one there.
   */
  private int bigramFrequency(int index) throws IOException {
    IndexTerm bigram = bigramTerms[index];
    return bigram == null ? 0 : statistics.of(bigram);
  }

  /**
   * Yields which words are not asked for: so many articles have them that they hardly tell articles
   * apart, and others can. None in a question, where what does not ask is little enough, and none
   * of what is excluded, which is what was typed.
   */
  private BitSet leftOut() throws IOException {
    var frequent = new BitSet();
    if (names.count() < MANY_WORDS
        || !wording.asking().isEmpty()
        || typing == Typing.BY_DIACRITICS
        || !statistics.canTellChance()) {
      return frequent;
    }
    boolean anyOther = false;
    for (int i = 0; i < wording.size(); i++) {
      int articles = statistics.of(term(wording.words().get(i)));
      boolean isFrequent = articles > FREQUENT * statistics.documents() && !slipped.get(i);
      frequent.set(i, isFrequent);
      anyOther |= !isFrequent && articles > 0;
    }
    return anyOther ? frequent : new BitSet();
  }

  /** Whether a word is not asked for, since most articles have it. */
  boolean isLeftOut(int index) {
    return leftOut.get(index);
  }

  /** Yields the bigram of a word and the one before it, if they are one. */
  @Nullable IndexTerm bigramAt(int index) {
    return bigramTerms[index];
  }

  /** Whether a word only asks; in a query of few words it may be what is looked for. */
  boolean asks(int index) {
    return names.count() >= MANY_WORDS && wording.asking().get(index);
  }

  private float bigramWeight(int index, IndexTerm bigram) throws IOException {
    float weight = ownBigramWeight(index, bigram);
    return asks(index - 1) || asks(index) ? weight * weights.asking() : weight;
  }

  /**
   * What a bigram counts whose words do not ask. Of many words, those bigrams count more that say
   * much beyond the rarer of their halves, as words of two common syllables do, and those that are
   * of one word; those that say little count nothing. Measured in
   * docs/decisions/0009-weights-of-pairs.md and 0016-words-in-searches.md.
   */
  private float ownBigramWeight(int index, IndexTerm bigram) throws IOException {
    double rarity = statistics.rarity(bigram);
    if (names.count() < MANY_WORDS
        || rarity == Double.POSITIVE_INFINITY
        || !statistics.canTellChance()) {
      return weights.bigram();
    }
    double more = 1 - Math.max(rarity(index - 1), rarity(index)) / rarity;
    if (more < MIN_MORE) {
      return 0;
    }
    float weight = (float) (weights.minBigram() + weights.bigramGain() * more);
    boolean rare = statistics.of(bigram) < RARE * statistics.documents();
    weight = rare ? Math.min(weight, weights.rareBigram()) : weight;
    return wording.joined().get(index) ? weight * weights.bigramOfWord() : weight;
  }

  /** The rarity of a word, diacritics aside where they have slipped: so no bigram is less rare. */
  double rarity(int index) throws IOException {
    TextToken word = wording.words().get(index);
    return statistics.rarity(slipped.get(index) ? folded(word) : term(word));
  }
}
