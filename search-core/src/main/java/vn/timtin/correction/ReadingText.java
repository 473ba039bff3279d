package vn.timtin.correction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.Folding;
import vn.timtin.language.StaticFunction;
import vn.timtin.language.SyllableModel;
import vn.timtin.language.TextUnit;
import vn.timtin.language.TextUnit.Kind;

/**
 * A text that is read anew: its words as the model knows them, the readings that each may have, and
 * the text that the chosen ones make. Case and everything between the words stay.
 */
final class ReadingText {
  /** How much an association counts, and all of a reading together at most. */
  private static final float ASSOCIATION_WEIGHT = 0.35f;

  private static final float MAX_ASSOCIATION = 1.5f;

  /** How probable a usual neighbour is; a misspelling that news has often is less so. */
  private static final float USUAL = -6;

  /** Yields the readings of a word; it is called for one word after the other. */
  interface Source {
    /**
     * Adds readings, if there is a choice.
     *
     * @param place where the word is among the units of the text
     */
    void read(int place, Word word, Readings readings);
  }

  /**
   * A word of the text.
   *
   * @param lower in lower case
   * @param spelling that in the spelling of the model
   * @param letters how it is written
   * @param id its number as it stands
   */
  record Word(String lower, String spelling, Case letters, int id) {
    static Word of(String lower, Case letters, SyllableModel model) {
      int id = letters.id(lower, model); // a word of the model is in its spelling
      String spelling = id == SyllableModel.UNKNOWN ? SyllableModel.spelling(lower) : lower;
      return new Word(
          lower, spelling, letters, spelling.equals(lower) ? id : letters.id(spelling, model));
    }

    /** Yields the first word of the model with the folded form of this one. */
    int first(SyllableModel model) {
      return letters.first(Folding.fold(lower), model);
    }

    boolean isMarked() {
      return Folding.isMarked(lower);
    }
  }

  private final SyllableModel model;
  private final String text;
  private final List<TextUnit> units;

  /** Of each unit the word, or null. */
  private final @Nullable Word[] words;

  /** Of each unit a mark of it and the one after it, zero if one of them is no known word. */
  private long @Nullable [] contexts;

  /** Reads a text of any normal form. */
  ReadingText(CharSequence given, SyllableModel model) {
    this.model = model;
    this.text =
        Normalizer.isNormalized(given, Normalizer.Form.NFC)
            ? given.toString()
            : Normalizer.normalize(given, Normalizer.Form.NFC);
    this.units = TextUnit.of(text);
    this.words = wordsOf();
  }

  /** Yields the text in NFC. */
  String text() {
    return text;
  }

  /** Yields the units of the text. */
  List<TextUnit> units() {
    return units;
  }

  /** Yields the word of a unit that is one. */
  Word word(int place) {
    return Objects.requireNonNull(words[place]);
  }

  /** Yields the words. */
  List<Word> words() {
    return Arrays.stream(words).filter(Objects::nonNull).toList();
  }

  /**
   * Yields the text with the most probable readings; words without a choice stay.
   *
   * @param changes takes the words that are read otherwise than written, and what is read
   */
  String mostProbable(Source source, Effort effort, Map<String, String> changes) {
    var lattice = new Lattice(model, effort);
    var readings = new Readings();
    int[][] choices = new int[units.size()][];
    for (int i = 0; i < choices.length; i++) {
      Word word = words[i];
      readings.clear();
      if (word != null) {
        source.read(i, word, readings);
        if (readings.size() == 0) {
          readings.add(word.id(), 0);
        } else {
          if (effort.asksAssociations) {
            favourAssociated(i, readings);
          }
          choices[i] = readings.ids();
        }
      } else {
        readings.add(numberOf(units.get(i).kind()), 0);
      }
      lattice.add(readings);
    }
    return written(choices, lattice.best(), changes);
  }

  /** Whether news has the word of this place next to one of its neighbours, as they stand. */
  boolean isAttested(int place) {
    return isBigram(id(place - 1), id(place)) || isBigram(id(place), id(place + 1));
  }

  /** Whether the word of this place has neighbours, and news often has it next to each of them. */
  boolean isUsualOnBothSides(int place) {
    boolean hasLeft = isWord(place - 1);
    boolean hasRight = isWord(place + 1);
    return (hasLeft || hasRight)
        && (!hasLeft || isUsual(id(place - 1), id(place)))
        && (!hasRight || isUsual(id(place), id(place + 1)));
  }

  private boolean isUsual(int first, int second) {
    int bigram = bigram(first, second);
    return bigram != StaticFunction.ABSENT && SyllableModel.bigramProbability(bigram) >= USUAL;
  }

