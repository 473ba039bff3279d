package vn.timtin.lucene.suggest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import vn.timtin.analysis.Folding;

/**
 * Phrases in alphabetical order, twice: by their letters, and by their letters without diacritics.
 *
 * <p>All that begin with the same letters stand together, and the best of them are found without a
 * look at most: each block of {@value #BLOCK} has its phrases in the order of their worth.
 * Immutable.
 */
final class Phrases {
  private static final int BLOCK = 128;

  private final PhraseList list;
  private final float[] worths;
  private final Order exact;
  private final Order folded;

  Phrases(PhraseList list) {
    this.list = list;
    int size = list.size();
    worths = new float[size];
    String[] keys = new String[size];
    Integer[] byFolded = new Integer[size];
    int[] asListed = new int[size];
    for (int i = 0; i < size; i++) {
      worths[i] = list.worth(i);
      keys[i] = Folding.fold(PhraseText.lower(list.text(i)));
      byFolded[i] = i;
      asListed[i] = i;
    }
    Arrays.sort(byFolded, Comparator.comparing(phrase -> keys[phrase]));
    exact = new Order(asListed, false);
    folded = new Order(Arrays.stream(byFolded).mapToInt(i -> i).toArray(), true);
  }

  /**
   * Passes on the best phrases that begin with some letters, and those that do when diacritics
   * don't count. A phrase may come twice.
   *
   * @param beginning as {@link PhraseText#lower} has it, perhaps with a space after it
   * @param most how many of either are wanted
   */
  void best(String beginning, int most, Consumer<Phrase> consumer) {
    if (Folding.isMarked(beginning)) {
      exact.best(beginning, most, consumer);
    }
    folded.best(Folding.fold(beginning), most, consumer);
  }

  /** Phrases in the order of their letters. */
  private final class Order {
    private final int[] phrases;
    private final boolean folds;

    /** The places of each block, those with the best phrases first. */
    private final int[] ranked;

    Order(int[] phrases, boolean folds) {
      this.phrases = phrases;
      this.folds = folds;
      this.ranked = new int[phrases.length];
      for (int from = 0; from < ranked.length; from += BLOCK) {
        Integer[] block = new Integer[Math.min(BLOCK, ranked.length - from)];
        for (int i = 0; i < block.length; i++) {
          block[i] = from + i;
        }
        Arrays.sort(block, Comparator.comparing((Integer place) -> -worths[phrases[place]]));
        for (int i = 0; i < block.length; i++) {
          ranked[from + i] = block[i];
        }
      }
    }

    void best(String beginning, int most, Consumer<Phrase> consumer) {
      int from = first(beginning, 0);
      int end = first(beginning, 1);
      var best = new PriorityQueue<Integer>(Comparator.comparing(phrase -> worths[phrase]));
      for (int block = from / BLOCK * BLOCK; block < end; block += BLOCK) {
        for (int i = block; i < Math.min(ranked.length, block + BLOCK); i++) {
          int phrase = phrases[ranked[i]];
          if (best.size() == most && worths[phrase] <= worths[best.element()]) {
            break; // and so are the others of the block
          }
          if (ranked[i] >= from && ranked[i] < end) {
            best.add(phrase);
            if (best.size() > most) {
              best.remove();
            }
          }
        }
      }
      best.forEach(phrase -> consumer.accept(list.get(phrase)));
    }

    /** Yields the first place whose phrase, against the letters, is at least {@code least}. */
    private int first(String beginning, int least) {
      int low = 0;
      int high = phrases.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (list.compare(phrases[middle], beginning, folds) < least) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
