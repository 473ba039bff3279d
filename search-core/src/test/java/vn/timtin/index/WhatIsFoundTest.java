package vn.timtin.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.article.Article;
import vn.timtin.search.Facet;
import vn.timtin.search.FacetCount;
import vn.timtin.search.Hit;
import vn.timtin.search.Matched;
import vn.timtin.search.Matching;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;
import vn.timtin.search.SortOrder;

/** What counts as an answer, whatever the order and the filters. */
class WhatIsFoundTest {
  private static final String[] SOURCES = {"mot.example", "hai.example", "ba.example"};

  @TempDir static Path directory;
  private static NewsIndex index;

  @BeforeAll
  static void index() throws IOException {
    List<Article> articles = new ArrayList<>();
    add(articles, 12, "conference", "Hội nghị của huyện bàn việc trồng rừng");
    add(articles, 30, "apart", "Hội làng mở vào mùa xuân, đô vật Nghị thắng trận cuối");
    add(articles, 30, "fair", "Hội làng có chọi gà");
    add(articles, 20, "committee", "UBND xã Đông Sơn trao quà cho học sinh nghèo");
    add(articles, 20, "people", "Ủy ban nhân dân xã Tây Hồ sửa đường liên thôn");
    add(articles, 3, "date", "Cầu Bến Ngự thông xe ngày 17 tháng 5 năm 2022");
    add(articles, 15, "digits", "Cầu Bến Đá thông xe ngày 17/5/2022");
    add(articles, 200, "other", "Trời nắng, lúa chín vàng trên đồng");
    index = NewsIndex.open(directory.resolve("index"));
    index.putAll(articles);
    index.refresh();
  }

  private static void add(List<Article> articles, int count, String id, String body) {
    for (int i = 0; i < count; i++) {
      articles.add(
          Article.builder()
              .id(id + "-" + i)
              .title("Tin " + i)
              .body(body)
              .source(SOURCES[i % SOURCES.length])
              .build());
    }
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  private static SearchRequest all(String query) {
    return SearchRequest.of(query).withPage(1, SearchRequest.MAX_PAGE_SIZE);
  }

  private static List<String> kinds(SearchResults found) {
    return found.hits().stream()
        .map(Hit::id)
        .map(id -> id.substring(0, id.indexOf('-')))
        .distinct()
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @EnumSource(SortOrder.class)
  void in_every_order_an_article_is_found_that_has_the_word_and_no_other(SortOrder order)
      throws IOException {
    SearchResults found = index.search(all("hội nghị").withSortBy(order));

    assertThat(kinds(found)).containsExactly("conference");
    assertThat(found.total().value()).isEqualTo(12);
    assertThat(found.matched()).isEqualTo(Matched.ALL);
    assertThat(found.hits()).allSatisfy(hit -> assertThat(hit.missing()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hội nghị", "hội làng trồng rừng", "UBND xã", "lúa hội chín"})
  void what_the_sources_have_adds_up_and_is_what_the_facet_counts(String query) throws IOException {
    SearchResults found = index.search(all(query).withFacets(Set.of(Facet.SOURCE)));

    long sum = 0;
    for (FacetCount count : found.facets().get(Facet.SOURCE)) {
      long ofSource = index.search(all(query).withSource(count.value())).total().value();
      assertThat(ofSource).as(count.value()).isEqualTo(count.count());
      sum += ofSource;
    }
    assertThat(sum).isEqualTo(found.total().value()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UBND xã", "Ủy ban nhân dân xã"})
  void a_name_finds_what_is_called_otherwise(String query) throws IOException {
    SearchResults found = index.search(all(query));

    assertThat(kinds(found)).containsExactly("committee", "people");
    assertThat(found.total().value()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thông xe 17/5/2022", "thông xe ngày 17 tháng 5 năm 2022"})
  void a_date_is_found_however_it_is_written(String query) throws IOException {
    assertThat(kinds(index.search(all(query)))).containsExactly("date", "digits");
  }

  @Test
  void where_no_article_has_all_the_hits_say_what_they_lack() throws IOException {
    SearchResults found = index.search(all("hội nghị trồng rừng Tây Hồ"));

    assertThat(found.matched()).isNotEqualTo(Matched.ALL);
    Hit conference =
        found.hits().stream()
            .filter(hit -> hit.id().startsWith("conference"))
            .findFirst()
            .orElseThrow();
    assertThat(String.join(" ", conference.missing())).contains("Tây", "Hồ");
    assertThat(String.join(" ", conference.missing())).doesNotContain("rừng");
  }

  @Test
  void a_program_asks_for_all_or_for_any() throws IOException {
    SearchRequest request = all("hội trồng");

    assertThat(kinds(index.search(request.withMatching(Matching.ALL))))
        .containsExactly("conference");
    SearchResults any = index.search(request.withMatching(Matching.ANY));
    assertThat(kinds(any)).containsExactly("apart", "conference", "fair");
    assertThat(any.total().value()).isEqualTo(72);
  }

  @Test
  void something_is_found_where_one_word_is_known() throws IOException {
    SearchResults found = index.search(all("xyzzy chọi"));

    assertThat(kinds(found)).containsExactly("fair");
    assertThat(found.matched()).isEqualTo(Matched.MOST);
    assertThat(found.hits().getFirst().missing()).containsExactly("xyzzy");
    assertThat(index.search(all("xyzzy chọi").withMatching(Matching.ALL)).hits()).isEmpty();
  }

  @Test
  void an_alternative_that_no_article_has_does_not_make_the_others_match_less() throws IOException {
    assertThat(index.search(all("chọi OR xyzzy")).matched()).isEqualTo(Matched.ALL);
    assertThat(index.search(all("body:(chọi OR xyzzy)")).matched()).isEqualTo(Matched.ALL);
    SearchResults none = index.search(all("xyzzy OR qwerty"));
    assertThat(none.hits()).isEmpty();
    assertThat(none.matched()).isEqualTo(Matched.SOME);
  }

  @Test
  void what_has_most_has_any() throws IOException {
    for (String query : List.of("hội trồng", "hoi trong rung", "sửa đường thôn chín", "cầu lúa")) {
      SearchRequest request = all(query);
      Set<String> any = ids(request.withMatching(Matching.ANY));
      Set<String> most = ids(request.withMatching(Matching.MOST));

      assertThat(any).as(query).containsAll(most);
      assertThat(most).as(query).containsAll(ids(request.withMatching(Matching.ALL)));
    }
  }

  private static Set<String> ids(SearchRequest request) throws IOException {
    return index.search(request).hits().stream().map(Hit::id).collect(Collectors.toSet());
  }
}
