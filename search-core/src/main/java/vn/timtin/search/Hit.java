package vn.timtin.search;

import java.util.Optional;
import vn.timtin.article.ArticleHead;

/**
 * An article that matched.
 *
 * @param article what was found; {@code NewsIndex.get} has its text
 * @param score how well it matched; comparable within one answer only
 * @param highlights extracts that show why
 * @param explanation how the score came about, where that was asked for
 */
public record Hit(
    ArticleHead article, float score, Highlights highlights, Optional<String> explanation) {
  /** Yields the article's id. */
  public String id() {
    return article.id();
  }
}
