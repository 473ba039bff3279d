package vn.timtin.lucene.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/**
 * The postings of bigrams, from the {@linkplain PackedBigrams packed bigrams} of each document.
 *
 * <p>Nearly every article brings new bigrams, so that looking each one up in a table of terms, as
 * Lucene does while it takes documents, misses the caches of the processor time and again. Here a
 * posting is one number, its term before its document before its count, and all of them are sorted
 * when a segment is written (radix sort, lowest digits first: Knuth, The Art of Computer
 * Programming 3, 5.2.5). The figures are in {@code docs/decisions/0010-inverting-pairs.md}.
 */
final class InvertedBigrams extends Terms {
  /** Terms of two numbers, in the order of their bytes, come before those that are spelled. */
  private static final int FIRST_SPELLED = 1 << 24;

  private static final int TERM_BITS = 25;
  private static final int DIGIT_BITS = 11;

  private final int documentBits;
  private final int countBits;

  private final BytesRefHash spelled = new BytesRefHash();

  /** The spelled terms in the order of their bytes, by their number in the hash. */
  private final int[] order;

  private long[] postings = new long[1 << 16];
  private int size;

  /**
   * Sorts the bigrams of a segment.
   *
   * @param packed its terms are packed bigrams
   * @param documents how many documents the segment has
   */
  InvertedBigrams(Terms packed, int documents) throws IOException {
    documentBits = Integer.SIZE - Integer.numberOfLeadingZeros(documents);
    countBits = Long.SIZE - TERM_BITS - documentBits;
    read(packed);
    order = spelled.sort();
    rank();
    sort();
  }

  private void read(Terms packed) throws IOException {
    var reader = new PackedBigrams.Reader();
    var term = new BytesRef();
    TermsEnum tokens = packed.iterator();
    PostingsEnum documents = null;
    for (BytesRef token = tokens.next(); token != null; token = tokens.next()) {
      documents = tokens.postings(documents, PostingsEnum.NONE);
      for (int document = documents.nextDoc();
          document != PostingsEnum.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        reader.reset(token);
        while (reader.next(term)) {
          add(
              BigramTerm.isCompact(term) ? BigramTerm.read(term) : spelled(term),
              document,
              reader.count());
        }
      }
    }
  }

  private int spelled(BytesRef term) {
    int id = spelled.add(term);
    return FIRST_SPELLED + (id < 0 ? -1 - id : id);
  }

  /** A count that has no room in a posting is parted into several. */
  private void add(int term, int document, int count) {
    long posting = ((long) term << documentBits | document) << countBits;
    int most = (int) Math.min(Integer.MAX_VALUE, (1L << countBits) - 1);
    for (int left = count; left > 0; left -= most) {
      if (size == postings.length) {
        postings = Arrays.copyOf(postings, size * 2);
      }
      postings[size++] = posting | Math.min(left, most);
    }
  }

  /** Gives the spelled terms numbers in the order of their bytes. */
  private void rank() {
    int[] ranks = new int[spelled.size()];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[order[rank]] = rank;
    }
    for (int i = 0; i < size; i++) {
      int id = termAt(i) - FIRST_SPELLED;
      if (id >= 0) {
        postings[i] += (long) (ranks[id] - id) << documentBits + countBits;
      }
    }
  }

  private void sort() {
    long[] from = postings;
    long[] to = new long[size];
    int[] starts = new int[(1 << DIGIT_BITS) + 1];
    for (int shift = countBits; shift < Long.SIZE; shift += DIGIT_BITS) {
      Arrays.fill(starts, 0);
      for (int i = 0; i < size; i++) {
        starts[digit(from[i], shift) + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      for (int i = 0; i < size; i++) {
        to[starts[digit(from[i], shift)]++] = from[i];
      }
      long[] sorted = to;
      to = from;
      from = sorted;
    }
    postings = from;
  }

  private static int digit(long posting, int shift) {
    return (int) (posting >>> shift) & (1 << DIGIT_BITS) - 1;
  }

  private int termAt(int posting) {
    return (int) (postings[posting] >>> documentBits + countBits);
  }

  private int documentAt(int posting) {
    return (int) (postings[posting] >>> countBits) & (1 << documentBits) - 1;
  }

  private int countAt(int posting) {
    return (int) (postings[posting] & (1L << countBits) - 1);
  }

  @Override
  public TermsEnum iterator() {
    return new InOrder();
  }

  @Override
  public boolean hasFreqs() {
    return true;
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return false;
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }

  // Who writes a segment goes through the terms in their order, and asks for nothing of this.

  @Override
  public long size() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getSumTotalTermFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getSumDocFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getDocCount() {
    throw new UnsupportedOperationException();
  }

  /** The terms, each with its postings. */
  private final class InOrder extends BaseTermsEnum {
    private final BytesRef term = new BytesRef(BigramTerm.COMPACT_LENGTH);
    private final BytesRef words = new BytesRef();
    private BytesRef current = term;
    private int start;
    private int end;

    @Override
    public BytesRef next() {
      start = end;
      if (start == size) {
        return null;
      }
      int number = termAt(start);
      while (end < size && termAt(end) == number) {
        end++;
      }
      if (number < FIRST_SPELLED) {
        BigramTerm.write(number, term);
        current = term;
      } else {
        current = spelled.get(order[number - FIRST_SPELLED], words);
      }
      return current;
    }

    @Override
    public BytesRef term() {
      return current;
    }

    @Override
    public PostingsEnum postings(PostingsEnum reuse, int flags) {
      Documents documents = reuse instanceof Documents used ? used : new Documents();
      documents.of(start, end);
      return documents;
    }

    // As above.

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void seekExact(long ord) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int docFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long totalTermFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      throw new UnsupportedOperationException();
    }
  }

  /** The documents of a term, with the sum of their counts. */
  private final class Documents extends PostingsEnum {
    private int next;
    private int end;
    private int document;
    private int frequency;

    void of(int first, int afterLast) {
      next = first;
      end = afterLast;
      document = -1;
    }

    @Override
    public int nextDoc() {
      if (next == end) {
        document = NO_MORE_DOCS;
        return document;
      }
      document = documentAt(next);
      frequency = 0;
      while (next < end && documentAt(next) == document) {
        frequency += countAt(next++);
      }
      return document;
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int freq() {
      return frequency;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public long cost() {
      return end - next;
    }

    @Override
    public int nextPosition() {
      return -1;
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public BytesRef getPayload() {
      return null;
    }
  }
}
