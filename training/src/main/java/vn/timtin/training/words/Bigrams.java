package vn.timtin.training.words;

import java.util.Arrays;

/**
 * How often tokens stand next to each other.
 *
 * @param size the number of ids
 * @param starts where the pairs of each first token begin in the other arrays, and where the last
 *     ones end
 * @param seconds the second token of each pair, ascending for each first one
 * @param counts how often the pair occurs
 * @param totals how often each token occurs
 */
record Bigrams(int size, int[] starts, int[] seconds, int[] counts, int[] totals) {
  /** Counts the tokens of a {@link Corpus}, whose numbers are less than size. */
  static Bigrams count(int[] tokens, int size) {
    int[] keys = new int[tokens.length - 1];
    int[] totals = new int[size];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Corpus.number(tokens[i]) << 15 | Corpus.number(tokens[i + 1]);
      totals[keys[i] >>> 15]++;
    }
    Arrays.sort(keys);
    int distinct = 0;
    int[] counts = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[distinct - 1]) {
        keys[distinct++] = keys[i];
      }
      counts[distinct - 1]++;
    }
    int[] starts = new int[size + 1];
    int[] seconds = new int[distinct];
    for (int i = 0; i < distinct; i++) {
      seconds[i] = keys[i] & 0x7FFF;
      starts[(keys[i] >>> 15) + 1] = i + 1;
    }
    for (int a = 1; a <= size; a++) {
      starts[a] = Math.max(starts[a], starts[a - 1]);
    }
    return new Bigrams(size, starts, seconds, Arrays.copyOf(counts, distinct), totals);
  }

  /** Yields the index of a pair, or a negative number if it never occurs. */
  int indexOf(int first, int second) {
    return Arrays.binarySearch(seconds, starts[first], starts[first + 1], second);
  }

  /** Yields how often a pair occurs. */
  int count(int first, int second) {
    int index = indexOf(first, second);
    return index < 0 ? 0 : counts[index];
  }
}
