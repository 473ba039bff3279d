package vn.timtin.lucene.query;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.RankingWeights;
import vn.timtin.understanding.Zone;

/**
 * BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009) with
 * parameters for each kind of field. What it writes into an index does not depend on the weights.
 */
public final class ArticleSimilarity extends PerFieldSimilarityWrapper {
  /**
   * For titles alone, which have a term hardly twice and hardly differ in length: known items are
   * found alike with (1.2, 0.75), Lucene's own, and (0.4, 0.3).
   */
  private static final Similarity SMALL = new BM25Similarity(0.8f, 0.5f);

  private final Similarity text;
  private final Similarity bigrams;

  /** Scores with the weights that searches have. */
  public ArticleSimilarity() {
    this(RankingWeights.DEFAULT);
  }

  /** Scores with these weights. */
  public ArticleSimilarity(RankingWeights weights) {
    text = new BM25Similarity(weights.textK1(), weights.textB());
    bigrams = new BM25Similarity(weights.bigramsK1(), weights.bigramsB());
  }

  /** Yields a searcher that scores so. */
  public static IndexSearcher searcher(IndexReader reader) {
    var searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new ArticleSimilarity());
    searcher.setQueryCache(null); // filters are cheap here, and no query is asked twice in a row
    return searcher;
  }

  @Override
  public Similarity get(String field) {
    if (field.equals(Fields.field(Zone.TEXT, Form.EXACT))
        || field.equals(Fields.field(Zone.TEXT, Form.FOLDED))) {
      return text;
    }
    return field.equals(Fields.field(Zone.TEXT, Form.BIGRAMS)) ? bigrams : SMALL;
  }
}
