package vn.timtin.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query was taken for: which terms the articles were asked for, with which weight and why.
 *
 * @param text the query in its own language as it was asked for: keystrokes undone and slips
 *     corrected where that is what was probably meant
 * @param keystrokes the words that were typed as Telex or VNI keys, and what they make; empty for a
 *     query that was taken as it stands
 * @param correction what was probably meant, whether it was asked for or not; null if the query is
 *     right
 * @param terms in the order of the words; what is excluded is not among them
 */
public record QueryInterpretation(
    String text,
    Map<String, String> keystrokes,
    @Nullable QueryCorrection correction,
    List<Term> terms) {
  /** Copies the collections. */
  public QueryInterpretation {
    keystrokes = Map.copyOf(keystrokes);
    terms = List.copyOf(terms);
  }

  /**
   * A term that articles were asked for.
   *
   * @param typed what of the query it stands for
   * @param term as it is in the index, several in a row with spaces between them
   * @param kind why it is asked for
   * @param weight by which its score is multiplied; that of another name is relative to the score
   *     of the words that it stands for
   */
  public record Term(String typed, String term, Kind kind, float weight) {}

  /** Why a term is asked for. */
  public enum Kind {
    /** A syllable with diacritics. */
    MARKED("it was typed with marks, and means just these"),
    /** A number, or a syllable that has no diacritics in the articles either. */
    UNMARKED("it is written without marks, as it was typed"),
    /** A syllable whose diacritics were left out. */
    MARKS_LEFT_OUT("it was typed without marks, and may be any syllable of these letters"),
    /** A syllable with diacritics that the articles hardly have beside its neighbours. */
    MARKS_SLIPPED("its neighbours stand more often beside other marks on these letters"),
    /** A date, a number or a name of several parts. */
    WHOLE("the parts belong together, in whatever form they are written"),
    /** A word that was taken for misspelt, as it was typed. */
    TYPED("it was typed so, though something else was probably meant"),
    /** Two neighbours. */
    PAIR("neighbouring syllables are often a word"),
    /** An abbreviation, what one stands for, a variant. */
    OTHER_NAME("articles may call it so"),
    /** The beginning of words. */
    PREFIX("words that begin so were asked for");

    private final String reason;

    Kind(String reason) {
      this.reason = reason;
    }

    /** Yields the reason in words. */
    public String reason() {
      return reason;
    }
  }
}
