package vn.timtin.correction;

import java.util.function.ToIntFunction;
import vn.timtin.language.SyllableModel;

/**
 * How a word of a text is written, and so which words of the model it can be: the model has names,
 * with a capital, beside other words.
 */
enum Case {
  /** With a capital where only names have one. */
  NAME,
  /** Without one. */
  LOWER,
  /** So that it says nothing: at the beginning of a sentence, in a text of one case. */
  EITHER;

  /** Readings so much rarer than the most frequent one, as a logarithm, are never meant. */
  private static final float MUCH_RARER = 7;

  /** Yields the number of a word in its spelling, {@link SyllableModel#UNKNOWN} if it has none. */
  int id(String spelling, SyllableModel model) {
    return either(spelling, model::id);
  }

  /** Yields the first word with the folded form, whatever its case where this one has none. */
  int first(String folded, SyllableModel model) {
    return either(folded, model::firstReading);
  }

  private int either(String lower, ToIntFunction<String> look) {
    String name = this == NAME ? SyllableModel.capitalized(lower) : lower;
    int found = look.applyAsInt(name);
    return found != SyllableModel.UNKNOWN
        ? found
        : look.applyAsInt(this == NAME ? lower : SyllableModel.capitalized(lower));
  }

  /** Adds the words with the folded form, those of the other case where this one has none. */
  void addReadings(String folded, float cost, SyllableModel model, Readings readings) {
    int lower = model.firstReading(folded);
    int name = model.firstReading(SyllableModel.capitalized(folded));
    if (this != NAME || name == SyllableModel.UNKNOWN) {
      add(lower, cost, model, readings);
    }
    if (this != LOWER || lower == SyllableModel.UNKNOWN) {
      add(name, cost, model, readings);
    }
  }

  private static void add(int first, float cost, SyllableModel model, Readings readings) {
    int end = model.endOfReadings(first);
    float most = Float.NEGATIVE_INFINITY;
    for (int id = first; id < end; id++) {
      most = Math.max(most, model.probability(id));
    }
    for (int id = first; id < end; id++) {
      if (model.probability(id) >= most - MUCH_RARER) {
        readings.add(id, cost);
      }
    }
  }
}
