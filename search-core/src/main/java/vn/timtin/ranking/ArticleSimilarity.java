package vn.timtin.ranking;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.schema.Fields.Zone;

/**
 * BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009) with
 * parameters for each kind of field. An index must be written and searched with the same.
 */
public final class ArticleSimilarity extends PerFieldSimilarityWrapper {
  private static final Similarity TEXT = new BM25Similarity(1.6f, 0.85f);
  private static final Similarity PAIRS = new BM25Similarity(1.2f, 0.75f);
  private static final Similarity SMALL = new BM25Similarity(0.8f, 0.5f);

  @Override
  public Similarity get(String field) {
    if (field.equals(Zone.TEXT.field(Form.EXACT)) || field.equals(Zone.TEXT.field(Form.FOLDED))) {
      return TEXT;
    }
    return field.equals(Zone.TEXT.field(Form.PAIRS)) ? PAIRS : SMALL;
  }
}
