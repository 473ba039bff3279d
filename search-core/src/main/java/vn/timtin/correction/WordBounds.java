package vn.timtin.correction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Syllable;
import vn.timtin.correction.ReadingText.Word;
import vn.timtin.language.StaticFunction;
import vn.timtin.language.SyllableModel;
import vn.timtin.language.TextUnit;
import vn.timtin.language.TextUnit.Kind;

/**
 * Sets the spaces between syllables right: {@code hộinghị} is two, {@code ngh ị} is one.
 *
 * <p>Only where what stands there is no word of the model: it is parted into two syllables that
 * news has next to each other, or joined with its neighbour to one. For one text.
 */
final class WordBounds {
  /** How probable the second of two parted syllables must be after the first. */
  private static final float MIN_BIGRAM = -6;

  /** How probable a joined syllable must be by itself, as no torn part is. */
  private static final float MIN_JOINED = -11;

  private final SyllableModel model;
  private final ReadingText reading;
  private final String text;
  private final List<TextUnit> units;

  WordBounds(ReadingText reading, SyllableModel model) {
    this.model = model;
    this.reading = reading;
    this.text = reading.text();
    this.units = reading.units();
  }

  /**
   * Yields the text with the spaces set right, the text itself where they are.
   *
   * @param parted takes the words that were parted, and their parts with a space between them
   */
  String setRight(Map<String, String> parted) {
    var corrected = new StringBuilder();
    int done = 0;
    for (int i = 0; i < units.size(); i++) {
      TextUnit unit = units.get(i);
      if (unit.kind() != Kind.WORD || unit.end() <= done) {
        continue;
      }
      if (isTorn(i)) {
        corrected.append(text, done, unit.end());
        done = unit.end() + 1;
      } else {
        int length = partedAt(i);
        if (length > 0) {
          int middle = unit.start() + length;
          corrected.append(text, done, middle).append(' ');
          done = middle;
          parted.put(
              unit.in(text),
              text.substring(unit.start(), middle) + ' ' + text.substring(middle, unit.end()));
        }
      }
    }
    return done == 0 ? text : corrected.append(text, done, text.length()).toString();
  }

  private boolean isTorn(int place) {
    if (place + 1 == units.size() || units.get(place + 1).kind() != Kind.WORD) {
      return false;
    }
    TextUnit first = units.get(place);
    TextUnit second = units.get(place + 1);
    boolean mayBeTorn =
        (isRare(reading.word(place)) || isRare(reading.word(place + 1)))
            && second.start() == first.end() + 1
            && text.charAt(first.end()) == ' '
            && Character.isLowerCase(text.charAt(second.start()));
    if (!mayBeTorn) {
      return false;
    }
    String joined = reading.word(place).lower() + reading.word(place + 1).lower();
    if (!Folding.isMarked(joined)) {
      return false;
    }
    int id = Case.EITHER.id(SyllableModel.spelling(joined), model);
    return id != SyllableModel.UNKNOWN
        && model.probability(id) >= MIN_JOINED
        && isSyllable(joined)
        && !(isSyllable(first.in(text)) && isSyllable(second.in(text)));
  }

  private boolean isRare(Word word) {
    return word.id() == SyllableModel.UNKNOWN || model.probability(word.id()) < MIN_JOINED;
  }

  /** Yields where a run of two syllables is to be parted, zero if it is none. */
  private int partedAt(int place) {
    Word word = reading.word(place);
    TextUnit unit = units.get(place);
    boolean isKnown =
        word.id() != SyllableModel.UNKNOWN
            || word.first(model) != SyllableModel.UNKNOWN
            || isSyllable(word.lower());
    // A few letters are two in lower case.
    if (isKnown || word.lower().length() != unit.end() - unit.start()) {
      return 0;
    }
    // Two syllables often spell a foreign name by chance.
    boolean mayBeName = Character.isUpperCase(text.charAt(unit.start())) && !word.isMarked();
    int best = 0;
    float bestProbability = MIN_BIGRAM;
    for (int at = 1; at < word.lower().length(); at++) {
      if (mayBeName && !Character.isUpperCase(text.charAt(unit.start() + at))) {
        continue;
      }
      Readings firsts = readings(word.lower().substring(0, at));
      Readings seconds = readings(word.lower().substring(at));
      for (int i = 0; i < firsts.size(); i++) {
        for (int k = 0; k < seconds.size(); k++) {
          int bigram = model.bigram(firsts.id(i), seconds.id(k));
          if (bigram != StaticFunction.ABSENT
              && SyllableModel.bigramProbability(bigram) > bestProbability
              && isSyllable(model.word(firsts.id(i)))
              && isSyllable(model.word(seconds.id(k)))) {
            bestProbability = SyllableModel.bigramProbability(bigram);
            best = at;
          }
        }
      }
    }
    return best;
  }

  /** What a part can stand for: itself if it is marked, all readings if it is not. */
  private Readings readings(String part) {
    var readings = new Readings();
    if (Folding.isMarked(part)) {
      String spelling = SyllableModel.spelling(part);
      for (Case letters : List.of(Case.LOWER, Case.NAME)) {
        int id = letters.id(spelling, model);
        if (id != SyllableModel.UNKNOWN) {
          readings.add(id, 0);
        }
      }
    } else {
      Case.EITHER.addReadings(part, 0, model, readings);
    }
    return readings;
  }

  private static boolean isSyllable(String word) {
    return Syllable.isSyllable(word.toLowerCase(Locale.ROOT));
  }
}
