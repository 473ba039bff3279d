package vn.timtin.ranking;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** In how many articles terms are; each is looked up once, for its weight and for the search. */
final class TermStatistics {
  /** From so many documents on, their shares are no chance. */
  private static final int LARGE = 1_000;

  private final IndexReader reader;
  private final List<LeafReaderContext> leaves;
  private final Map<Term, TermStates> known = new HashMap<>();

  /** The terms of each field, by leaf; they are looked up in all of them one after the other. */
  private final Map<String, TermsEnum[]> terms = new HashMap<>();

  TermStatistics(IndexReader reader) {
    this.reader = reader;
    this.leaves = reader.leaves();
  }

  /** Yields how many documents the index has. */
  int documents() {
    return reader.maxDoc();
  }

  /** Whether there are so many articles that few of them having a term are no chance. */
  boolean canTellChance() {
    return documents() >= LARGE;
  }

  /** Yields how many documents have the term. */
  int frequency(Term term) throws IOException {
    return states(term).docFreq();
  }

  /** The inverse document frequency of a term, as BM25 has it; infinite where no article has it. */
  double rarity(Term term) throws IOException {
    double frequency = frequency(term);
    return frequency == 0
        ? Double.POSITIVE_INFINITY
        : Math.log(1 + (documents() - frequency + 0.5) / (frequency + 0.5));
  }

  /** Yields what {@link #rarity} is at most, but for infinity. */
  double mostRarity() {
    return Math.log(1 + documents() + 0.5);
  }

  /** Asks for a term without looking it up once more. */
  Query query(Term term) throws IOException {
    return new TermQuery(term, states(term));
  }

  private TermStates states(Term term) throws IOException {
    TermStates states = known.get(term);
    if (states == null) {
      states = lookUp(term);
      known.put(term, states);
    }
    return states;
  }

  /** As {@link TermStates#build} does, but the terms of a query share what was read for others. */
  private TermStates lookUp(Term term) throws IOException {
    var states = new TermStates(reader.getContext());
    TermsEnum[] ofLeaves =
        terms.computeIfAbsent(term.field(), field -> new TermsEnum[leaves.size()]);
    for (LeafReaderContext leaf : leaves) {
      TermsEnum ofLeaf = ofLeaves[leaf.ord];
      if (ofLeaf == null) {
        ofLeaf = Terms.getTerms(leaf.reader(), term.field()).iterator();
        ofLeaves[leaf.ord] = ofLeaf;
      }
      if (ofLeaf.seekExact(term.bytes())) {
        states.register(ofLeaf.termState(), leaf.ord, ofLeaf.docFreq(), ofLeaf.totalTermFreq());
      }
    }
    return states;
  }
}
