package vn.timtin.search;

import java.time.Duration;
import java.util.Optional;
import vn.timtin.article.Article;

/**
 * A question for articles on the same subject as one. Immutable.
 *
 * @param subject the article that is known
 * @param filter which articles come into question; the subject itself never does
 * @param size how many are wanted, 1 to {@value SearchRequest#MAX_PAGE_SIZE}
 * @param recency the distance in time from the subject at which an article counts half; nothing
 *     where time does not matter
 */
public record RelatedRequest(
    Subject subject, ArticleFilter filter, int size, Optional<Duration> recency) {

  /** The article whose relatives are wanted. */
  public sealed interface Subject {
    /**
     * An article of the index.
     *
     * @param id its id
     */
    record Stored(String id) implements Subject {}

    /**
     * An article that need not be in the index.
     *
     * @param article the article
     */
    record Given(Article article) implements Subject {}
  }

  /**
   * Checks the ranges.
   *
   * @throws InvalidParameterException naming the parameter, its rule and its value
   */
  public RelatedRequest {
    InvalidParameterException.require(
        size >= 1 && size <= SearchRequest.MAX_PAGE_SIZE,
        "size",
        "size must be at least 1 and at most " + SearchRequest.MAX_PAGE_SIZE + ": " + size);
    recency.ifPresent(
        halfLife ->
            InvalidParameterException.require(
                halfLife.isPositive(), "recency", "recency must be positive: " + halfLife));
  }

  /** Asks for ten articles related to the one of this id. */
  public static RelatedRequest to(String id) {
    return to(new Subject.Stored(id));
  }

  /** Asks for ten articles related to this one. */
  public static RelatedRequest to(Article article) {
    return to(new Subject.Given(article));
  }

  private static RelatedRequest to(Subject subject) {
    return new RelatedRequest(subject, ArticleFilter.NONE, 10, Optional.empty());
  }

  /** Yields this question among the articles that pass the filter. */
  public RelatedRequest withFilter(ArticleFilter articles) {
    return new RelatedRequest(subject, articles, size, recency);
  }

  /** Yields this question for another number of articles. */
  public RelatedRequest withSize(int wanted) {
    return new RelatedRequest(subject, filter, wanted, recency);
  }

  /** Yields this question with the distance in time at which an article counts half. */
  public RelatedRequest withRecency(Duration halfLife) {
    return new RelatedRequest(subject, filter, size, Optional.of(halfLife));
  }
}
