package vn.timtin.lucene.suggest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import vn.timtin.analysis.Folding;

/**
 * Phrases in the order of their letters, each once, in little memory: 17 letters and the numbers
 * are 46 bytes. Immutable.
 */
final class PhraseList {
  private final Instant asOf;
  private final char[] letters;
  private final int[] ends;
  private final int[] articles;
  private final float[] freshness;

  private PhraseList(List<Phrase> sorted, Instant asOf) {
    this.asOf = asOf;
    int size = sorted.size();
    letters = new char[sorted.stream().mapToInt(phrase -> phrase.text().length()).sum()];
    ends = new int[size];
    articles = new int[size];
    freshness = new float[size];
    int written = 0;
    for (int i = 0; i < size; i++) {
      Phrase phrase = sorted.get(i);
      phrase.text().getChars(0, phrase.text().length(), letters, written);
      written += phrase.text().length();
      ends[i] = written;
      articles[i] = phrase.articles();
      freshness[i] = phrase.freshness();
    }
  }

  /**
   * Yields those phrases that are worth most.
   *
   * @param asOf the moment at which they are as fresh as they say
   */
  static PhraseList of(List<Phrase> phrases, int most, Instant asOf) {
    var sums = new Sums();
    best(phrases, most).stream()
        .map(phrase -> new Keyed(PhraseText.lower(phrase.text()), phrase))
        .sorted(Comparator.comparing(Keyed::key))
        .forEach(keyed -> sums.add(keyed.key(), keyed.phrase()));
    return new PhraseList(sums.phrases, asOf);
  }

  /** A phrase with the letters by which it is sorted. */
  private record Keyed(String key, Phrase phrase) {}

  /** Phrases in their order, with the figures of equal ones added. */
  private static final class Sums {
    final List<Phrase> phrases = new ArrayList<>();
    private String last = "";

    void add(String key, Phrase phrase) {
      if (key.equals(last)) {
        phrases.set(phrases.size() - 1, phrases.getLast().plus(phrase));
      } else {
        phrases.add(phrase);
      }
      last = key;
    }
  }

  private static List<Phrase> best(List<Phrase> phrases, int most) {
    if (phrases.size() <= most) {
      return phrases;
    }
    return phrases.stream()
        .sorted(Comparator.comparingDouble(phrase -> -phrase.worth()))
        .limit(most)
        .toList();
  }

  /** Yields the phrases of all lists that are worth most, with the figures of equal ones added. */
  static PhraseList merge(List<PhraseList> lists, int most, Instant asOf) {
    var cursors = new PriorityQueue<Cursor>(Comparator.comparing(cursor -> cursor.key));
    for (PhraseList list : lists) {
      if (list.size() > 0) {
        cursors.add(new Cursor(list, Phrase.freshness(asOf, list.asOf)));
      }
    }
    var sums = new Sums();
    while (!cursors.isEmpty()) {
      Cursor least = cursors.remove();
      sums.add(least.key, least.phrase());
      if (least.advance()) {
        cursors.add(least);
      }
    }
    return sums.phrases.size() <= most
        ? new PhraseList(sums.phrases, asOf)
        : of(sums.phrases, most, asOf);
  }

  /** Walks along a list. */
  private static final class Cursor {
    private final PhraseList list;
    private final float age;
    private int place;
    String key;

    Cursor(PhraseList list, float age) {
      this.list = list;
      this.age = age;
      this.key = PhraseText.lower(list.text(0));
    }

    Phrase phrase() {
      return list.get(place).aged(age);
    }

    boolean advance() {
      if (++place == list.size()) {
        return false;
      }
      key = PhraseText.lower(list.text(place));
      return true;
    }
  }

  int size() {
    return ends.length;
  }

  Phrase get(int place) {
    return new Phrase(text(place), articles[place], freshness[place]);
  }

  String text(int place) {
    return new String(letters, start(place), ends[place] - start(place));
  }

  float worth(int place) {
    return get(place).worth();
  }

  /**
   * Compares a phrase with letters, as far as these go.
   *
   * @param beginning as {@link PhraseText#lower} has it, perhaps with a space after it
   * @param folds whether to take the diacritics off the phrase
   * @return 0 if the phrase begins with the letters, a negative number if it comes before them
   */
  int compare(int place, String beginning, boolean folds) {
    int compared = 0;
    boolean afterSpace = false;
    for (int i = start(place); i < ends[place] && compared < beginning.length(); i++) {
      if (!Character.isLetterOrDigit(letters[i])) {
        afterSpace = compared > 0;
        continue;
      }
      if (afterSpace && beginning.charAt(compared) != ' ') {
        return -1; // a space comes before all letters
      }
      compared += afterSpace ? 1 : 0;
      afterSpace = false;
      if (compared < beginning.length()) {
        char c = Character.toLowerCase(letters[i]);
        int difference = (folds ? Folding.fold(c) : c) - beginning.charAt(compared++);
        if (difference != 0) {
          return difference;
        }
      }
    }
    return compared == beginning.length() ? 0 : -1;
  }

  private int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }
}
