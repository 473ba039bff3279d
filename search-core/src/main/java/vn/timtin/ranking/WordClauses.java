package vn.timtin.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.schema.Fields.Zone;
import vn.timtin.schema.PairTerm;
import vn.timtin.search.QueryInterpretation;
import vn.timtin.search.QueryInterpretation.Kind;

/**
 * What words of a query ask for: themselves, pairs of neighbours, and their other names, each with
 * its weight.
 */
final class WordClauses {
  static final int MANY_WORDS = 5;

  /** A pair in less than this share of the articles is rare. */
  private static final double RARE = 0.001;

  /**
   * One term that a word asks for.
   *
   * @param token the word, or the whole that begins there
   */
  record WordClause(TextToken token, Kind kind, Term term, float weight) {}

  private final TermStatistics statistics;
  private final Typing typing;
  private final RankingWeights weights;

  /** What was asked for: a phrase has its words among them too, and counts once. */
  private final Set<QueryInterpretation.Term> asked = new LinkedHashSet<>();

  private final List<List<String>> alternatives = new ArrayList<>();

  /** The exact terms of words whose marks have slipped. */
  private final Set<String> slipped = new HashSet<>();

  WordClauses(TermStatistics statistics, Typing typing, RankingWeights weights) {
    this.statistics = statistics;
    this.typing = typing;
    this.weights = weights;
  }

  /** Yields all that was asked for. */
  List<QueryInterpretation.Term> asked() {
    return List.copyOf(asked);
  }

  /** Yields the other names that were asked for, each as exact terms in a row. */
  List<List<String>> alternatives() {
    return alternatives;
  }

  /** Whether the word was taken to mean its exact form and no other one. */
  boolean asksForExact(TextToken word) {
    return typing.isExact(word) && !slipped.contains(word.exact());
  }

  /** Notes that a term is asked for. */
  void note(String typed, String term, Kind kind, float weight) {
    asked.add(new QueryInterpretation.Term(typed, term, kind, weight));
  }

  /** Notes that an article may have these exact terms in a row. */
  void noteAlternative(List<String> terms) {
    alternatives.add(terms);
  }

  /** Notes what the words ask for, in whichever part of an article. */
  void note(Wording wording) throws IOException {
    for (int i = 0; i < wording.size(); i++) {
      if (isPair(wording, i)) {
        TextToken first = wording.words().get(i - 1);
        TextToken second = wording.words().get(i);
        note(
            wording.typed(i - 1, i + 1),
            first.folded() + " " + second.folded(),
            Kind.PAIR,
            pairWeight(Zone.TEXT, wording, i));
      }
      for (WordClause word : wordsAt(Zone.TEXT, wording, i)) {
        note(wording.typed(word.token), word.term.text(), word.kind, word.weight);
      }
    }
  }

  /** Adds a clause for each word, each pair, and each other name. */
  void addAll(BooleanQuery.Builder query, Zone zone, Wording wording) throws IOException {
    for (int i = 0; i < wording.size(); i++) {
      for (WordClause word : wordsAt(zone, wording, i)) {
        query.add(query(word), Occur.SHOULD);
      }
      addPair(query, zone, wording, i);
    }
    addOthers(query, zone, wording);
  }

  /** Yields what the word and the wholes ask for that stand at {@code index}. */
  List<WordClause> wordsAt(Zone zone, Wording wording, int index) throws IOException {
    List<WordClause> clauses = new ArrayList<>();
    for (TextToken token : wording.termsAt(index)) {
      if (token.isStacked()) {
        clauses.add(new WordClause(token, Kind.WHOLE, term(zone, token), weights.whole()));
        continue;
      }
      float weight = asks(wording, index) ? weights.asking() : 1;
      if (hasSlipped(zone, wording, index)) {
        float anyMarks = weight * weights.slipped();
        clauses.add(new WordClause(token, Kind.MARKS_SLIPPED, folded(zone, token), anyMarks));
        weight -= anyMarks;
        slipped.add(token.exact());
      }
      clauses.add(new WordClause(token, typing.kind(token), term(zone, token), weight));
    }
    return clauses;
  }

  /** Asks for a misspelt word as it was typed. */
  Query asTyped(Zone zone, TextToken word) throws IOException {
    var term = new Term(zone.field(Form.EXACT), word.exact());
    note(word.exact(), word.exact(), Kind.TYPED, weights.typed());
    return boosted(statistics.query(term), weights.typed());
  }

  /** Yields the query for a word. */
  Query query(WordClause word) throws IOException {
    return boosted(statistics.query(word.term), word.weight);
  }

  private static Query boosted(Query query, float weight) {
    return weight == 1 ? query : new BoostQuery(query, weight);
  }

  /** Adds the pair of the word before {@code index} and the one there, if there is one. */
  void addPair(BooleanQuery.Builder query, Zone zone, Wording wording, int index)
      throws IOException {
    if (isPair(wording, index)) {
      Query pair = statistics.query(wording.pairWithPrevious(index, zone));
      query.add(boosted(pair, pairWeight(zone, wording, index)), Occur.SHOULD);
    }
  }

