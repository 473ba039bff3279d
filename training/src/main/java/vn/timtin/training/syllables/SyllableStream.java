package vn.timtin.training.syllables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.timtin.analysis.Folding;
import vn.timtin.article.Article;
import vn.timtin.language.SyllableModel;
import vn.timtin.language.TextUnit;

/**
 * The text of many articles as one sequence of numbers, as the model has them: rare words are one,
 * the others are numbered in the order of their folded forms.
 */
final class SyllableStream {
  /** How often titles count, whose style is that of queries. */
  private static final int TITLE_COUNT = 3;

  /** The longest word that is taken for one. */
  private static final int LONGEST = 40;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int[] counts = new int[1 << 16];
  private int[] sequence = new int[1 << 20];
  private int size;

  SyllableStream() {
    for (int i = 0; i < SyllableModel.FIRST_WORD; i++) {
      words.add("");
    }
    append(SyllableModel.BREAK);
  }

  /** Takes the text of an article in. */
  void add(Article article) {
    for (int i = 0; i < TITLE_COUNT; i++) {
      add(article.title());
    }
    add(article.summary());
    add(article.body());
    article.captions().forEach(this::add);
  }

  private void add(String text) {
    boolean isStart = true;
    for (TextUnit unit : TextUnit.of(text)) {
      switch (unit.kind()) {
        case BREAK -> append(SyllableModel.BREAK);
        case PAUSE -> append(SyllableModel.PAUSE);
        case NUMBER -> append(SyllableModel.NUMBER);
        case WORD -> {
          int number = number(wordOf(unit.in(text), isStart));
          counts[number]++;
          append(number);
        }
      }
      isStart = unit.kind() == TextUnit.Kind.BREAK;
    }
    append(SyllableModel.BREAK);
  }

  /** A capital is kept where it is not that of a sentence or of all letters. */
  private static String wordOf(String written, boolean isStart) {
    String word = SyllableModel.spelling(written.toLowerCase(Locale.ROOT));
    boolean isAllCapitals =
        written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT));
    boolean isName = !isStart && !isAllCapitals && Character.isUpperCase(written.charAt(0));
    return isName ? SyllableModel.capitalized(word) : word;
  }

  private int number(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    int number = words.size();
    numbers.put(word, number);
    words.add(word);
    if (number == counts.length) {
      counts = Arrays.copyOf(counts, 2 * number);
    }
    return number;
  }

  private void append(int number) {
    if (number == SyllableModel.BREAK && size > 0 && sequence[size - 1] == number) {
      return;
    }
    if (size == sequence.length) {
      sequence = Arrays.copyOf(sequence, size + size / 2);
    }
    sequence[size++] = number;
  }

  /**
   * The text in the numbers of a model.
   *
   * @param words the vocabulary, the first at {@link SyllableModel#FIRST_WORD}
   * @param sequence the text
   * @param folded of each number the first with its folded form
   */
  record Numbered(List<String> words, int[] sequence, int[] folded) {
    /** Yields how many numbers there are. */
    int size() {
      return folded.length;
    }
  }

  /** Yields the text with the words that occur at least so often. */
  Numbered numbered(int minCount) {
    int[] kept =
        IntStream.range(SyllableModel.FIRST_WORD, words.size())
            .filter(n -> counts[n] >= minCount && words.get(n).length() <= LONGEST)
            .boxed()
            .sorted(
                Comparator.comparing((Integer n) -> Folding.fold(words.get(n)))
                    .thenComparing(words::get))
            .mapToInt(n -> n)
            .toArray();
    int[] renumbered = new int[words.size()];
    int[] folded = new int[SyllableModel.FIRST_WORD + kept.length];
    Arrays.fill(renumbered, SyllableModel.UNKNOWN);
    for (int i = 0; i < SyllableModel.FIRST_WORD; i++) {
      renumbered[i] = i;
      folded[i] = i;
    }
    List<String> vocabulary = new ArrayList<>();
    for (int n : kept) {
      int id = SyllableModel.FIRST_WORD + vocabulary.size();
      String word = words.get(n);
      boolean isReading =
          !vocabulary.isEmpty() && Folding.fold(vocabulary.getLast()).equals(Folding.fold(word));
      renumbered[n] = id;
      folded[id] = isReading ? folded[id - 1] : id;
      vocabulary.add(word);
    }
    int[] text = new int[size];
    for (int i = 0; i < size; i++) {
      text[i] = renumbered[sequence[i]];
    }
    return new Numbered(vocabulary, text, folded);
  }
}
