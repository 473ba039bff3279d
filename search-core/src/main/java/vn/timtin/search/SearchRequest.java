package vn.timtin.search;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Keyword;
import vn.timtin.query.ArticlePart;

/**
 * A search: what was typed, which articles come into question, and which part of the answer is
 * wanted. Immutable; each {@code with} yields a changed copy.
 *
 * @param text in the language of {@link vn.timtin.query.QueryParser}, at most {@value
 *     #MAX_TEXT_LENGTH} characters; empty for all articles, newest first
 * @param searchIn the parts of the article to look into; not empty; all parts mean captions and
 *     tags too
 * @param matching how much of the words an article must have
 * @param filter which articles come into question
 * @param sortBy the order of the hits
 * @param halfLife the age at which an article has lost half of what freshness gives, in the order
 *     {@link SortOrder#FRESH}
 * @param page from 1; {@code page * pageSize} is at most {@value #MAX_DEPTH}
 * @param pageSize hits on a page, 1 to {@value #MAX_PAGE_SIZE}
 * @param facets what to count among all matches; counting reads every match
 * @param correction whether what was probably meant is asked for too
 * @param cursor what an answer gave as {@link SearchResults#next}, to go on there; null for a page
 *     by its number
 * @param highlight whether hits carry extracts
 * @param explain whether hits carry an explanation of their score
 */
public record SearchRequest(
    String text,
    Set<ArticlePart> searchIn,
    Matching matching,
    ArticleFilter filter,
    SortOrder sortBy,
    Duration halfLife,
    int page,
    int pageSize,
    Set<Facet> facets,
    Correction correction,
    @Nullable String cursor,
    boolean highlight,
    boolean explain) {

  /** How long a query may be, in UTF-16 units. */
  public static final int MAX_TEXT_LENGTH = 10_000;

  /** How many hits a page may have. */
  public static final int MAX_PAGE_SIZE = 100;

  /** How deep paging by number goes. */
  public static final int MAX_DEPTH = 10_000;

  /** The half-life of freshness where none is given. */
  public static final Duration FRESHNESS_HALF_LIFE = Duration.ofDays(30);

  private static final Set<ArticlePart> ALL_PARTS = EnumSet.allOf(ArticlePart.class);

  /**
   * Checks the ranges.
   *
   * @throws InvalidParameterException naming the parameter, its rule and its value
   */
  public SearchRequest {
    searchIn = Set.copyOf(searchIn);
    facets = Set.copyOf(facets);
    InvalidParameterException.requireLength(text);
    InvalidParameterException.require(
        !searchIn.isEmpty(), "searchIn", "searchIn must name at least one part");
    InvalidParameterException.require(
        pageSize >= 1 && pageSize <= MAX_PAGE_SIZE,
        "pageSize",
        "pageSize must be at least 1 and at most " + MAX_PAGE_SIZE + ": " + pageSize);
    InvalidParameterException.require(
        halfLife.isPositive(), "halfLife", "halfLife must be longer than nothing: " + halfLife);
    InvalidParameterException.require(
        page >= 1 && page <= MAX_DEPTH / pageSize,
        "page",
        "page must be at least 1 and, with "
            + pageSize
            + " hits a page, at most "
            + MAX_DEPTH / pageSize
            + " (a cursor, the next of an answer, goes deeper): "
            + page);
    InvalidParameterException.require(
        cursor == null || page == 1,
        "cursor",
        "page and cursor exclude each other: give one of them");
  }

  /** Yields a search for this text with the defaults: everywhere, the ten best, highlights. */
  public static SearchRequest of(String text) {
    return new SearchRequest(
        text,
        ALL_PARTS,
        Matching.AUTO,
        ArticleFilter.NONE,
        SortOrder.RELEVANCE,
        FRESHNESS_HALF_LIFE,
        1,
        10,
        Set.of(),
        Correction.AUTO,
        null,
        true,
        false);
  }

  /** Yields this search within these parts. */
  public SearchRequest withSearchIn(ArticlePart... parts) {
    return withSearchIn(Set.copyOf(Arrays.asList(parts)));
  }

  /** Yields this search within these parts. */
  public SearchRequest withSearchIn(Set<ArticlePart> parts) {
    return with(draft -> draft.searchIn = parts);
  }

  /** Yields this search for articles that have so much of the words. */
  public SearchRequest withMatching(Matching wanted) {
    return with(draft -> draft.matching = wanted);
  }

  /** Yields this search among the articles that pass the filter. */
  public SearchRequest withFilter(ArticleFilter articles) {
    return with(draft -> draft.filter = articles);
  }

  /** Yields this search among the articles of these sites. */
  public SearchRequest withSource(String... sources) {
    return withFilter(filter.withIncluded(Keyword.SOURCE, List.of(sources)));
  }

  /** Yields this search in another order. */
  public SearchRequest withSortBy(SortOrder order) {
    return with(draft -> draft.sortBy = order);
  }

  /** Yields this search with freshness that halves within another time. */
  public SearchRequest withHalfLife(Duration age) {
    return with(draft -> draft.halfLife = age);
  }

  /** Yields this search for another page of the answer. */
  public SearchRequest withPage(int number, int size) {
    return with(
        draft -> {
          draft.page = number;
          draft.pageSize = size;
        });
  }

  /** Yields this search for what comes after an answer that gave this as next. */
  public SearchRequest withCursor(@Nullable String next) {
    return with(draft -> draft.cursor = next);
  }

  /** Yields this search with or without what was probably meant. */
  public SearchRequest withCorrection(Correction wanted) {
    return with(draft -> draft.correction = wanted);
  }

  /** Yields this search with counts. */
  public SearchRequest withFacets(Set<Facet> counted) {
    return with(draft -> draft.facets = counted);
  }

  /** Yields this search with or without extracts. */
  public SearchRequest withHighlight(boolean wanted) {
    return with(draft -> draft.highlight = wanted);
  }

  /** Yields this search with or without explanations. */
  public SearchRequest withExplain(boolean wanted) {
    return with(draft -> draft.explain = wanted);
  }

  private SearchRequest with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.toRequest();
  }

  /** A copy of which one part changes. */
  private static final class Draft {
    private final String text;
    private Set<ArticlePart> searchIn;
    private Matching matching;
    private ArticleFilter filter;
    private SortOrder sortBy;
    private Duration halfLife;
    private int page;
    private int pageSize;
    private Set<Facet> facets;
    private Correction correction;
    private @Nullable String cursor;
    private boolean highlight;
    private boolean explain;

    Draft(SearchRequest request) {
      text = request.text;
      searchIn = request.searchIn;
      matching = request.matching;
      filter = request.filter;
      sortBy = request.sortBy;
      halfLife = request.halfLife;
      page = request.page;
      pageSize = request.pageSize;
      facets = request.facets;
      correction = request.correction;
      cursor = request.cursor;
      highlight = request.highlight;
      explain = request.explain;
    }

    SearchRequest toRequest() {
      return new SearchRequest(
          text,
          searchIn,
          matching,
          filter,
          sortBy,
          halfLife,
          page,
          pageSize,
          facets,
          correction,
          cursor,
          highlight,
          explain);
    }
  }
}
