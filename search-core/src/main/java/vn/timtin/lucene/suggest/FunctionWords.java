package vn.timtin.lucene.suggest;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.timtin.analysis.WordList;

/** The words of {@code function-words.txt}, which say nothing alone: của, và, trong. */
final class FunctionWords {
  /** Stands after a word that may begin a phrase. */
  private static final String DOTS = " …";

  private static final Set<String> WORDS = read();

  private FunctionWords() {}

  /** Whether a phrase may begin with this word, as it is mostly written. */
  static boolean mayBegin(String word) {
    return !WORDS.contains(word);
  }

  /** Whether a phrase may end with this word, or be it. */
  static boolean mayEnd(String word) {
    return !WORDS.contains(word) && !WORDS.contains(word + DOTS);
  }

  private static Set<String> read() {
    return WordList.lines(
            Objects.requireNonNull(FunctionWords.class.getResourceAsStream("function-words.txt")))
        .stream()
        .flatMap(line -> Arrays.stream(line.split(", ")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
