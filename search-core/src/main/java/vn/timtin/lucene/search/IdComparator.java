package vn.timtin.lucene.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vn.timtin.lucene.schema.Fields;

/**
 * Orders by id those whom nothing else tells apart.
 *
 * <p>Lucene's own comparator looks up the value of each document that comes among the hits; here it
 * is looked up where two must be compared, which is seldom. The value of a hit is its number.
 */
final class IdComparator extends FieldComparator<Integer> implements LeafFieldComparator {
  private final int[] documents;
  private final @Nullable BytesRef[] ids;
  private int bottom;
  private int top;
  private @Nullable LeafReaderContext leaf;
  private @Nullable SortedDocValues idsOfLeaf;

  private IdComparator(int hits) {
    this.documents = new int[hits];
    this.ids = new BytesRef[hits];
  }

  /** Yields the last field of a sort. */
  static SortField field() {
    return new SortField(
        Fields.ID,
        new FieldComparatorSource() {
          @Override
          public FieldComparator<?> newComparator(
              String field, int hits, Pruning pruning, boolean reversed) {
            return new IdComparator(hits);
          }
        });
  }

  @Override
  public LeafFieldComparator getLeafComparator(LeafReaderContext context) {
    leaf = context;
    idsOfLeaf = null;
    return this;
  }

  @Override
  public void copy(int slot, int doc) {
    documents[slot] = leaf.docBase + doc;
    ids[slot] = null;
  }

  @Override
  public int compare(int slot, int other) {
    try {
      return id(slot).compareTo(id(other));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void setBottom(int slot) {
    bottom = slot;
  }

  @Override
  public int compareBottom(int doc) throws IOException {
    return id(bottom).compareTo(idInLeaf(doc));
  }

  @Override
  public void setTopValue(Integer document) {
    top = document;
  }

  @Override
  public int compareTop(int doc) throws IOException {
    return read(top).compareTo(idInLeaf(doc));
  }

  @Override
  public Integer value(int slot) {
    return documents[slot];
  }

  @Override
  public void setScorer(Scorable scorer) {}

  private BytesRef id(int slot) throws IOException {
    if (ids[slot] == null) {
      ids[slot] = read(documents[slot]);
    }
    return ids[slot];
  }

  /** Documents of a leaf come in their order, so one iterator serves them all. */
  private BytesRef idInLeaf(int doc) throws IOException {
    if (idsOfLeaf == null) {
      idsOfLeaf = DocValues.getSorted(leaf.reader(), Fields.ID);
    }
    idsOfLeaf.advanceExact(doc);
    return idsOfLeaf.lookupOrd(idsOfLeaf.ordValue());
  }

  private BytesRef read(int document) throws IOException {
    List<LeafReaderContext> leaves = ReaderUtil.getTopLevelContext(leaf).leaves();
    LeafReaderContext context = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedDocValues values = DocValues.getSorted(context.reader(), Fields.ID);
    values.advanceExact(document - context.docBase);
    return BytesRef.deepCopyOf(values.lookupOrd(values.ordValue()));
  }
}
