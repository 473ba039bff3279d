package vn.timtin.analysis;

/**
 * A token of Vietnamese text: a syllable, a number or a foreign word; or, stacked on the first of
 * them, a term of the whole that they are part of.
 *
 * @param exact its canonical term, with diacritics
 * @param folded its term without diacritics
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param sentence the number of its sentence, from 0
 * @param isStacked whether it stands at the place of the token before it
 */
public record TextToken(
    String exact, String folded, int start, int end, int sentence, boolean isStacked) {
  /** Whether its term has a Vietnamese mark. */
  public boolean isMarked() {
    return !exact.equals(folded);
  }

  /** Whether {@code next} stands after this one in the same sentence, so that they are a bigram. */
  public boolean formsBigramWith(TextToken next) {
    return sentence == next.sentence;
  }
}