  /** Whether all words are known, and news often has all neighbours next to each other. */
  boolean isUsual() {
    for (int i = 0; i < words.length; i++) {
      boolean isKnown = words[i] == null || words[i].id() != SyllableModel.UNKNOWN;
      boolean isSecond = i > 0 && words[i] != null && words[i - 1] != null;
      if (!isKnown || (isSecond && !isUsual(id(i - 1), id(i)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isBigram(int first, int second) {
    return bigram(first, second) != StaticFunction.ABSENT;
  }

  private int bigram(int first, int second) {
    return first >= SyllableModel.FIRST_WORD && second >= SyllableModel.FIRST_WORD
        ? model.bigram(first, second)
        : StaticFunction.ABSENT;
  }

  private int id(int place) {
    return isWord(place) ? words[place].id() : SyllableModel.UNKNOWN;
  }

  private boolean isWord(int place) {
    return place >= 0 && place < words.length && words[place] != null;
  }

  private static int numberOf(Kind kind) {
    return switch (kind) {
      case BREAK -> SyllableModel.BREAK;
      case PAUSE -> SyllableModel.PAUSE;
      case NUMBER -> SyllableModel.NUMBER;
      case WORD -> SyllableModel.UNKNOWN;
    };
  }

  private @Nullable Word[] wordsOf() {
    boolean anyUpper = false;
    boolean anyLower = false;
    for (TextUnit unit : units) {
      if (unit.kind() == Kind.WORD) {
        anyUpper |= Character.isUpperCase(text.charAt(unit.start()));
        anyLower |= Character.isLowerCase(text.charAt(unit.end() - 1));
      }
    }
    boolean hasCase = anyUpper && anyLower;
    Word[] result = new Word[units.size()];
    boolean isStart = true;
    for (int i = 0; i < result.length; i++) {
      TextUnit unit = units.get(i);
      if (unit.kind() == Kind.WORD) {
        Case letters = hasCase ? caseOf(unit, isStart) : Case.EITHER;
        result[i] = Word.of(unit.in(text).toLowerCase(Locale.ROOT), letters, model);
      }
      isStart = unit.kind() == Kind.BREAK;
    }
    return result;
  }

  private Case caseOf(TextUnit unit, boolean isStart) {
    boolean isUpper = Character.isUpperCase(text.charAt(unit.start()));
    if (isStart && isUpper) {
      return Case.EITHER;
    }
    boolean isAllUpper =
        unit.end() > unit.start() + 1 && Character.isUpperCase(text.charAt(unit.start() + 1));
    return isUpper && !isAllUpper ? Case.NAME : Case.LOWER;
  }

  private long[] contextsOf() {
    long[] result = new long[words.length];
    int before = SyllableModel.UNKNOWN;
    for (int i = 0; i < result.length; i++) {
      int first = words[i] == null ? SyllableModel.UNKNOWN : words[i].first(model);
      if (i > 0 && before != SyllableModel.UNKNOWN && first != SyllableModel.UNKNOWN) {
        result[i - 1] = SyllableModel.context(before, first);
      }
      before = first;
    }
    return result;
  }

  private void favourAssociated(int at, Readings readings) {
    if (contexts == null) {
      contexts = contextsOf();
    }
    int first = Math.max(0, at - SyllableModel.FARTHEST_ASSOCIATED - 1);
    int last = Math.min(contexts.length - 1, at + SyllableModel.FARTHEST_ASSOCIATED);
    for (int r = 0; r < readings.size(); r++) {
      float sum = 0;
      for (int i = first; i <= last; i++) {
        boolean isNear =
            i > at - SyllableModel.NEAREST_ASSOCIATED - 1
                && i < at + SyllableModel.NEAREST_ASSOCIATED;
        if (!isNear && contexts[i] != 0) {
          sum += model.association(contexts[i], readings.id(r));
        }
      }
      float favour = ASSOCIATION_WEIGHT * sum;
      readings.favour(r, Math.max(-MAX_ASSOCIATION, Math.min(MAX_ASSOCIATION, favour)));
    }
  }

  private String written(int[][] choices, int[] chosen, Map<String, String> changes) {
    var written = new StringBuilder(text.length());
    int done = 0;
    for (int i = 0; i < choices.length; i++) {
      if (choices[i] != null && choices[i][chosen[i]] >= SyllableModel.FIRST_WORD) {
        String read = model.word(choices[i][chosen[i]]).toLowerCase(Locale.ROOT);
        if (!words[i].spelling().equals(read)) {
          TextUnit unit = units.get(i);
          String typed = unit.in(text);
          String meant = inCaseOf(typed, read);
          changes.put(typed, meant);
          written.append(text, done, unit.start()).append(meant);
          done = unit.end();
        }
      }
    }
    return written.append(text, done, text.length()).toString();
  }

  private static String inCaseOf(String word, String read) {
    if (word.length() != read.length()) {
      boolean isUpper = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      return isUpper
          ? read.toUpperCase(Locale.ROOT)
          : Character.isUpperCase(word.charAt(0)) ? SyllableModel.capitalized(read) : read;
    }
    var letters = new StringBuilder(read);
    for (int i = 0; i < read.length(); i++) {
      if (Character.isUpperCase(word.charAt(i))) {
        letters.setCharAt(i, Character.toUpperCase(read.charAt(i)));
      }
    }
    return letters.toString();
  }
}
