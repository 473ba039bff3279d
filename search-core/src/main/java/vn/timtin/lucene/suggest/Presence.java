package vn.timtin.lucene.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.Zone;

/** Tells whether an article of an index has a phrase. For one question. */
final class Presence {
  /** Of each segment, the largest first: that is where most phrases are. */
  private final List<IndexSearcher> segments;

  Presence(IndexReader reader) {
    segments =
        reader.leaves().stream()
            .map(LeafReaderContext::reader)
            .sorted(Comparator.comparing(segment -> -segment.maxDoc()))
            .map(IndexSearcher::new)
            .toList();
  }

  /**
   * Whether an article has the words of a phrase in a row.
   *
   * @param before a word that must stand before it, whatever its diacritics; perhaps empty
   */
  boolean has(String before, String phrase) throws IOException {
    List<Term> terms = new ArrayList<>();
    List<TextToken> words = VietnameseAnalyzer.words(before + phrase);
    for (int i = 0; i < words.size(); i++) {
      TextToken word = words.get(i);
      if (i > 0 && words.get(i - 1).formsBigramWith(word)) {
        terms.add(Fields.bigram(Zone.TEXT, words.get(i - 1).folded(), word.folded()));
      }
      if (word.start() >= before.length()) {
        terms.add(new Term(Fields.field(Zone.TEXT, Form.EXACT), word.exact()));
      }
    }
    for (IndexSearcher segment : segments) {
      if (hasAll(terms, segment)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAll(List<Term> terms, IndexSearcher segment) throws IOException {
    var all = new BooleanQuery.Builder();
    for (Term term : terms) {
      if (segment.getIndexReader().docFreq(term) == 0) {
        return false; // nearly always at the first term, that of a bigram
      }
      all.add(new TermQuery(term), Occur.FILTER);
    }
    var first = new TopScoreDocCollectorManager(1, null, 1);
    return segment.search(all.build(), first).scoreDocs.length > 0;
  }
}
