package vn.timtin.search;

import java.util.List;
import java.util.Optional;
import vn.timtin.article.ArticleHead;

/**
 * An article that matched.
 *
 * @param article what was found; {@code NewsIndex.get} has its text
 * @param score how well it matched; comparable within one answer only
 * @param missing the words of the query that it lacks, as they were typed
 * @param highlights extracts that show why
 * @param explanation how the score came about, where that was asked for
 */
public record Hit(
    ArticleHead article,
    float score,
    List<String> missing,
    Highlights highlights,
    Optional<String> explanation) {
  /** Copies the list. */
  public Hit {
    missing = List.copyOf(missing);
  }

  /** Yields this hit with the words that it lacks. */
  public Hit withMissing(List<String> words) {
    return new Hit(article, score, words, highlights, explanation);
  }

  /** Yields the article's id. */
  public String id() {
    return article.id();
  }
}
