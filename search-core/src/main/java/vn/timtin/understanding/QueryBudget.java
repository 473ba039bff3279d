package vn.timtin.understanding;

import vn.timtin.query.SearchQuery;
import vn.timtin.query.SearchQuery.AnyOf;
import vn.timtin.query.SearchQuery.Combined;
import vn.timtin.query.SearchQuery.Everything;
import vn.timtin.query.SearchQuery.In;
import vn.timtin.query.SearchQuery.Phrase;
import vn.timtin.query.SearchQuery.Prefix;
import vn.timtin.query.SearchQuery.Property;
import vn.timtin.query.SearchQuery.Published;
import vn.timtin.query.SearchQuery.Words;

/**
 * What a query may still cost, so that a query of any length has a bounded number of clauses. For
 * one query.
 */
final class QueryBudget {
  static final int MAX_SYLLABLES = 120;
  static final int MAX_PARTS = 24;
  private static final int MAX_RESTRICTIONS = 100;

  private int syllables = MAX_SYLLABLES;
  private int parts = MAX_PARTS;
  private int restrictions = MAX_RESTRICTIONS;

  /** Yields how many syllables are left. */
  int syllables() {
    return syllables;
  }

  /** Takes up to so many syllables, and yields how many were left of them. */
  int takeSyllables(int count) {
    int taken = Math.min(count, syllables);
    syllables -= taken;
    return taken;
  }

  /** Takes a phrase or a prefix; false if none is left. */
  boolean takePart() {
    return parts-- > 0;
  }

  /** Takes a field or a group, of which {@link #allows} has said that there is one. */
  void takeRestriction() {
    restrictions--;
  }

  /** Whether anything of a part of the query is left. */
  boolean allows(SearchQuery query) {
    return switch (query) {
      case Everything everything -> true;
      case Words words -> syllables > 0;
      case Phrase phrase -> syllables > 0 && parts > 0;
      case Prefix prefix -> syllables > 0 && parts > 0;
      case Property property -> restrictions > 0;
      case Published published -> restrictions > 0;
      case In in -> restrictions > 0 && allows(in.query());
      case AnyOf any -> restrictions > 0 && any.alternatives().stream().anyMatch(this::allows);
      case Combined combined ->
          restrictions > 0
              && combined.required().stream().allMatch(this::allows)
              && (combined.optional().isEmpty()
                  || combined.optional().stream().anyMatch(this::allows));
    };
  }
}
