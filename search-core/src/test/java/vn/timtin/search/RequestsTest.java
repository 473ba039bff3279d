package vn.timtin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.timtin.article.Keyword;
import vn.timtin.query.ArticlePart;
import vn.timtin.search.Timeline.Interval;

class RequestsTest {
  /** A request that is wrong. */
  @FunctionalInterface
  interface Wrong {
    Object make();
  }

  static Stream<Arguments> wrongRequests() {
    SearchRequest search = SearchRequest.of("bão");
    return Stream.of(
        wrong("text", "10001", () -> SearchRequest.of("x".repeat(10_001))),
        wrong("searchIn", "at least one part", () -> search.withSearchIn(Set.of())),
        wrong("pageSize", "0", () -> search.withPage(1, 0)),
        wrong("pageSize", "101", () -> search.withPage(1, 101)),
        wrong("page", "at least 1", () -> search.withPage(0, 10)),
        wrong("page", "at most 1000", () -> search.withPage(1_001, 10)),
        wrong("page", "at most 100", () -> search.withPage(Integer.MAX_VALUE, 100)),
        wrong("halfLife", "PT0S", () -> search.withHalfLife(Duration.ZERO)),
        wrong("cursor", "exclude", () -> search.withPage(2, 10).withCursor("x")),
        wrong("size", "0", () -> RelatedRequest.to("a").withSize(0)),
        wrong("size", "101", () -> RelatedRequest.to("a").withSize(101)),
        wrong("recency", "positive", () -> RelatedRequest.to("a").withRecency(Duration.ZERO)),
        wrong("text", "10001", () -> SuggestRequest.of("x".repeat(10_001))),
        wrong("size", "51", () -> SuggestRequest.of("x").withSize(51)),
        wrong(
            "patience",
            "nothing",
            () -> SuggestRequest.of("x").withPatience(Duration.ofMillis(-1))),
        wrong(
            "patience", "an hour", () -> SuggestRequest.of("x").withPatience(Duration.ofHours(2))));
  }

  private static Arguments wrong(String parameter, String says, Wrong request) {
    return Arguments.of(parameter, says, request);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("wrongRequests")
  void a_wrong_request_names_its_parameter_and_the_rule(
      String parameter, String says, Wrong request) {
    RequestException refused = catchThrowableOfType(InvalidParameterException.class, request::make);

    assertThat(refused).isNotNull();
    assertThat(refused.parameter()).isEqualTo(parameter);
    assertThat(refused).hasMessageContaining(says);
  }

  @Test
  void the_bounds_themselves_are_right() {
    assertThat(SearchRequest.of("x".repeat(10_000)).withPage(100, 100).pageSize()).isEqualTo(100);
    assertThat(SuggestRequest.of("").withSize(50).withPatience(Duration.ofHours(1)).size())
        .isEqualTo(50);
  }

  @Test
  void a_request_is_a_value_that_nobody_changes_afterwards() {
    Set<ArticlePart> parts = EnumSet.of(ArticlePart.TITLE);
    SearchRequest request = SearchRequest.of("bão").withSearchIn(parts);
    parts.add(ArticlePart.BODY);

    assertThat(request.searchIn()).containsExactly(ArticlePart.TITLE);
    assertThat(request).isEqualTo(SearchRequest.of("bão").withSearchIn(ArticlePart.TITLE));
    assertThat(request.withSortBy(SortOrder.NEWEST).sortBy()).isEqualTo(SortOrder.NEWEST);
    assertThat(request.sortBy()).isEqualTo(SortOrder.RELEVANCE);
  }

  @Test
  void a_filter_without_values_is_none() {
    assertThat(ArticleFilter.NONE.withIncluded(Keyword.SOURCE, List.of()))
        .isEqualTo(ArticleFilter.NONE);
    ArticleFilter filter =
        ArticleFilter.NONE
            .withIncluded(Keyword.SOURCE, List.of("a.example"))
            .withExcluded(Keyword.CATEGORY, List.of("Thể thao"));
    assertThat(filter.included()).isEqualTo(Map.of(Keyword.SOURCE, List.of("a.example")));
    assertThat(filter.excluded()).isEqualTo(Map.of(Keyword.CATEGORY, List.of("Thể thao")));
  }

  @ParameterizedTest
  @EnumSource(Interval.class)
  void each_day_lies_in_one_interval_that_begins_before_the_next_one(Interval interval) {
    for (LocalDate day = LocalDate.of(2023, 12, 20); day.getYear() < 2025; day = day.plusDays(1)) {
      LocalDate start = interval.startOf(day);
      assertThat(start).isBeforeOrEqualTo(day);
      assertThat(interval.next(start)).isAfter(day);
      assertThat(interval.startOf(start)).isEqualTo(start);
      assertThat(interval.startOf(interval.next(start))).isEqualTo(interval.next(start));
    }
    assertThat(Interval.WEEK.startOf(LocalDate.of(2024, 1, 1)).getDayOfWeek())
        .isEqualTo(DayOfWeek.MONDAY);
  }
}
