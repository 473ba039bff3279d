package vn.timtin.lucene.query;

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
import org.apache.lucene.search.TermQuery;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.IndexTerm;
import vn.timtin.understanding.TermStatistics;

/**
 * The terms of one query in a reader, each looked up once: to understand the query, and to run it.
 * For one thread.
 */
public final class LuceneTermStatistics implements TermStatistics {
  private final IndexReader reader;
  private final List<LeafReaderContext> leaves;
  private final Map<IndexTerm, TermQuery> known = new HashMap<>();

  /** The terms of each field, by leaf; they are looked up in all of them one after the other. */
  private final Map<String, TermsEnum[]> terms = new HashMap<>();

  /** Looks terms up in this reader. */
  public LuceneTermStatistics(IndexReader reader) {
    this.reader = reader;
    this.leaves = reader.leaves();
  }

  @Override
  public int documents() {
    return reader.maxDoc();
  }

  @Override
  public int[] frequencies(List<IndexTerm> wanted) throws IOException {
    int[] frequencies = new int[wanted.size()];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = query(wanted.get(i)).getTermStates().docFreq();
    }
    return frequencies;
  }

  /** Asks for a term without looking it up once more. */
  TermQuery query(IndexTerm wanted) throws IOException {
    TermQuery query = known.get(wanted);
    if (query == null) {
      Term term = Fields.term(wanted);
      query = new TermQuery(term, lookUp(term));
      known.put(wanted, query);
    }
    return query;
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
