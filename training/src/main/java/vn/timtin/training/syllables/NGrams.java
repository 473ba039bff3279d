package vn.timtin.training.syllables;

import java.util.Arrays;
import vn.timtin.language.SyllableModel;

/**
 * The different n-grams of a text in the order of their keys.
 *
 * @param keys as the model makes them
 * @param counts how often each occurs
 */
record NGrams(long[] keys, int[] counts) {
  private static final long LAST = (1L << SyllableModel.ID_BITS) - 1;

  /** Counts the first {@code size} keys, which are sorted in place. */
  static NGrams of(long[] all, int size) {
    Arrays.parallelSort(all, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      distinct += i == 0 || all[i] != all[i - 1] ? 1 : 0;
    }
    long[] keys = new long[distinct];
    int[] counts = new int[distinct];
    int at = -1;
    for (int i = 0; i < size; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        keys[++at] = all[i];
      }
      counts[at]++;
    }
    return new NGrams(keys, counts);
  }

  int size() {
    return keys.length;
  }

  /** Yields the index of a key that is there. */
  int find(long key) {
    return Arrays.binarySearch(keys, key);
  }

  /** Yields the first syllable of a bigram. */
  int first(int bigram) {
    return (int) (keys[bigram] >>> SyllableModel.ID_BITS);
  }

  /** Yields the last syllable of a bigram or of three. */
  int last(int index) {
    return (int) (keys[index] & LAST);
  }
}
