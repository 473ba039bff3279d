package vn.timtin.lucene.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * The distinct bigrams of one article in the order of their first occurrence, each with its count.
 *
 * <p>A quarter of the bigrams of an article occurred in it before. Here a bigram is one number, and
 * the table is small, so that counting costs less than sorting them all. The few bigrams that are
 * spelled stand once for each occurrence; {@link InvertedBigrams} adds those up. A hash table with
 * open addressing, for one thread; {@link #clear} readies it for the next article.
 */
public final class BigramCounts {
  /** The entry of a bigram plus one, or 0 where no bigram is; a power of two, half of it unused. */
  private int[] slots = new int[1 << 11];

  private int[] keys = new int[slots.length / 2];
  private int[] counts = new int[slots.length / 2];
  private int size;

  /**
   * The words of the bigrams that are spelled; the key of a bigram is -1 less the first one's
   * index.
   */
  private final List<BigramWord> spelled = new ArrayList<>();

  public void clear() {
    Arrays.fill(slots, 0);
    spelled.clear();
    size = 0;
  }

  /** Yields how many entries there are. */
  public int size() {
    return size;
  }

  /** Adds a bigram that counts {@code times}. */
  public void add(BigramWord first, BigramWord second, int times) {
    if (size == keys.length) {
      grow();
    }
    if (!BigramTerm.isCompact(first.number, second.number)) {
      int key = -1 - spelled.size();
      spelled.add(first);
      spelled.add(second);
      append(key, times);
      return;
    }
    int key = BigramTerm.compact(first.number, second.number);
    int slot = slotOf(key);
    if (slots[slot] > 0) {
      counts[slots[slot] - 1] += times;
    } else {
      slots[slot] = append(key, times);
    }
  }

  /** Yields the count of an entry. */
  public int count(int entry) {
    return counts[entry];
  }

  /** Writes the term of an entry over {@code term}. */
  public void term(int entry, BytesRef term) {
    int key = keys[entry];
    if (key >= 0) {
      BigramTerm.write(key, term);
    } else {
      BigramTerm.spell(spelled.get(-1 - key).term, spelled.get(-key).term, term);
    }
  }

  /** Returns the size with the new entry. */
  private int append(int key, int times) {
    keys[size] = key;
    counts[size] = times;
    return ++size;
  }

  private int slotOf(int key) {
    int slot = (key * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    while (slots[slot] > 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, size * 2);
    counts = Arrays.copyOf(counts, size * 2);
    slots = new int[size * 4];
    for (int entry = 0; entry < size; entry++) {
      if (keys[entry] >= 0) {
        slots[slotOf(keys[entry])] = entry + 1;
      }
    }
  }
}
