package vn.timtin.correction;

import java.util.HashMap;
import vn.timtin.language.SyllableModel;

/**
 * Puts the diacritics back on text that was written without them: {@code hoi nghi so ket} becomes
 * {@code hội nghị sơ kết}.
 *
 * <p>Of all readings of the words the most probable ones together are chosen, by a model of
 * language learnt from news. A word that has a mark keeps what it has. What no reading is known of,
 * foreign names and numbers among others, stays as it is, and so do case and punctuation. The
 * answer is in NFC. Safe for many threads.
 */
public final class DiacriticRestorer {
  private final SyllableModel model;

  DiacriticRestorer(SyllableModel model) {
    this.model = model;
  }

  /** Yields the restorer by the model of the library, which the first call reads. */
  public static DiacriticRestorer ofNews() {
    return new DiacriticRestorer(SyllableModel.ofNews());
  }

  /** Yields the text with diacritics. */
  public String restore(CharSequence text) {
    var reading = new ReadingText(text, model);
    return reading.mostProbable(
        (place, word, readings) -> {
          if (!word.isMarked()) {
            word.letters().addReadings(word.lower(), 0, model, readings);
          }
        },
        Effort.THOROUGH,
        new HashMap<>());
  }
}
