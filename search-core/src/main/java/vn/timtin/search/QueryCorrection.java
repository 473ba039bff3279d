package vn.timtin.search;

import java.util.Set;
import vn.timtin.correction.CorrectedText;

/**
 * What was probably meant by a query.
 *
 * @param text the query that was meant, in its own language
 * @param kinds what was wrong with the one that was typed
 * @param applied whether it was asked for; if not, the query was taken as it was typed, or the
 *     articles were asked for any diacritics on its letters
 */
public record QueryCorrection(String text, Set<CorrectedText.Kind> kinds, boolean applied) {
  /** Copies the kinds. */
  public QueryCorrection {
    kinds = CorrectedText.inOrder(kinds);
  }
}
