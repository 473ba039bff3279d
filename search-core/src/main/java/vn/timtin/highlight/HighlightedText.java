package vn.timtin.highlight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.search.Extract;

/** A text with the syllables in it that match a query. */
final class HighlightedText {
  /** The weight of a syllable that does not match. */
  static final double NO_MATCH = -1;

  /** Sentences are joined to passages of at least this many UTF-16 units … */
  private static final int PASSAGE_MIN = 90;

  /** … and cut into passages of at most about this many. */
  private static final int PASSAGE_MAX = 260;

  /** Two matches side by side are most likely a word: that is worth this much more. */
  private static final double NEIGHBOURS = 0.5;

  private final String text;
  private final List<TextToken> syllables;
  private final double[] weights;

  /** What other names for words of the query weigh: they are there for themselves. */
  private static final double ALTERNATIVE = 1;

  /** What each of two syllables weighs that say nothing on their own, but are a bigram. */
  private static final double IN_BIGRAM = 0.3;

  /**
   * Analyzes the text.
   *
   * @param weight of a token: 0 for one that matches but says nothing on its own, {@link #NO_MATCH}
   *     for one that does not match
   * @param isPartOfWord whether a token matches a syllable of a longer word: then it says nothing
   *     without a match beside it
   * @param areBigram whether two tokens that match are side by side in the query, too
   * @param rows exact terms in a row that match, each of them only with the others
   */
  HighlightedText(
      String text,
      ToDoubleFunction<TextToken> weight,
      Predicate<TextToken> isPartOfWord,
      BiPredicate<TextToken, TextToken> areBigram,
      Collection<List<String>> rows) {
    this.text = text;
    List<TextToken> tokens = VietnameseAnalyzer.tokens(text);
    this.syllables = tokens.stream().filter(token -> !token.isStacked()).toList();
    this.weights = syllables.stream().mapToDouble(weight).toArray();
    weakenParts(isPartOfWord);
    strengthenBigrams(areBigram);
    highlightWholes(tokens, weight);
    rows.forEach(this::highlightRow);
  }

  private void weakenParts(Predicate<TextToken> isPartOfWord) {
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && !hasNeighbour(i) && isPartOfWord.test(syllables.get(i))) {
        weights[i] = 0;
      }
    }
  }

  private void strengthenBigrams(BiPredicate<TextToken, TextToken> areBigram) {
    for (int i = 1; i < weights.length; i++) {
      boolean match = weights[i - 1] >= 0 && weights[i] >= 0;
      boolean isWeak = weights[i - 1] < IN_BIGRAM || weights[i] < IN_BIGRAM;
      if (match && isWeak && areBigram.test(syllables.get(i - 1), syllables.get(i))) {
        weights[i - 1] = Math.max(weights[i - 1], IN_BIGRAM);
        weights[i] = Math.max(weights[i], IN_BIGRAM);
      }
    }
  }

  private boolean hasNeighbour(int index) {
    return index > 0 && weights[index - 1] >= 0
        || index + 1 < weights.length && weights[index + 1] >= 0;
  }

  /** A term that stands for several tokens highlights them all: 30/4/2019. */
  private void highlightWholes(List<TextToken> tokens, ToDoubleFunction<TextToken> weight) {
    int index = -1;
    for (TextToken token : tokens) {
      if (!token.isStacked()) {
        index++;
        continue;
      }
      double whole = weight.applyAsDouble(token);
      for (int i = index; i < syllables.size() && syllables.get(i).start() < token.end(); i++) {
        weights[i] = Math.max(weights[i], whole);
      }
    }
  }

  private void highlightRow(List<String> row) {
    for (int first = 0; first + row.size() <= syllables.size(); first++) {
      int matching = 0;
      while (matching < row.size()
          && syllables.get(first + matching).exact().equals(row.get(matching))) {
        matching++;
      }
      if (matching == row.size()) {
        for (int i = first; i < first + matching; i++) {
          weights[i] = Math.max(weights[i], ALTERNATIVE);
        }
      }
    }
  }

  boolean hasMatch() {
    for (double weight : weights) {
      if (weight > 0) {
        return true;
      }
    }
    return false;
  }

  /** Cuts the whole text into passages at the ends of sentences, long ones between words. */
  List<Passage> passages() {
    List<Passage> passages = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= syllables.size(); i++) {
      if (i == syllables.size() || endsPassage(first, i)) {
        passages.add(passage(first, i));
        first = i;
      }
    }
    return passages;
  }

  private boolean endsPassage(int first, int next) {
    int length = syllables.get(next).end() - syllables.get(first).start();
    boolean newSentence = syllables.get(next).sentence() != syllables.get(next - 1).sentence();
    boolean newParagraph =
        text.substring(syllables.get(next - 1).end(), syllables.get(next).start()).contains("\n");
    return length > PASSAGE_MAX || newParagraph || (newSentence && length > PASSAGE_MIN);
  }

  private Passage passage(int first, int next) {
    Set<String> seen = new HashSet<>();
    double score = 0;
    for (int i = first; i < next; i++) {
      boolean isNew = weights[i] >= 0 && seen.add(syllables.get(i).folded());
      if (isNew) {
        boolean neighbours = i > first && weights[i - 1] >= 0;
        score += weights[i] * (neighbours ? 1 + NEIGHBOURS : 1);
      }
    }
    return new Passage(startOf(first), endOf(next), score);
  }

  /** With the quote or bracket that opens before the first word. */
  private int startOf(int first) {
    int start = syllables.get(first).start();
    int bound = first == 0 ? 0 : syllables.get(first - 1).end();
    while (start > bound && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** With the full stop and the quote that close after the last word. */
  private int endOf(int next) {
    int end = syllables.get(next - 1).end();
    int bound = next == syllables.size() ? text.length() : syllables.get(next).start();
    while (end < bound && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Yields a part of the text with what matches in it. */
  Extract extract(int start, int end) {
    List<Extract.Match> matches = new ArrayList<>();
    for (int i = 0; i < syllables.size(); i++) {
      TextToken first = syllables.get(i);
      if (first.start() < start || first.end() > end || !isHighlighted(i)) {
        continue;
      }
      int last = i;
      while (last + 1 < syllables.size()
          && syllables.get(last + 1).end() <= end
          && isHighlighted(last + 1)
          && joins(text.substring(syllables.get(last).end(), syllables.get(last + 1).start()))) {
        last++;
      }
      matches.add(new Extract.Match(first.start(), syllables.get(last).end()));
      i = last;
    }
    return new Extract(
        text.substring(start, end),
        start,
        start > 0 && !endsSentence(start),
        end < text.length() && !endsSentence(end + 1),
        matches);
  }

  /** Whether what stands between two matches does not part them: nothing, spaces, 30/4, Sa-pa. */
  private static boolean joins(String between) {
    return between.isBlank() || (between.length() == 1 && "/-.'&:".contains(between));
  }

  /** A match that says nothing on its own is highlighted beside another one only. */
  private boolean isHighlighted(int index) {
    return weights[index] > 0 || weights[index] == 0 && hasNeighbour(index);
  }

  private boolean endsSentence(int position) {
    String before = text.substring(Math.max(0, position - 4), Math.min(position, text.length()));
    return before.contains("\n") || before.strip().matches(".*[.!?…:;][”\"’)]?");
  }
}
