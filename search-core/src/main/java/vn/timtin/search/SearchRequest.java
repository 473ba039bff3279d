package vn.timtin.search;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
 * @param filter which articles come into question
 * @param sortBy the order of the hits
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
    ArticleFilter filter,
    SortOrder sortBy,
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

  /**
   * The age at which an article has lost half of what freshness gives ({@link SortOrder#FRESH}).
   */
  public static final Duration FRESHNESS_HALF_LIFE = Duration.ofDays(30);

  private static final Set<ArticlePart> ALL_PARTS = EnumSet.allOf(ArticlePart.class);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the parameter, its rule and its value
   */
  public SearchRequest {
    searchIn = Set.copyOf(searchIn);
    facets = Set.copyOf(facets);
    require(
        text.length() <= MAX_TEXT_LENGTH,
        "q must have at most " + MAX_TEXT_LENGTH + " characters: it has " + text.length());
    require(!searchIn.isEmpty(), "searchIn must name at least one part");
    require(
        pageSize >= 1 && pageSize <= MAX_PAGE_SIZE,
        "pageSize must be at least 1 and at most " + MAX_PAGE_SIZE + ": " + pageSize);
    require(page >= 1, "page must be at least 1: " + page);
    require(
        (long) page * pageSize <= MAX_DEPTH,
        "page times pageSize must be at most "
            + MAX_DEPTH
            + ": "
            + (long) page * pageSize
            + "; a cursor goes deeper");
    require(cursor == null || page == 1, "page and cursor exclude each other: give one of them");
  }

  /** Yields a search for this text with the defaults: everywhere, the ten best, highlights. */
  public static SearchRequest of(String text) {
    return new SearchRequest(
        text,
        ALL_PARTS,
        ArticleFilter.NONE,
        SortOrder.RELEVANCE,
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
    return new SearchRequest(
        text,
        parts,
        filter,
        sortBy,
        page,
        pageSize,
        facets,
        correction,
        cursor,
        highlight,
        explain);
  }

  /** Yields this search among the articles that pass the filter. */
  public SearchRequest withFilter(ArticleFilter articles) {
    return new SearchRequest(
        text,
        searchIn,
        articles,
        sortBy,
        page,
        pageSize,
        facets,
        correction,
        cursor,
        highlight,
        explain);
  }

  /** Yields this search among the articles of these sites. */
  public SearchRequest withSource(String... sources) {
    return withFilter(filter.withIncluded(Keyword.SOURCE, List.of(sources)));
  }

  /** Yields this search in another order. */
  public SearchRequest withSortBy(SortOrder order) {
    return new SearchRequest(
        text,
        searchIn,
        filter,
        order,
        page,
        pageSize,
        facets,
        correction,
        cursor,
        highlight,
        explain);
  }

  /** Yields this search for another page of the answer. */
  public SearchRequest withPage(int number, int size) {
    return new SearchRequest(
        text,
        searchIn,
        filter,
        sortBy,
        number,
        size,
        facets,
        correction,
        cursor,
        highlight,
        explain);
  }

  /** Yields this search for what comes behind an answer that gave this as next. */
  public SearchRequest withCursor(@Nullable String next) {
    return new SearchRequest(
        text,
        searchIn,
        filter,
        sortBy,
        page,
        pageSize,
        facets,
        correction,
        next,
        highlight,
        explain);
  }

  /** Yields this search with or without what was probably meant. */
  public SearchRequest withCorrection(Correction wanted) {
    return new SearchRequest(
        text, searchIn, filter, sortBy, page, pageSize, facets, wanted, cursor, highlight, explain);
  }

  /** Yields this search with counts. */
  public SearchRequest withFacets(Set<Facet> counted) {
    return new SearchRequest(
        text,
        searchIn,
        filter,
        sortBy,
        page,
        pageSize,
        counted,
        correction,
        cursor,
        highlight,
        explain);
  }

  /** Yields this search with or without extracts. */
  public SearchRequest withHighlight(boolean wanted) {
    return new SearchRequest(
        text,
        searchIn,
        filter,
        sortBy,
        page,
        pageSize,
        facets,
        correction,
        cursor,
        wanted,
        explain);
  }

  /** Yields this search with or without explanations. */
  public SearchRequest withExplain(boolean wanted) {
    return new SearchRequest(
        text,
        searchIn,
        filter,
        sortBy,
        page,
        pageSize,
        facets,
        correction,
        cursor,
        highlight,
        wanted);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
