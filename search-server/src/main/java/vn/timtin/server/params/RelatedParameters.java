package vn.timtin.server.params;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.timtin.search.ArticleFilter;
import vn.timtin.search.RelatedRequest;

/**
 * The parameters of a question for related articles.
 *
 * @param filter which articles come into question
 * @param size how many are wanted
 * @param recency the distance in time at which an article counts half
 */
public record RelatedParameters(ArticleFilter filter, int size, Optional<Duration> recency) {
  /** The names of all parameters. */
  public static final Set<String> NAMES = Set.of("size", "from", "to", "sameStory", "recency");

  /**
   * Reads the parameters.
   *
   * @throws ParameterException if one is unknown or wrong
   */
  public static RelatedParameters of(Map<String, List<String>> values) {
    var parameters = new Parameters(values, NAMES);
    parameters.accept("sameStory", "include");
    int size = parameters.number("size", 10);
    Optional<Duration> recency =
        parameters.text("recency").filter("none"::equals).isPresent()
            ? Optional.empty()
            : parameters.duration("recency");
    return new RelatedParameters(
        ArticleFilter.NONE.withPublished(
            parameters.from("from").orElse(null), parameters.until("to").orElse(null)),
        size,
        recency);
  }

  /** Yields the question with these parameters. */
  public RelatedRequest apply(RelatedRequest request) {
    RelatedRequest applied = request.withFilter(filter).withSize(size);
    return recency.map(applied::withRecency).orElse(applied);
  }
}
