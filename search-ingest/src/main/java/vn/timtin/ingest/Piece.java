package vn.timtin.ingest;

import vn.timtin.article.Article;

/** A piece of an input that should be an article, not yet parsed. */
public interface Piece {
  /** Yields how many bytes it holds in memory. */
  int size();

  /**
   * Parses it.
   *
   * @throws vn.timtin.article.InvalidArticleException if it holds no valid article
   */
  Article article();

  /** Yields the account of it that goes with the reason why it was rejected. */
  Reject rejectedFor(String reason);
}
