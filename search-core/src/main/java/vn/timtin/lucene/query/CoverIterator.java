package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Goes through the documents that a {@link CoverQuery} matches.
 *
 * <p>It takes a window of documents at a time, and one part after the other, as Lucene's own bulk
 * scorers do: the leading parts tell which documents of the window may match, and each further part
 * leaves those that still may. The loops over documents have no branches that depend on them: a
 * processor cannot foresee those, and they took most of the time.
 */
final class CoverIterator extends DocIdSetIterator {
  private static final int WINDOW = 1 << 12;

  /** So few documents are looked up in a part one by one. */
  private static final int FEW = 8;

  /**
   * The documents that have a part.
   *
   * @param alternatives in any of which they are
   */
  record Part(List<DocIdSetIterator> alternatives, int weight) {}

  /**
   * What a document must have of some parts.
   *
   * @param leading one of which it must have, or none if it is not known
   * @param others beside those
   */
  record Share(List<Part> leading, List<Part> others, int min) {
    Share {
      others = others.stream().sorted(Comparator.comparingInt(Part::weight).reversed()).toList();
    }
  }

  private final Share first;
  private final List<Share> further;
  private final long cost;

  /** What the documents of the window weigh. */
  private final int[] weights = new int[WINDOW];

  private final FixedBitSet any = new FixedBitSet(WINDOW);
  private final long[] anyBits = any.getBits();
  private final FixedBitSet having = new FixedBitSet(WINDOW);
  private final long[] havingBits = having.getBits();

  /** The places in the window of the documents that match: its first {@code size} elements. */
  private final int[] found = new int[WINDOW];

  private int size;
  private int next;
  private int base = -WINDOW;
  private int document = -1;

  /** The first share has leading parts, and decides where the others are looked at. */
  CoverIterator(Share first, List<Share> further) {
    this.first = first;
    this.further = further;
    long sum = 0;
    for (Part part : first.leading()) {
      for (DocIdSetIterator alternative : part.alternatives()) {
        sum += alternative.cost();
      }
    }
    this.cost = sum;
  }

  @Override
  public int docID() {
    return document;
  }

  @Override
  public int nextDoc() throws IOException {
    return advance(document + 1);
  }

  @Override
  public int advance(int target) throws IOException {
    while (true) {
      while (next < size) {
        int at = base + found[next++];
        if (at >= target) {
          return document = at;
        }
      }
      if (!load(Math.max(target, base + WINDOW))) {
        return document = NO_MORE_DOCS;
      }
    }
  }

  /** Loads the window of the first document from {@code target} on that has a leading part. */
  private boolean load(int target) throws IOException {
    int start = NO_MORE_DOCS;
    for (Part part : first.leading()) {
      for (DocIdSetIterator alternative : part.alternatives()) {
        int at = alternative.docID();
        start = Math.min(start, at < target ? alternative.advance(target) : at);
      }
    }
    if (start == NO_MORE_DOCS) {
      return false;
    }
    base = Math.min(start, NO_MORE_DOCS - WINDOW);
    next = 0;
    lead(first);
    keep(first.others(), first.min());
    for (Share share : further) {
      for (int i = 0; i < size; i++) {
        weights[found[i]] = 0;
      }
      keep(share.others(), share.min());
    }
    return true;
  }

  /** Finds the documents of the window whose leading parts may be enough. */
  private void lead(Share share) throws IOException {
    Arrays.fill(weights, 0);
    any.clear();
    int end = base + WINDOW;
    for (Part part : share.leading()) {
      int weight = part.weight();
      if (part.alternatives().size() == 1) {
        DocIdSetIterator documents = part.alternatives().getFirst();
        for (int doc = documents.docID(); doc < end; doc = documents.nextDoc()) {
          int place = doc - base;
          weights[place] += weight;
          anyBits[place >> 6] |= 1L << place;
        }
      } else if (collect(part)) {
        any.or(having);
        int count = list(having, found);
        for (int i = 0; i < count; i++) {
          weights[found[i]] += weight;
        }
      }
    }
    size = list(any, found);
    drop(share.min() - sum(share.others()));
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

  /** Drops the documents that weigh less. */
  private void drop(int least) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int place = found[i];
      found[kept] = place;
      kept += weights[place] >= least ? 1 : 0;
    }
    size = kept;
  }

  /** Keeps the documents that weigh enough with these parts. */
  private void keep(List<Part> parts, int min) throws IOException {
    int left = sum(parts);
    for (Part part : parts) {
      left -= part.weight();
      if (size == 0) {
        return;
      }
      if (size <= FEW) {
        for (int i = 0; i < size; i++) {
          int place = found[i];
          if (weights[place] < min && isIn(part.alternatives(), base + place)) {
            weights[place] += part.weight();
          }
        }
      } else if (collect(part)) {
        int weight = part.weight();
        for (int i = 0; i < size; i++) {
          int place = found[i];
          weights[place] += weight & -(int) (havingBits[place >> 6] >>> place & 1);
        }
      }
      drop(min - left);
    }
  }

  /** Sets a bit for each document of the window that has the part; false if none has. */
  private boolean collect(Part part) throws IOException {
    boolean any = false;
    int end = base + WINDOW;
    for (DocIdSetIterator alternative : part.alternatives()) {
      if (alternative.docID() < base) {
        alternative.advance(base);
      }
      if (alternative.docID() < end) {
        if (!any) {
          having.clear();
          any = true;
        }
        alternative.intoBitSet(end, having, base);
      }
    }
    return any;
  }

  /** Whether a document is in any of these. To be asked for documents in their order. */
  static boolean isIn(List<DocIdSetIterator> alternatives, int document) throws IOException {
    for (DocIdSetIterator alternative : alternatives) {
      int at = alternative.docID();
      if ((at < document ? alternative.advance(document) : at) == document) {
        return true;
      }
    }
    return false;
  }

  private static int sum(List<Part> parts) {
    int sum = 0;
    for (Part part : parts) {
      sum += part.weight();
    }
    return sum;
  }

  @Override
  public long cost() {
    return cost;
  }
}
