package vn.timtin.ranking;

import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import vn.timtin.analysis.TextToken;
import vn.timtin.query.SearchQuery;
import vn.timtin.search.QueryInterpretation;

/**
 * What the engine runs for a reader's query.
 *
 * @param query for the engine
 * @param understood the reader's query with its keystrokes undone, where it was typed so
 * @param interpretation what that was taken for, term by term
 * @param asksForExact which tokens of the reader's query were taken to mean their exact form
 * @param alternatives exact terms in a row that were asked for beside the words of the reader
 */
public record CompiledQuery(
    Query query,
    SearchQuery understood,
    QueryInterpretation interpretation,
    Predicate<TextToken> asksForExact,
    List<List<String>> alternatives) {
  /** Copies the alternatives. */
  public CompiledQuery {
    alternatives = List.copyOf(alternatives);
  }
}
