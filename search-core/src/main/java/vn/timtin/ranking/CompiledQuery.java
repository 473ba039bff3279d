package vn.timtin.ranking;

import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import vn.timtin.analysis.Syllable;

/**
 * What the engine runs for a reader's query.
 *
 * @param query for the engine
 * @param asksForExact which syllables of the reader's query were taken to mean their exact form
 */
public record CompiledQuery(Query query, Predicate<Syllable> asksForExact) {}
