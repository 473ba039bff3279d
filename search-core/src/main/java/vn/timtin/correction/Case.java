package vn.timtin.correction;

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

  /** Yields the number of a word in its spelling, {@link SyllableModel#UNKNOWN} if it has none. */
  int id(String spelling, SyllableModel model) {
    return either(model.id(spelling), model.id(SyllableModel.capitalized(spelling)));
  }

  /** Yields the first word with the folded form, whatever its case where this one has none. */
  int first(String folded, SyllableModel model) {
    return either(
        model.firstReading(folded), model.firstReading(SyllableModel.capitalized(folded)));
  }

  private int either(int lower, int name) {
    boolean asName = this == NAME || lower == SyllableModel.UNKNOWN;
    return asName && name != SyllableModel.UNKNOWN ? name : lower;
  }

  /** Adds all words with the folded form, those of the other case where this one has none. */
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
    for (int id = first; id < model.endOfReadings(first); id++) {
      readings.add(id, cost);
    }
  }
}
