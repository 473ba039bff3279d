package vn.timtin.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import vn.timtin.schema.Fields;

/** When a document was written. */
final class WrittenAt {
  private WrittenAt() {}

  /** Yields milliseconds since 1970. */
  static long of(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), Fields.WRITTEN_AT);
    return values.advanceExact(document - leaf.docBase) ? values.nextValue() : Long.MIN_VALUE;
  }
}
