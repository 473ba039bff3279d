package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import vn.timtin.search.Matched;

/**
 * What a plan is for Lucene.
 *
 * @param query finds and scores
 * @param matched how much of the words the articles have that it finds
 * @param words that an article may lack; none where it has all
 * @param isCutShort whether the time was over before it was known what is found
 */
public record CompiledQuery(Query query, Matched matched, List<Word> words, boolean isCutShort) {
  /** Copies the list. */
  public CompiledQuery {
    words = List.copyOf(words);
  }

  /**
   * A word.
   *
   * @param typed as it was typed
   * @param syllables of each of which a document that has the word has an alternative
   */
  public record Word(String typed, List<List<Query>> syllables) {}

  /** Yields the words that documents lack, by the order of the documents. */
  public List<List<String>> missing(List<Integer> documents, IndexSearcher searcher)
      throws IOException {
    Map<Integer, List<String>> missing = new TreeMap<>(); // iterators only go forward
    documents.forEach(document -> missing.put(document, new ArrayList<>()));
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    for (Word word : words) {
      LeafReaderContext leaf = null;
      List<List<Having>> having = List.of();
      for (Map.Entry<Integer, List<String>> hit : missing.entrySet()) {
        LeafReaderContext of = leaves.get(ReaderUtil.subIndex(hit.getKey(), leaves));
        if (of != leaf) {
          having = having(word, of, searcher);
          leaf = of;
        }
        if (!has(having, hit.getKey() - of.docBase)) {
          hit.getValue().add(word.typed());
        }
      }
    }
    return documents.stream().map(missing::get).toList();
  }

  /** Yields the documents of a segment that have each alternative of each syllable. */
  private static List<List<Having>> having(
      Word word, LeafReaderContext leaf, IndexSearcher searcher) throws IOException {
    List<List<Having>> having = new ArrayList<>();
    for (List<Query> alternatives : word.syllables()) {
      List<Having> ofSyllable = new ArrayList<>();
      for (Query alternative : alternatives) {
        Scorer scorer =
            alternative
                .rewrite(searcher)
                .createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(leaf);
        if (scorer != null) {
          ofSyllable.add(Having.of(scorer));
        }
      }
      having.add(ofSyllable);
    }
    return having;
  }

  private static boolean has(List<List<Having>> syllables, int document) throws IOException {
    for (List<Having> alternatives : syllables) {
      if (!Having.isIn(alternatives, document)) {
        return false;
      }
    }
    return true;
  }
}
