package vn.timtin.server.params;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.timtin.article.Keyword;
import vn.timtin.query.ArticlePart;
import vn.timtin.search.ArticleFilter;
import vn.timtin.search.Correction;
import vn.timtin.search.Facet;
import vn.timtin.search.Matching;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SortOrder;

/**
 * The parameters of a search, over HTTP and on the command line.
 *
 * @param request what is asked
 * @param format how the answer is written
 */
public record SearchParameters(SearchRequest request, Format format) {
  /** How an answer is written. */
  public enum Format {
    /** As JSON. */
    JSON,
    /** As comma-separated values, one row a hit. */
    CSV
  }

  /** The names of the parameters that say which articles are meant. */
  static final Set<String> SELECTION =
      Set.of(
          "q",
          "searchIn",
          "match",
          "from",
          "to",
          "when",
          "source",
          "excludeSource",
          "category",
          "author");

  /** The names of all parameters. */
  public static final Set<String> NAMES =
      Parameters.union(
          SELECTION,
          "sortBy",
          "halfLife",
          "page",
          "pageSize",
          "cursor",
          "facets",
          "collapse",
          "correct",
          "highlight",
          "format",
          "explain");

  /**
   * Reads the parameters.
   *
   * @throws ParameterException if one is unknown or wrong
   */
  public static SearchParameters of(Map<String, List<String>> values) {
    var parameters = new Parameters(values, NAMES);
    parameters.accept("collapse", "duplicates", "none");
    return new SearchParameters(
        request(parameters)
            .withSortBy(parameters.choice("sortBy", SortOrder.class, SortOrder.RELEVANCE))
            .withHalfLife(parameters.duration("halfLife").orElse(SearchRequest.FRESHNESS_HALF_LIFE))
            .withFacets(parameters.choices("facets", Facet.class))
            .withCorrection(parameters.choice("correct", Correction.class, Correction.AUTO))
            .withHighlight(parameters.flag("highlight", true))
            .withExplain(parameters.flag("explain", false)),
        parameters.choice("format", Format.class, Format.JSON));
  }

  /** The text, the parts, the filter and the page. */
  static SearchRequest request(Parameters parameters) {
    String text = parameters.query();
    int page = parameters.number("page", 1);
    int pageSize = parameters.number("pageSize", 10);
    String cursor = parameters.text("cursor").filter(given -> !given.isBlank()).orElse(null);
    SearchRequest request =
        SearchRequest.of(text)
            .withFilter(filter(parameters))
            .withMatching(parameters.choice("match", Matching.class, Matching.AUTO))
            .withPage(page, pageSize)
            .withCursor(cursor);
    Set<ArticlePart> parts = parameters.choices("searchIn", ArticlePart.class);
    return parts.isEmpty() ? request : request.withSearchIn(parts);
  }

  static ArticleFilter filter(Parameters parameters) {
    Instant from = parameters.from("from").orElse(null);
    Instant recent = parameters.duration("when").map(age -> Instant.now().minus(age)).orElse(null);
    if (from != null && recent != null) {
      throw new ParameterException("when", "when and from exclude each other: give one of them");
    }
    // What happened lately has happened: dates to come are wrong ones.
    Instant now = recent == null ? null : Instant.now();
    return ArticleFilter.NONE
        .withPublished(from != null ? from : recent, parameters.until("to").orElse(now))
        .withIncluded(Keyword.SOURCE, parameters.list("source"))
        .withExcluded(Keyword.SOURCE, parameters.list("excludeSource"))
        .withIncluded(Keyword.CATEGORY, parameters.list("category"))
        .withIncluded(Keyword.AUTHOR, parameters.list("author"));
  }
}
