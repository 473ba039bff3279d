package vn.timtin.understanding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.search.QueryInterpretation.Kind;
import vn.timtin.understanding.QueryPlan.Asked;

/**
 * What the words of one wording ask for in one zone of the articles: themselves, bigrams of
 * neighbours, and their other names, each with its weight.
 */
final class WordClauses {
  static final int MANY_WORDS = 5;

  /** A bigram in less than this share of the articles is rare. */
  private static final double RARE = 0.001;

  /** A bigram that says less than this beyond its rarer half is not asked for among many words. */
  private static final double MIN_MORE = 0.2;

  /** A word that a greater share of the articles has is not asked for among many words. */
  private static final double FREQUENT = 0.6;

  /**
   * By how much the score of another name is raised at most, so that one that every article has
   * does not outshine what was typed. Bounds of 2, 8 and 32 give the same figures for all kinds of
   * known items.
   */
  private static final double MAX_BOOST = 8;

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

  /** At each place the bigram of the word before it and the one there, if they are one. */
  private final @Nullable IndexTerm[] bigramTerms;

  /** Which words have diacritics that have slipped. */
  private final BitSet slipped = new BitSet();

  private final List<List<WordClause>> words = new ArrayList<>();
  private final @Nullable BigramClause[] bigrams;

  WordClauses(
      Wording wording, Zone zone, Frequencies statistics, Typing typing, RankingWeights weights)
      throws IOException {
    this.wording = wording;
    this.zone = zone;
    this.statistics = statistics;
    this.typing = typing;
    this.weights = weights;
    int size = wording.size();
    this.bigramTerms = new IndexTerm[size + 1];
    this.bigrams = new BigramClause[size];
    for (int i = 1; i < size; i++) {
      if (wording.formsBigramWithPrevious(i)) {
        bigramTerms[i] = wording.bigramWithPrevious(i, zone);
      }
    }
    prefetch();
    for (int i = 0; i < size; i++) {
      slipped.set(i, hasSlipped(i));
    }
    BitSet leftOut = leftOut();
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
      if (bigramTerms[i] != null) {
        needed.add(bigramTerms[i]);
      }
    }
    for (Synonyms.Match match : wording.synonyms()) {
      for (Synonyms.Alternative alternative : match.alternatives()) {
        needed.addAll(inARow(alternative.terms()));
      }
    }
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
    noteSlipped(asked);
  }

  private void noteSlipped(AskedTerms asked) {
    slipped.stream().forEach(i -> asked.noteSlipped(wording.words().get(i).exact()));
  }

  /** Adds a clause for each word, each bigram, and each other name. */
  void addAll(List<Asked> query, AskedTerms asked) throws IOException {
    for (int i = 0; i < wording.size(); i++) {
      for (WordClause word : words.get(i)) {
        query.add(asked(word));
      }
      addBigram(query, i);
    }
    addOthers(query, asked);
    noteSlipped(asked); // titles have other frequencies than whole texts
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

  /** Adds what else the words may be called, and notes it. */
  void addOthers(List<Asked> query, AskedTerms asked) throws IOException {
    for (Synonyms.Match match : wording.synonyms()) {
      query.addAll(others(match, asked));
    }
  }

  /** The syllable in the form in which it was typed. */
  private IndexTerm term(TextToken syllable) {
    return typing.isExact(syllable)
        ? new IndexTerm(zone, Form.EXACT, syllable.exact())
        : folded(syllable);
  }

  private IndexTerm folded(TextToken syllable) {
    return new IndexTerm(zone, Form.FOLDED, syllable.folded());
  }

  /**
   * Whether the diacritics of a word are probably not what was meant: fewer articles have it than
   * have, diacritics aside, the bigram with one of its neighbours. What goes by its diacritics
   * alone never has: an exclusion must not reach further than what was typed.
   */
  private boolean hasSlipped(int index) throws IOException {
    TextToken word = wording.words().get(index);
    if (typing == Typing.BY_DIACRITICS || !typing.isExact(word) || !statistics.canTellChance()) {
      return false;
    }
    int articles = statistics.of(term(word));
    return bigramFrequency(index) > articles || bigramFrequency(index + 1) > articles;
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
    if (wording.size() < MANY_WORDS
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

  /** Whether a word only asks; in a query of few words it may be what is looked for. */
  private boolean asks(int index) {
    return wording.size() >= MANY_WORDS && wording.asking().get(index);
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
    if (wording.size() < MANY_WORDS
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
  private double rarity(int index) throws IOException {
    TextToken word = wording.words().get(index);
    return statistics.rarity(slipped.get(index) ? folded(word) : term(word));
  }

  /**
   * What else the words of a match may be called, as far as the index has it. Its score is scaled
   * to that of the words that were typed, so that another name is never better than the one given.
   */
  private List<Asked> others(Synonyms.Match match, AskedTerms asked) throws IOException {
    double most = statistics.maxRarity(); // of what no article has
    double typed = 0;
    for (int i = match.first(); i < match.end(); i++) {
      for (TextToken token : wording.termsAt(i)) {
        typed += Math.min(most, statistics.rarity(term(token)));
      }
      IndexTerm bigram = bigramTerms[i];
      if (i > match.first() && bigram != null) {
        typed += weights.bigram() * Math.min(most, statistics.rarity(bigram));
      }
    }
    List<Asked> others = new ArrayList<>();
    Set<List<IndexTerm>> known = new HashSet<>(); // Đăk Lăk has the bigram of Đắk Lắk
    known.add(inARow(wording.exact(match.first(), match.end())));
    for (Synonyms.Alternative alternative : match.alternatives()) {
      List<IndexTerm> terms = inARow(alternative.terms());
      if (!known.add(terms)) {
        continue;
      }
      double rarity = 0;
      for (IndexTerm term : terms) {
        rarity += statistics.rarity(term);
      }
      if (rarity < Double.POSITIVE_INFINITY) {
        asked.noteAlternative(alternative.terms());
        asked.note(
            wording.typed(match.first(), match.end()),
            String.join(" ", alternative.terms()),
            Kind.OTHER_NAME,
            (float) alternative.weight());
        float boost = (float) (alternative.weight() * typed / Math.max(rarity, typed / MAX_BOOST));
        others.add(new QueryPlan.AllOf(terms, boost));
      }
    }
    return others;
  }

  /**
   * The terms that an article has in which these stand in a row: the bigrams, or the one there is.
   */
  private List<IndexTerm> inARow(List<String> exact) {
    if (exact.size() == 1) {
      return List.of(new IndexTerm(zone, Form.EXACT, exact.getFirst()));
    }
    List<IndexTerm> bigrams = new ArrayList<>();
    for (int i = 1; i < exact.size(); i++) {
      bigrams.add(
          IndexTerm.bigram(zone, Folding.fold(exact.get(i - 1)), Folding.fold(exact.get(i))));
    }
    return bigrams;
  }
}
