package vn.timtin.ranking;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.schema.Fields.Zone;

/**
 * BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009) with
 * parameters for each kind of field. What it writes into an index does not depend on the weights.
 */
public final class ArticleSimilarity extends PerFieldSimilarityWrapper {
  private static final Similarity SMALL = new BM25Similarity(0.8f, 0.5f);

  private final Similarity text;
  private final Similarity pairs;

  /** Scores with the weights that searches have. */
  public ArticleSimilarity() {
    this(RankingWeights.DEFAULT);
  }

  /** Scores with these weights. */
  public ArticleSimilarity(RankingWeights weights) {
    text = new BM25Similarity(weights.textK1(), weights.textB());
    pairs = new BM25Similarity(weights.pairsK1(), weights.pairsB());
  }

  @Override
  public Similarity get(String field) {
    if (field.equals(Zone.TEXT.field(Form.EXACT)) || field.equals(Zone.TEXT.field(Form.FOLDED))) {
      return text;
    }
    return field.equals(Zone.TEXT.field(Form.PAIRS)) ? pairs : SMALL;
  }
}
