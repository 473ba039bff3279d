package vn.timtin.understanding;

import vn.timtin.analysis.VietnameseAnalyzer.Form;

/**
 * A term that an index may have, whatever engine keeps it.
 *
 * @param zone in which part of the articles
 * @param form exact, folded, or two neighbouring folded words
 * @param text the term; of two neighbours with a space between them
 */
public record IndexTerm(Zone zone, Form form, String text) {
  /** Yields the term of two neighbouring folded words. */
  public static IndexTerm bigram(Zone zone, String first, String second) {
    return new IndexTerm(zone, Form.BIGRAMS, first + ' ' + second);
  }
}
