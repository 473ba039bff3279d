package vn.timtin.lucene.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollector;
import vn.timtin.lucene.schema.Fields;

/**
 * In which order hits are given. Each order ends with the id and so is total: an index that is
 * merged or built anew gives the same pages.
 */
enum HitOrder {
  /** By score, of equal ones the newest first. */
  SCORE(SortField.FIELD_SCORE, newestFirst(), IdComparator.field()),
  /** The newest first, articles without a date last. */
  NEWEST(newestFirst(), IdComparator.field()),
  /** The oldest first, articles without a date last. */
  OLDEST(oldestFirst(), IdComparator.field());

  private final Sort sort;

  HitOrder(SortField... fields) {
    this.sort = new Sort(fields);
  }

  Sort sort() {
    return sort;
  }

  /** Yields the hit after which a search goes on, from its number and its score. */
  FieldDoc after(int document, float score, IndexReader reader) throws IOException {
    SortField[] fields = sort.getSort();
    var values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      if (fields[i] == SortField.FIELD_SCORE) {
        values[i] = score;
      } else if (fields[i] instanceof SortedNumericSortField) {
        values[i] = published(document, fields[i], reader);
      } else {
        values[i] = document; // as IdComparator has it
      }
    }
    return new FieldDoc(document, score, values);
  }

  /** Gives hits their scores, which an order by date did not need. */
  void score(ScoreDoc[] hits, IndexSearcher searcher, Query query) throws IOException {
    if (sort.needsScores()) {
      for (ScoreDoc hit : hits) {
        hit.score = (Float) ((FieldDoc) hit).fields[0];
      }
    } else {
      TopFieldCollector.populateScores(hits, searcher, query);
    }
  }

  private static Object published(int document, SortField order, IndexReader reader)
      throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedNumericDocValues dates = DocValues.getSortedNumeric(leaf.reader(), Fields.PUBLISHED_AT);
    return dates.advanceExact(document - leaf.docBase)
        ? (Long) dates.nextValue()
        : order.getMissingValue();
  }

  private static SortField newestFirst() {
    return new SortedNumericSortField(
        Fields.PUBLISHED_AT,
        SortField.Type.LONG,
        true,
        SortedNumericSelector.Type.MAX,
        Long.MIN_VALUE);
  }

  private static SortField oldestFirst() {
    return new SortedNumericSortField(
        Fields.PUBLISHED_AT,
        SortField.Type.LONG,
        false,
        SortedNumericSelector.Type.MIN,
        Long.MAX_VALUE);
  }
}
