package vn.timtin.understanding;

import java.util.ArrayList;
import java.util.List;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.VietnameseAnalyzer.Form;

/**
 * A term that an index may have, whatever engine keeps it.
 *
 * @param zone in which part of the articles
 * @param form exact, folded, or two neighbouring folded words
 * @param text the term; of two neighbours with a space between them
 */
public record IndexTerm(Zone zone, Form form, String text) {
  /** Yields the term of a word as it is written. */
  public static IndexTerm exact(Zone zone, String word) {
    return new IndexTerm(zone, Form.EXACT, word);
  }

  /** Yields the term of a word, diacritics aside. */
  public static IndexTerm folded(Zone zone, String word) {
    return new IndexTerm(zone, Form.FOLDED, word);
  }

  /** Yields the term of two neighbouring folded words. */
  public static IndexTerm bigram(Zone zone, String first, String second) {
    return new IndexTerm(zone, Form.BIGRAMS, first + ' ' + second);
  }

  /**
   * Yields the terms that an article has in which these words stand in a row: the bigrams, or the
   * one there is.
   *
   * @param words as they are written
   */
  static List<IndexTerm> inARow(Zone zone, List<String> words) {
    if (words.size() == 1) {
      return List.of(exact(zone, words.getFirst()));
    }
    List<IndexTerm> bigrams = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      bigrams.add(bigram(zone, Folding.fold(words.get(i - 1)), Folding.fold(words.get(i))));
    }
    return bigrams;
  }
}
