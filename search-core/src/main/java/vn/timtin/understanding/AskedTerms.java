package vn.timtin.understanding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.timtin.search.QueryInterpretation;
import vn.timtin.search.QueryInterpretation.Kind;

/** What a query asks for, as it is told to its sender and to the highlighter. */
final class AskedTerms {
  /** A phrase has its words among them too, and counts once. */
  private final Set<QueryInterpretation.Term> terms = new LinkedHashSet<>();

  private final List<List<String>> alternatives = new ArrayList<>();

  /** The exact terms of words whose diacritics have slipped. */
  private final Set<String> slipped = new HashSet<>();

  /** Notes that a term is asked for. */
  void note(String typed, String term, Kind kind, float weight) {
    terms.add(new QueryInterpretation.Term(typed, term, kind, weight));
  }

  /** Notes that an article may have these exact terms in a row. */
  void noteAlternative(List<String> exact) {
    alternatives.add(exact);
  }

  /** Notes that the diacritics of a word have slipped. */
  void noteSlipped(String exact) {
    slipped.add(exact);
  }

  /** Yields all that was asked for. */
  List<QueryInterpretation.Term> terms() {
    return List.copyOf(terms);
  }

  /** Yields the other names that were asked for, each as exact terms in a row. */
  List<List<String>> alternatives() {
    return alternatives;
  }

  /** Whether the diacritics of a word have slipped. */
  boolean hasSlipped(String exact) {
    return slipped.contains(exact);
  }
}
