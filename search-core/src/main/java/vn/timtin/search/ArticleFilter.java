package vn.timtin.search;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Keyword;

/**
 * Which articles come into question at all.
 *
 * @param from the first moment of publication, or null for no bound
 * @param to the moment after the last, or null for no bound
 * @param included an article must have one of the values for each keyword here
 * @param excluded an article must have none of the values
 */
public record ArticleFilter(
    @Nullable Instant from,
    @Nullable Instant to,
    Map<Keyword, List<String>> included,
    Map<Keyword, List<String>> excluded) {
  /** Lets all articles pass. */
  public static final ArticleFilter NONE = new ArticleFilter(null, null, Map.of(), Map.of());

  /** Copies the maps; a keyword with no values is no filter. */
  public ArticleFilter {
    included = copy(included);
    excluded = copy(excluded);
  }

  /** Yields this filter with the bounds of publication {@code [from, to)}. */
  public ArticleFilter withPublished(@Nullable Instant from, @Nullable Instant to) {
    return new ArticleFilter(from, to, included, excluded);
  }

  /** Yields this filter with these values, one of which the article must have. */
  public ArticleFilter withIncluded(Keyword keyword, List<String> values) {
    Map<Keyword, List<String>> changed = new EnumMap<>(Keyword.class);
    changed.putAll(included);
    changed.put(keyword, values);
    return new ArticleFilter(from, to, changed, excluded);
  }

  /** Yields this filter with these values, none of which the article may have. */
  public ArticleFilter withExcluded(Keyword keyword, List<String> values) {
    Map<Keyword, List<String>> changed = new EnumMap<>(Keyword.class);
    changed.putAll(excluded);
    changed.put(keyword, values);
    return new ArticleFilter(from, to, included, changed);
  }

  private static Map<Keyword, List<String>> copy(Map<Keyword, List<String>> values) {
    Map<Keyword, List<String>> copy = new EnumMap<>(Keyword.class);
    values.forEach(
        (keyword, list) -> {
          if (!list.isEmpty()) {
            copy.put(keyword, List.copyOf(list));
          }
        });
    return Map.copyOf(copy);
  }
}
