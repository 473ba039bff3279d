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
  private static final int MANY_WORDS = 5;

  /** A pair in less than this share of the articles is rare. */
  private static final double RARE = 0.001;

  private final TermStatistics statistics;
  private final Typing typing;
  private final RankingWeights weights;

  /** What was asked for: a phrase has its words among them too, and counts once. */
  private final Set<QueryInterpretation.Term> asked = new LinkedHashSet<>();

  private final List<List<String>> alternatives = new ArrayList<>();

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
        note(wording.typed(token), term, kind, token.isStacked() ? weights.whole() : 1);
      }
    }
  }

  /** Adds a clause for each word, each pair, and each other name. */
  void addAll(BooleanQuery.Builder query, Zone zone, Wording wording) throws IOException {
    for (int i = 0; i < wording.size(); i++) {
      for (TextToken token : wording.termsAt(i)) {
        Query word = statistics.query(term(zone, token));
        query.add(token.isStacked() ? new BoostQuery(word, weights.whole()) : word, Occur.SHOULD);
      }
      addPair(query, zone, wording, i);
    }
    addOthers(query, zone, wording);
  }

  /** Adds the pair of the word before {@code index} and the one there, if there is one. */
  void addPair(BooleanQuery.Builder query, Zone zone, Wording wording, int index)
      throws IOException {
    if (index > 0 && index < wording.size() && wording.pairsWithPrevious(index)) {
      Query pair = statistics.query(wording.pairWithPrevious(index, zone));
      query.add(new BoostQuery(pair, pairWeight(zone, wording, index)), Occur.SHOULD);
    }
  }

  /** Adds what else the words may be called. */
  void addOthers(BooleanQuery.Builder query, Zone zone, Wording wording) throws IOException {
    for (Synonyms.Match match : wording.synonyms()) {
      others(match, zone, wording).forEach(other -> query.add(other, Occur.SHOULD));
    }
  }

  /** The syllable in the form in which it was typed. */
  Term term(Zone zone, TextToken syllable) {
    return typing.isExact(syllable)
        ? new Term(zone.field(Form.EXACT), syllable.exact())
        : new Term(zone.field(Form.FOLDED), syllable.folded());
  }

  /**
   * What a pair of a query counts. Of many words, those pairs count more that say much beyond the
   * rarer of their halves, as words of two common syllables do; measured in
   * docs/decisions/0009-weights-of-pairs.md.
   */
  private float pairWeight(Zone zone, Wording wording, int index) throws IOException {
    Term pair = wording.pairWithPrevious(index, zone);
    double rarity = statistics.rarity(pair);
    double rarest = RARE * statistics.documents();
    if (wording.size() < MANY_WORDS || rarity == Double.POSITIVE_INFINITY || rarest < 1) {
      return weights.pair(); // a thousand articles at least, else a pair in one may be chance
    }
    double half =
        Math.max(
            statistics.rarity(term(zone, wording.words().get(index - 1))),
            statistics.rarity(term(zone, wording.words().get(index))));
    double more = 1 - half / rarity;
    if (more < 0) { // a half has other marks than usual: the pair knows better
      return weights.slippedPair();
    }
    float weight = (float) (weights.leastPair() + weights.morePair() * more);
    return statistics.frequency(pair) < rarest ? Math.min(weight, weights.rarePair()) : weight;
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
