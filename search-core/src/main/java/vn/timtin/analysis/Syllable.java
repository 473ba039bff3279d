package vn.timtin.analysis;

/**
 * A token of Vietnamese text: a syllable, a number or a foreign word.
 *
 * @param exact its term as it was written, in lower case and NFC
 * @param folded its term without marks
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param sentence the number of its sentence, from 0
 */
public record Syllable(String exact, String folded, int start, int end, int sentence) {
  /** Whether it was written with a Vietnamese mark. */
  public boolean isMarked() {
    return !exact.equals(folded);
  }

  /** Whether {@code next} stands behind this one in the same sentence, so that they are a pair. */
  public boolean pairsWith(Syllable next) {
    return sentence == next.sentence;
  }

  /** Yields the term of the pair of this syllable and the next one. */
  public String pair(Syllable next) {
    return folded + SyllablePairFilter.SEPARATOR + next.folded;
  }
}
