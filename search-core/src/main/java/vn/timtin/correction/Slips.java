package vn.timtin.correction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Syllable.Tone;
import vn.timtin.language.SyllableModel;

/**
 * What may have been meant by a word other than itself, and how improbable each slip is.
 *
 * <p>Forms that sound alike in some part of the country ({@code sa} and {@code xa}, {@code lan} and
 * {@code nang}) share a skeleton and are found by it; for a word that nobody writes, the forms one
 * letter away are found too. Costs are natural logarithms; they and what they do to right and wrong
 * titles are in {@code docs/decisions/0012-correction.md}. Safe for many threads.
 */
final class Slips {
  private static final float TONE = 8;
  private static final float MARKS = 8.5f;
  private static final float LETTERS = 8.5f;
  private static final float ONE_LETTER = 9;

  /** What slips in one word may cost together. */
  private static final float MAX = 14;

  /** Of how many written words it is remembered what they may mean; text has few different ones. */
  private static final int MAX_REMEMBERED = 20_000;

  /** Beginnings and endings and what stands for them and all that they are confused with. */
  private static final String[][] ONSETS = {
    {"ngh", "ng"},
    {"ng", "ng"},
    {"nh", "nh"},
    {"gh", "g"},
    {"gi", "d"},
    {"tr", "C"},
    {"ch", "C"},
    {"s", "x"},
    {"r", "d"},
    {"v", "d"},
    {"l", "n"},
    {"k", "c"}
  };

  private static final String[][] CODAS = {{"ng", "n"}, {"nh", "n"}, {"ch", "t"}, {"c", "t"}};

  private final SyllableModel model;
  private final Map<String, List<String>> bySkeleton = new HashMap<>();

  private final Map<Written, Readings> remembered = new ConcurrentHashMap<>();

  /** A word that something else may be meant by. */
  private record Written(String word, Case letters, boolean isStrange) {}

  Slips(SyllableModel model) {
    this.model = model;
    int id = SyllableModel.FIRST_WORD;
    while (id < model.size()) {
      String form = Folding.fold(model.word(id)).toLowerCase(Locale.ROOT);
      List<String> alike = bySkeleton.computeIfAbsent(skeleton(form), s -> new ArrayList<>(1));
      if (!alike.contains(form)) {
        alike.add(form);
      }
      id = model.endOfReadings(id);
    }
  }

  /**
   * Yields what may have been meant by a word other than itself, with the cost of the slips;
   * diacritics that an unmarked word lacks cost nothing here.
   *
   * @param word in lower case, in its spelling
   * @param isStrange whether nobody writes it
   */
  Readings meantBy(String word, Case letters, boolean isStrange) {
    var key = new Written(word, letters, isStrange);
    Readings known = remembered.get(key);
    if (known == null) {
      known = find(word, letters, isStrange);
      if (remembered.size() < MAX_REMEMBERED) {
        remembered.put(key, known);
      }
    }
    return known;
  }

  private Readings find(String word, Case letters, boolean isStrange) {
    String folded = Folding.fold(word);
    boolean isMarked = Folding.isMarked(word);
    var alike = new Readings();
    var meant = new Readings();
    forms(folded, isStrange)
        .forEach(
            (form, cost) -> {
              alike.clear();
              letters.addReadings(form, cost, model, alike);
              for (int i = 0; i < alike.size(); i++) {
                String other = model.word(alike.id(i)).toLowerCase(Locale.ROOT);
                if (!isMarked && !isStrange && !form.equals(folded) && Folding.isMarked(other)) {
                  continue; // two slips in one word
                }
                float marks = isMarked ? costOfDiacritics(other, word) : 0;
                if (cost + marks <= MAX && !other.equals(word)) {
                  meant.add(alike.id(i), cost + marks);
                }
              }
            });
    return meant;
  }

  /** The unmarked forms of what may have been meant, with the cost of their letters. */
  private Map<String, Float> forms(String folded, boolean isStrange) {
    Map<String, Float> forms = new LinkedHashMap<>();
    forms.put(folded, 0f);
    for (String alike : bySkeleton.getOrDefault(skeleton(folded), List.of())) {
      forms.putIfAbsent(alike, LETTERS);
    }
    if (isStrange && folded.length() > 1) {
      addOneLetterAway(folded, forms);
    }
    return forms;
  }

  private static float costOfDiacritics(String meant, String written) {
    float tone = marks(meant, true).equals(marks(written, true)) ? 0 : TONE;
    return marks(meant, false).equals(marks(written, false)) ? tone : tone + MARKS;
  }

  private void addOneLetterAway(String folded, Map<String, Float> meant) {
    for (int i = 0; i <= folded.length(); i++) {
      String before = folded.substring(0, i);
      String after = folded.substring(i);
      for (char c = 'a'; c <= 'z'; c++) {
        addKnown(before + c + after, meant);
        if (!after.isEmpty()) {
          addKnown(before + c + after.substring(1), meant);
        }
      }
      if (!after.isEmpty()) {
        addKnown(before + after.substring(1), meant);
      }
      if (after.length() > 1) {
        addKnown(before + after.charAt(1) + after.charAt(0) + after.substring(2), meant);
      }
    }
  }

  private void addKnown(String form, Map<String, Float> meant) {
    boolean isKnown =
        model.firstReading(form) != SyllableModel.UNKNOWN
            || (!form.isEmpty()
                && model.firstReading(SyllableModel.capitalized(form)) != SyllableModel.UNKNOWN);
    if (isKnown) {
      meant.putIfAbsent(form, ONE_LETTER);
    }
  }

  /** The diacritics of the tones of a word, or those of its letters. */
  private static String marks(String word, boolean ofTones) {
    var marks = new StringBuilder();
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      boolean isMark = c == 'đ' || (c >= 0x300 && c < 0x370);
      if (isMark && ofTones == Tone.isMark(c)) {
        marks.append(c);
      }
    }
    return marks.toString();
  }

  /** What is left of an unmarked form when letters that are confused are one. */
  private static String skeleton(String form) {
    String skeleton = form;
    for (String[] onset : ONSETS) {
      if (skeleton.startsWith(onset[0])) {
        skeleton = onset[1] + skeleton.substring(onset[0].length());
        break;
      }
    }
    for (String[] coda : CODAS) {
      if (skeleton.endsWith(coda[0]) && skeleton.length() > coda[0].length()) {
        skeleton = skeleton.substring(0, skeleton.length() - coda[0].length()) + coda[1];
        break;
      }
    }
    return skeleton.replace('y', 'i');
  }
}