  /** Adds what else the words may be called. */
  void addOthers(BooleanQuery.Builder query, Zone zone, Wording wording) throws IOException {
    for (Synonyms.Match match : wording.synonyms()) {
      others(match, zone, wording).forEach(other -> query.add(other, Occur.SHOULD));
    }
  }

  /** The syllable in the form in which it was typed. */
  private Term term(Zone zone, TextToken syllable) {
    return typing.isExact(syllable)
        ? new Term(zone.field(Form.EXACT), syllable.exact())
        : folded(zone, syllable);
  }

  private static Term folded(Zone zone, TextToken syllable) {
    return new Term(zone.field(Form.FOLDED), syllable.folded());
  }

  /** A thousand articles at least, else a pair in one of them may be chance. */
  private boolean canTellChance() {
    return RARE * statistics.documents() >= 1;
  }

  /**
   * Whether the marks of a word are probably not what was meant: fewer articles have it than have,
   * marks aside, the pair with one of its neighbours. What goes by its marks alone never has: an
   * exclusion must not reach further than what was typed.
   */
  private boolean hasSlipped(Zone zone, Wording wording, int index) throws IOException {
    TextToken word = wording.words().get(index);
    if (typing == Typing.BY_MARKS || !typing.isExact(word) || !canTellChance()) {
      return false;
    }
    int articles = statistics.frequency(term(zone, word));
    return pairFrequency(zone, wording, index) > articles
        || pairFrequency(zone, wording, index + 1) > articles;
  }

  /** Yields how many articles have the pair of the word before {@code index} and the one there. */
  private int pairFrequency(Zone zone, Wording wording, int index) throws IOException {
    return isPair(wording, index) ? statistics.frequency(wording.pairWithPrevious(index, zone)) : 0;
  }

  private static boolean isPair(Wording wording, int index) {
    return index > 0 && index < wording.size() && wording.pairsWithPrevious(index);
  }

  /** Whether a word only asks; in a query of few words it may be what is looked for. */
  private static boolean asks(Wording wording, int index) {
    return wording.size() >= MANY_WORDS && wording.asking().get(index);
  }

  private float pairWeight(Zone zone, Wording wording, int index) throws IOException {
    float weight = ownPairWeight(zone, wording, index);
    boolean asks = asks(wording, index - 1) || asks(wording, index);
    return asks ? weight * weights.asking() : weight;
  }

  /**
   * What a pair counts whose words do not ask. Of many words, those pairs count more that say much
   * beyond the rarer of their halves, as words of two common syllables do, and those that are of
   * one word; measured in docs/decisions/0009-weights-of-pairs.md and 0016-words-in-searches.md.
   */
  private float ownPairWeight(Zone zone, Wording wording, int index) throws IOException {
    Term pair = wording.pairWithPrevious(index, zone);
    double rarity = statistics.rarity(pair);
    if (wording.size() < MANY_WORDS || rarity == Double.POSITIVE_INFINITY || !canTellChance()) {
      return weights.pair();
    }
    double half = Math.max(rarity(zone, wording, index - 1), rarity(zone, wording, index));
    double more = 1 - half / rarity;
    float weight = (float) (weights.leastPair() + weights.morePair() * more);
    boolean rare = statistics.frequency(pair) < RARE * statistics.documents();
    weight = rare ? Math.min(weight, weights.rarePair()) : weight;
    return wording.joined().get(index) ? weight * weights.pairOfWord() : weight;
  }

  /** The rarity of a word, marks aside where they have slipped: so no pair is less rare. */
  private double rarity(Zone zone, Wording wording, int index) throws IOException {
    TextToken word = wording.words().get(index);
    return statistics.rarity(
        hasSlipped(zone, wording, index) ? folded(zone, word) : term(zone, word));
  }

  /**
   * What else the words of a match may be called, as far as the index has it. Its score is scaled
   * to that of the words that were typed, so that another name is never better than the one given.
   */
  private List<Query> others(Synonyms.Match match, Zone zone, Wording wording) throws IOException {
    double most = statistics.mostRarity(); // of what no article has
    double typed = 0;
    for (int i = match.first(); i < match.end(); i++) {
      for (TextToken token : wording.termsAt(i)) {
        typed += Math.min(most, statistics.rarity(term(zone, token)));
      }
      if (i > match.first() && wording.pairsWithPrevious(i)) {
        typed +=
            weights.pair() * Math.min(most, statistics.rarity(wording.pairWithPrevious(i, zone)));
      }
    }
    List<Query> others = new ArrayList<>();
    Set<List<Term>> known = new HashSet<>(); // Đăk Lăk has the pair of Đắk Lắk
    known.add(inARow(wording.exact(match.first(), match.end()), zone));
    for (Synonyms.Alternative alternative : match.alternatives()) {
      List<Term> terms = inARow(alternative.terms(), zone);
      if (!known.add(terms)) {
        continue;
      }
      double rarity = 0;
      for (Term term : terms) {
        rarity += statistics.rarity(term);
      }
      if (rarity < Double.POSITIVE_INFINITY) {
        noteAlternative(alternative.terms());
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
}
