package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Goes through the documents of a segment that a {@link Cover} finds.
 *
 * <p>It takes a window of documents at a time, and one part after the other, as Lucene's own bulk
 * scorers do: the leading parts tell which documents of the window may match, and each further part
 * leaves those that still may. The loops over documents have few branches that depend on them: a
 * processor cannot foresee those, and they took most of the time.
 */
final class CoverWindows {
  private static final int WINDOW = 1 << 12;

  /** So few documents are looked up in a part one by one. */
  private static final int FEW = 8;

  /**
   * The documents that have a part.
   *
   * @param alternatives in any of which they are
   * @param amounts how much it is, as {@link Amounts}
   */
  record Part(List<Having> alternatives, long amounts) {
    /** Whether its documents are looked at one by one, as few of them as may match. */
    boolean isChecked() {
      return alternatives.stream().anyMatch(alternative -> alternative.check() != null);
    }
  }

  private final List<Part> leading;
  private final List<Part> others;

  /** What a document of a level has, the strictest first. */
  private final long[] levels;

  /** So many of them are looked for. */
  private int wanted;

  /** The wanted levels that do not have all of a later one: its first {@code loosestSize}. */
  private final long[] loosest;

  private int loosestSize;

  /** What the documents of the window have. */
  private final long[] amounts = new long[WINDOW];

  private final FixedBitSet any = new FixedBitSet(WINDOW);
  private final long[] anyBits = any.getBits();
  private final FixedBitSet having = new FixedBitSet(WINDOW);
  private final long[] havingBits = having.getBits();

  /** The places in the window of the documents that match: its first {@code size} elements. */
  private final int[] found = new int[WINDOW];

  private int size;
  private int base = -WINDOW;

  /**
   * @param leading one of which a document must have
   * @param others beside those, in the order in which they are looked at
   * @param levels what a document must have, the strictest first
   */
  CoverWindows(List<Part> leading, List<Part> others, long[] levels) {
    this.leading = leading;
    this.others = others;
    this.levels = levels;
    this.loosest = new long[levels.length];
    this.wanted = levels.length;
    findLoosest();
  }

  /** Looks for no documents that have less than this level from now on. */
  void tighten(int last) {
    wanted = Math.min(wanted, last + 1);
    findLoosest();
  }

  private void findLoosest() {
    loosestSize = 0;
    for (int level = wanted - 1; level >= 0; level--) {
      long min = levels[level];
      boolean isPart = false;
      for (int i = 0; i < loosestSize; i++) {
        isPart |= Amounts.has(min, loosest[i]);
      }
      if (!isPart) {
        loosest[loosestSize++] = min;
      }
    }
  }

  /** Yields how many documents of the window match. */
  int size() {
    return size;
  }

  int document(int index) {
    return base + found[index];
  }

  /** Yields the strictest level that a document has. */
  int level(int index) {
    int level = 0;
    while (!Amounts.has(amounts[found[index]], levels[level])) {
      level++;
    }
    return level;
  }

  /** Goes on to the next window with documents that have a leading part; false if there is none. */
  boolean next() throws IOException {
    int start = DocIdSetIterator.NO_MORE_DOCS;
    for (Part part : leading) {
      for (Having alternative : part.alternatives()) {
        int at = alternative.documents().docID();
        int from = base + WINDOW;
        start = Math.min(start, at < from ? alternative.documents().advance(from) : at);
      }
    }
    if (start == DocIdSetIterator.NO_MORE_DOCS) {
      return false;
    }
    base = Math.min(start, DocIdSetIterator.NO_MORE_DOCS - WINDOW);
    long left = 0;
    for (Part part : others) {
      left += part.amounts();
    }
    lead();
    keep(left);
    for (Part part : others) {
      if (size == 0) {
        return true;
      }
      left -= part.amounts();
      add(part);
      keep(left);
    }
    return true;
  }

  /** Finds the documents of the window that have leading parts. */
  private void lead() throws IOException {
    Arrays.fill(amounts, 0);
    any.clear();
    int end = base + WINDOW;
    for (Part part : leading) {
      long amount = part.amounts();
      if (part.alternatives().size() == 1) {
        DocIdSetIterator documents = part.alternatives().getFirst().documents();
        for (int doc = documents.docID(); doc < end; doc = documents.nextDoc()) {
          int place = doc - base;
          amounts[place] += amount;
          anyBits[place >> 6] |= 1L << place;
        }
      } else if (collect(part)) {
        any.or(having);
        int count = list(having, found);
        for (int i = 0; i < count; i++) {
          amounts[found[i]] += amount;
        }
      }
    }
    size = list(any, found);
  }

  /** Lists the bits that are set; yields how many there are. */
  private static int list(FixedBitSet set, int[] places) {
    long[] bits = set.getBits();
    int count = 0;
    for (int i = 0; i < bits.length; i++) {
      for (long word = bits[i]; word != 0; word &= word - 1) {
        places[count++] = (i << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return count;
  }

  /** Keeps the documents that may be of a level with what is left to be looked at. */
  private void keep(long left) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int place = found[i];
      found[kept] = place;
      kept += mayBe(amounts[place] + left) ? 1 : 0;
    }
    size = kept;
  }

  private boolean mayBe(long most) {
    boolean may = false;
    for (int i = 0; i < loosestSize; i++) {
      may |= Amounts.has(most, loosest[i]);
    }
    return may;
  }

  /** Adds a part to the documents that have it. */
  private void add(Part part) throws IOException {
    long amount = part.amounts();
    if (size <= FEW || part.isChecked()) {
      for (int i = 0; i < size; i++) {
        int place = found[i];
        if (!Amounts.has(amounts[place], levels[0])
            && Having.isIn(part.alternatives(), base + place)) {
          amounts[place] += amount;
        }
      }
    } else if (collect(part)) {
      for (int i = 0; i < size; i++) {
        int place = found[i];
        amounts[place] += amount & -(havingBits[place >> 6] >>> place & 1);
      }
    }
  }

  /** Sets a bit for each document of the window that has the part; false if none has. */
  private boolean collect(Part part) throws IOException {
    boolean any = false;
    int end = base + WINDOW;
    for (Having alternative : part.alternatives()) {
      DocIdSetIterator documents = alternative.documents();
      if (documents.docID() < base) {
        documents.advance(base);
      }
      if (documents.docID() < end) {
        if (!any) {
          having.clear();
          any = true;
        }
        documents.intoBitSet(end, having, base);
      }
    }
    return any;
  }
}
