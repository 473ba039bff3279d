package vn.timtin.lucene.codec;

import java.io.IOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Bigrams of an article with their counts, packed into the bytes of one token.
 *
 * <p>An entry is the count, doubled and with 1 added for a bigram that is spelled, as an integer of
 * variable length; the length of a term that is spelled as another one; and the term.
 */
public final class PackedBigrams {
  /**
   * More than any entry: a word has at most 255 characters, of three bytes, and NFC may treble it.
   */
  private static final int MAX_ENTRY_BYTES = 8192;

  private final byte[] bytes = new byte[IndexWriter.MAX_TERM_LENGTH];
  private final ByteArrayDataOutput out = new ByteArrayDataOutput(bytes);
  private int total;

  public void clear() {
    out.reset(bytes);
    total = 0;
  }

  public boolean hasRoom() {
    return bytes.length - out.getPosition() >= MAX_ENTRY_BYTES;
  }

  /** Adds a bigram that counts {@code count}; there must be room. */
  public void add(BytesRef term, int count) throws IOException {
    if (BigramTerm.isCompact(term)) {
      out.writeVInt(count << 1);
    } else {
      out.writeVInt(count << 1 | 1);
      out.writeVInt(term.length);
    }
    out.writeBytes(term.bytes, term.offset, term.length);
    total += count;
  }

  /** Yields the sum of the counts. */
  public int total() {
    return total;
  }

  /** Points {@code token} at the entries, which stand until the next call of another method. */
  public void token(BytesRef token) {
    token.bytes = bytes;
    token.offset = 0;
    token.length = out.getPosition();
  }

  /** Takes a token apart again. */
  static final class Reader {
    private final ByteArrayDataInput in = new ByteArrayDataInput();
    private byte[] bytes = {};
    private int count;

    void reset(BytesRef token) {
      bytes = token.bytes;
      in.reset(bytes, token.offset, token.length);
    }

    /** Goes on to the next bigram and writes its term over {@code term}; false at the end. */
    boolean next(BytesRef term) {
      if (in.eof()) {
        return false;
      }
      int head = in.readVInt();
      count = head >>> 1;
      term.length = (head & 1) == 0 ? BigramTerm.COMPACT_LENGTH : in.readVInt();
      term.bytes = bytes;
      term.offset = in.getPosition();
      in.skipBytes(term.length);
      return true;
    }

    /** Yields the count of the bigram. */
    int count() {
      return count;
    }
  }
}
