package vn.timtin.training.syllables;

import java.util.Arrays;
import java.util.BitSet;
import vn.timtin.language.StaticFunction;
import vn.timtin.language.SyllableModel;

/**
 * Which readings of a syllable the words around it speak for: of all that are written alike without
 * diacritics, how much more often does one occur where two neighbouring syllables stand near?
 *
 * <p>A naive Bayes model of what a trigram does not see; the bigrams of neighbours are taken
 * without diacritics, so that all of a text can be asked before any of it is read.
 */
final class Associations {
  /** Of the text every second stretch of this length is looked at, which tells enough. */
  private static final int STRETCH = 4096;

  /** The share of its most frequent reading from which a syllable has only one in practice. */
  private static final double CERTAIN = 0.998;

  /** How often a context must occur, and the rarest reading that it can speak against. */
  private static final int MIN_OCCURRENCES = 6;

  private static final double RAREST_READING = 0.003;

  /** How many occurrences what is known of a reading without its context is worth. */
  private static final double PRIOR = 8;

  /** The least gain that is worth storing at all, and the least strength. */
  private static final double MIN_GAIN = 6;

  private static final double MIN_STRENGTH = SyllableModel.ASSOCIATION_STEP / 2;

  /** Contexts are counted in so many parts, to bound the memory. */
  private static final int PARTS = 4;

  private final int[] sequence;
  private final int[] folded;
  private final long[] occurrences;
  private final long[] ofReadings;
  private final BitSet ambiguous = new BitSet();

  private long[] keys = new long[1 << 20];
  private float[] strengths = new float[1 << 20];
  private float[] gains = new float[1 << 20];
  private int size;

  private Associations(SyllableStream.Numbered text) {
    this.sequence = text.sequence();
    this.folded = text.folded();
    this.occurrences = new long[text.size()];
    this.ofReadings = new long[text.size()];
    long[] most = new long[text.size()];
    for (int id : sequence) {
      occurrences[id]++;
      ofReadings[folded[id]]++;
    }
    for (int id = 0; id < most.length; id++) {
      most[folded[id]] = Math.max(most[folded[id]], occurrences[id]);
    }
    for (int id = SyllableModel.FIRST_WORD; id < most.length; id++) {
      ambiguous.set(id, most[folded[id]] < CERTAIN * ofReadings[folded[id]]);
    }
  }

  /** Yields the strongest associations of a text, as the model has them. */
  static StaticFunction of(SyllableStream.Numbered text, int most, int fingerprintBits) {
    var associations = new Associations(text);
    for (int part = 0; part < PARTS; part++) {
      associations.collect(part);
    }
    return associations.strongest(most, fingerprintBits);
  }

  private void collect(int part) {
    long[] found = new long[1 << 20];
    int count = 0;
    for (int i = 0; i < sequence.length; i++) {
      if (!ambiguous.get(sequence[i]) || i / STRETCH % 2 == 1) {
        continue;
      }
      int first = i - SyllableModel.FARTHEST_ASSOCIATED - 1;
      for (int at = Math.max(0, first);
          at <= Math.min(sequence.length - 2, i + SyllableModel.FARTHEST_ASSOCIATED);
          at++) {
        if (at == i - SyllableModel.NEAREST_ASSOCIATED) {
          at = i + SyllableModel.NEAREST_ASSOCIATED - 1;
          continue;
        }
        if (sequence[at] < SyllableModel.FIRST_WORD
            || sequence[at + 1] < SyllableModel.FIRST_WORD) {
          continue;
        }
        long context = SyllableModel.context(folded[sequence[at]], folded[sequence[at + 1]]);
        if (context % PARTS == part) {
          if (count == found.length) {
            found = Arrays.copyOf(found, count + count / 2);
          }
          found[count++] = SyllableModel.associationKey(context, sequence[i]);
        }
      }
    }
    weigh(NGrams.of(found, count));
  }

  private void weigh(NGrams found) {
    for (int start = 0, end; start < found.size(); start = end) {
      long context = found.keys()[start] >>> SyllableModel.ID_BITS;
      int group = folded[found.last(start)];
      double total = 0;
      for (end = start;
          end < found.size()
              && found.keys()[end] >>> SyllableModel.ID_BITS == context
              && folded[found.last(end)] == group;
          end++) {
        total += found.counts()[end];
      }
      int at = start;
      for (int id = group;
          total >= MIN_OCCURRENCES && id < folded.length && folded[id] == group;
          id++) {
        double expected = (double) occurrences[id] / ofReadings[group];
        boolean isThere = at < end && found.last(at) == id;
        double count = isThere ? found.counts()[at++] : 0;
        if (isThere || expected >= RAREST_READING) {
          double strength = StrictMath.log((count + PRIOR * expected) / (total + PRIOR) / expected);
          // What speaks against a reading gains where it would have been taken.
          double gain = (isThere ? count : total * expected / 2) * Math.abs(strength);
          if (gain >= MIN_GAIN && Math.abs(strength) >= MIN_STRENGTH) {
            add(SyllableModel.associationKey(context, id), (float) strength, (float) gain);
          }
        }
      }
    }
  }

  private void add(long key, float strength, float gain) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      strengths = Arrays.copyOf(strengths, 2 * size);
      gains = Arrays.copyOf(gains, 2 * size);
    }
    keys[size] = key;
    strengths[size] = strength;
    gains[size++] = gain;
  }

  private StaticFunction strongest(int most, int fingerprintBits) {
    float[] sorted = Arrays.copyOf(gains, size);
    Arrays.sort(sorted);
    float least = size > most ? sorted[size - most] : 0;
    long[] kept = new long[size];
    int[] steps = new int[size];
    int count = 0;
    int middle = 1 << SyllableModel.ASSOCIATION_BITS - 1;
    for (int i = 0; i < size; i++) {
      if (gains[i] >= least) {
        kept[count] = keys[i];
        int step = Math.round(strengths[i] / SyllableModel.ASSOCIATION_STEP);
        steps[count++] = middle + Math.max(-middle, Math.min(middle - 1, step));
      }
    }
    return StaticFunction.of(
        Arrays.copyOf(kept, count),
        Arrays.copyOf(steps, count),
        SyllableModel.ASSOCIATION_BITS,
        fingerprintBits);
  }
}
