package vn.timtin.lucene.query;

import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/** The time that a search may take, as its searcher knows it. */
final class TimeLimit {
  private TimeLimit() {}

  static boolean isOver(IndexSearcher searcher) {
    QueryTimeout limit = searcher.getTimeout();
    return limit != null && limit.shouldExit();
  }
}
