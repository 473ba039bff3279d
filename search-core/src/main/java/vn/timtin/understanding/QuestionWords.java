package vn.timtin.understanding;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.WordList;

/**
 * The words of a question that only ask ({@code question-words.txt}): {@code thủ đô ở đâu} is
 * answered by articles about the capital, and hardly one of them has {@code đâu}.
 */
final class QuestionWords {
  private static final List<List<String>> PHRASES = read();

  /** The phrases by their first words. */
  private static final Map<String, List<List<String>>> EXACT = byFirst(PHRASES);

  private static final Map<String, List<List<String>>> FOLDED =
      byFirst(PHRASES.stream().map(words -> words.stream().map(Folding::fold).toList()).toList());

  private QuestionWords() {}

  /**
   * Yields which of the words only ask.
   *
   * @param isQuestion whether a question mark was typed: then words without diacritics may ask too
   */
  static BitSet of(List<TextToken> words, boolean isQuestion) {
    var asking = new BitSet();
    mark(words, TextToken::exact, EXACT, asking);
    if (isQuestion && words.stream().noneMatch(TextToken::isMarked)) {
      mark(words, TextToken::folded, FOLDED, asking);
    }
    return asking;
  }

  private static void mark(
      List<TextToken> words,
      Function<TextToken, String> form,
      Map<String, List<List<String>>> phrases,
      BitSet asking) {
    List<String> terms = words.stream().map(form).toList();
    for (int i = 0; i < terms.size(); i++) {
      for (List<String> phrase : phrases.getOrDefault(terms.get(i), List.of())) {
        int end = i + phrase.size();
        if (end <= terms.size() && terms.subList(i, end).equals(phrase)) {
          asking.set(i, end);
        }
      }
    }
  }

  private static Map<String, List<List<String>>> byFirst(List<List<String>> phrases) {
    return phrases.stream().collect(Collectors.groupingBy(List::getFirst));
  }

  private static List<List<String>> read() {
    return WordList.lines(
            Objects.requireNonNull(QuestionWords.class.getResourceAsStream("question-words.txt")))
        .stream()
        .map(line -> List.of(line.split(" ")))
        .toList();
  }
}
