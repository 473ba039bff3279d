package vn.timtin.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.article.Article;
import vn.timtin.article.Keyword;
import vn.timtin.lucene.IndexBuilder;
import vn.timtin.query.ArticlePart;
import vn.timtin.search.ArticleFilter;
import vn.timtin.search.Correction;
import vn.timtin.search.Facet;
import vn.timtin.search.FacetCount;
import vn.timtin.search.Highlights;
import vn.timtin.search.Hit;
import vn.timtin.search.InvalidCursorException;
import vn.timtin.search.Matching;
import vn.timtin.search.RelatedRequest;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;
import vn.timtin.search.SortOrder;
import vn.timtin.search.Timeline;
import vn.timtin.search.UnknownArticleException;

class NewsIndexTest {
  @TempDir Path directory;
  private NewsIndex index;

  @BeforeEach
  void open() throws IOException {
    index = NewsIndex.open(directory.resolve("index"));
    index.putAll(
        List.of(
            article(
                "hoi-nghi",
                "Quận Tám tổ chức hội nghị sơ kết",
                "Nhiều tập thể được khen.",
                "Sáng nay, hội nghị sơ kết năm năm được tổ chức. Các hội quần chúng dự đông.",
                "bao-a.example",
                "Chính trị",
                "Lê Thị Kiểm",
                "2020-08-11T08:00:00+07:00"),
            article(
                "bao",
                "Cơn bão số 5 đổ bộ",
                "Bão mạnh cấp 12.",
                "Người dân chằng chống nhà cửa trước bão. Báo chí đưa tin liên tục.",
                "bao-a.example",
                "Thời sự",
                "Trần Văn An",
                "2020-09-18T23:30:00+07:00"),
            article(
                "bao-chi",
                "Hội báo xuân khai mạc",
                "Báo chí cả nước góp mặt.",
                "Gian trưng bày báo tết thu hút bạn đọc. Giá sách cũ 5 < 7 & 9 > 8.",
                "bao-b.example",
                "Văn hóa",
                "le thi kiem",
                "2021-01-31T00:30:00+07:00"),
            article(
                "xe",
                "Xe buýt điện chạy thử",
                "",
                "Tuyến xe buýt điện đầu tiên lăn bánh.",
                "bao-b.example",
                "văn hoá",
                "",
                null)));
    index.refresh();
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private static Article article(
      String id,
      String title,
      String summary,
      String body,
      String source,
      String category,
      String author,
      String publishedAt) {
    Article.Builder article =
        Article.builder()
            .id(id)
            .title(title)
            .summary(summary)
            .body(body)
            .source(source)
            .category(category)
            .author(author);
    if (publishedAt != null) {
      article.publishedAt(OffsetDateTime.parse(publishedAt));
    }
    return article.build();
  }

  private List<String> ids(SearchRequest request) throws IOException {
    return index.search(request).hits().stream().map(Hit::id).toList();
  }

  private List<String> ids(String text) throws IOException {
    return ids(SearchRequest.of(text));
  }

  // ------------------------------------------------------------------ words and diacritics

  @ParameterizedTest
  @CsvSource({
    "hội nghị sơ kết, hoi-nghi",
    "hoi nghi so ket, hoi-nghi",
    "hội nghi sơ ket, hoi-nghi",
    "HOI NGHI SO KET, hoi-nghi",
    "xe buyt dien, xe"
  })
  void an_article_is_found_with_and_without_marks(String text, String first) throws IOException {
    assertThat(ids(text)).startsWith(first);
  }

  @Test
  void a_marked_word_means_that_word_and_an_unmarked_one_all_its_readings() throws IOException {
    assertThat(ids("bão")).containsExactly("bao");
    assertThat(ids("bao")).containsExactlyInAnyOrder("bao", "bao-chi");
  }

  @Test
  void decomposed_queries_find_what_composed_ones_find() throws IOException {
    assertThat(ids(Normalizer.normalize("hội nghị sơ kết", Normalizer.Form.NFD)))
        .isEqualTo(ids("hội nghị sơ kết"));
  }

  @ParameterizedTest
  @CsvSource({
    "hooij nghij sow keets, hội nghị sơ kết",
    "Ho65i nghi5 so7 ke61t, Hội nghị sơ kết",
    "hooij nghij thee gioi, hội nghị thee gioi",
    "+hooij -baox, +hội -bão"
  })
  void a_query_in_keystrokes_means_what_they_make(String keys, String meant) throws IOException {
    SearchResults found = index.search(SearchRequest.of(keys));
    assertThat(found.interpretation().text()).isEqualTo(meant);
    assertThat(found.hits()).extracting(Hit::id).startsWith("hoi-nghi").doesNotContain("bao");
    assertThat(Highlighted.of(found.hits().getFirst().highlights().title().getFirst()))
        .contains("[hội");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "box office", "air france", "as roma", "six sigma", "u23 viet nam", "hoi nghi", "bao so 5",
        "tp hcm", "h5n1", "windows", "wall street", "new york times", "a1 hội", "tiền as roma"
      })
  void other_words_are_never_taken_for_keystrokes(String text) throws IOException {
    assertThat(index.search(SearchRequest.of(text)).interpretation().text()).isEqualTo(text);
  }

  @Test
  void what_was_typed_is_found_beside_what_its_keystrokes_make() throws IOException {
    index.put(article("beer", "Lễ hội Saigon Beer", "", "Đông khách.", "", "", "", null));
    index.put(article("be", "Bể nước đầy, bể tràn", "", "Bể cá.", "", "", "", null));
    index.put(article("be-2", "Xây bể mới", "", "Bể lớn.", "", "", "", null));
    index.refresh();
    SearchResults found = index.search(SearchRequest.of("beer"));
    assertThat(found.interpretation().text()).isEqualTo("bể");
    assertThat(found.hits()).extracting(Hit::id).startsWith("beer").contains("be", "be-2");
    assertThat(Highlighted.of(found.hits().getFirst().highlights().title().getFirst()))
        .contains("[Beer]");
  }

  @Test
  void the_query_language_does_what_it_says() throws IOException {
    assertThat(ids("\"hội nghị sơ kết\"")).containsExactly("hoi-nghi");
    assertThat(ids("\"hoi nghi so ket\"")).containsExactly("hoi-nghi");
    assertThat(ids("\"kết hội nghị\"")).isEmpty();
    assertThat(ids("\"nghị sơ kết\" xe")).containsExactly("hoi-nghi"); // it has most
    assertThat(ids("báo +bão")).containsExactly("bao");
    assertThat(ids("bao -bão")).containsExactly("bao-chi");
    assertThat(ids("bão xe -bao")).containsExactly("xe");
    assertThat(ids("+(xe OR quần) +điện")).containsExactly("xe");
    assertThat(ids("title:hội")).containsExactlyInAnyOrder("hoi-nghi", "bao-chi");
    assertThat(ids("title:\"hội nghị\"")).containsExactly("hoi-nghi");
    assertThat(ids("body:\"hội quần chúng\"")).containsExactly("hoi-nghi");
    assertThat(ids("summary:\"hội quần chúng\"")).isEmpty();
    assertThat(ids("author:\"LE THI KIEM\"")).containsExactly("bao-chi", "hoi-nghi");
    assertThat(ids("category:\"van hoa\" buýt")).containsExactly("xe");
    assertThat(ids("after:2020-09-18 before:2021-01-31")).containsExactly("bao");
    assertThat(ids("buy*")).containsExactly("xe");
    assertThat(ids("buý*")).containsExactly("xe");
    assertThat(ids("bù*")).isEmpty();
  }

  @Test
  void a_query_of_any_kind_ends_well() throws IOException {
    for (String text :
        List.of(
            "\u0000",
            "\u202e\u200b",
            "😀👨\u200d👩",
            "a".repeat(2000),
            "(".repeat(500),
            "a* ".repeat(100),
            "\"a b\" ".repeat(200),
            "e" + "\u0301".repeat(1000),
            "hội ".repeat(2500),
            "${jndi:ldap://x}",
            "title:\"\u0301\"",
            "-\"\"",
            "body:a*",
            "-a ".repeat(1_000),
            "\"a b\" ".repeat(1_000),
            "a* ".repeat(2_500),
            "a OR ".repeat(2_000),
            "source:a ".repeat(1_050),
            distinct("source:s%d ", 1_100),
            distinct("-x%d ", 1_500),
            distinct("+x%d ", 1_500),
            distinct("x%d OR ", 2_000),
            distinct("title:x%d ", 1_100),
            distinct("(a -x%d) ", 1_100),
            "after:+999999999-12-31",
            "\"Đắk Lắk, Đắk Nông, TP.HCM, Q.1, UBND, BĐS\"",
            "\"" + "TP.HCM và UBND ".repeat(50) + "\"")) {
      assertThatCode(() -> assertThat(index.search(SearchRequest.of(text)).timedOut()).isFalse())
          .as(text.substring(0, Math.min(text.length(), 60)))
          .doesNotThrowAnyException();
    }
  }

  /** As many parts, each another one, as fit into a query. */
  private static String distinct(String part, int times) {
    var text = new StringBuilder();
    for (int i = 0; i < times && text.length() < 9_900; i++) {
      text.append(String.format(java.util.Locale.ROOT, part, i));
    }
    return text.toString();
  }

  // ------------------------------------------------------------------ parameters

  @Test
  void search_in_looks_into_these_parts_alone() throws IOException {
    assertThat(ids(SearchRequest.of("khen").withSearchIn(ArticlePart.SUMMARY)))
        .containsExactly("hoi-nghi");
    assertThat(ids(SearchRequest.of("khen").withSearchIn(ArticlePart.TITLE, ArticlePart.BODY)))
        .isEmpty();
    assertThat(ids(SearchRequest.of("quần").withSearchIn(ArticlePart.BODY)))
        .containsExactly("hoi-nghi");
    assertThat(ids(SearchRequest.of("quan chung").withSearchIn(ArticlePart.BODY)))
        .containsExactly("hoi-nghi");
    assertThat(ids(SearchRequest.of("tập thể").withSearchIn(ArticlePart.BODY))).isEmpty();
    assertThat(ids(SearchRequest.of("lă*").withSearchIn(ArticlePart.BODY))).containsExactly("xe");
    assertThat(ids(SearchRequest.of("kha*").withSearchIn(ArticlePart.BODY))).isEmpty();
  }

  @Test
  void filters_take_whole_values_case_and_marks_aside() throws IOException {
    SearchRequest all = SearchRequest.of("");
    assertThat(ids(all.withSource("BAO-A.example"))).containsExactly("bao", "hoi-nghi");
    assertThat(
            ids(
                all.withFilter(
                    ArticleFilter.NONE.withExcluded(Keyword.SOURCE, List.of("bao-a.example")))))
        .containsExactly("bao-chi", "xe");
    assertThat(
            ids(
                all.withFilter(
                    ArticleFilter.NONE.withIncluded(Keyword.CATEGORY, List.of("VAN HOA", "x")))))
        .containsExactly("bao-chi", "xe");
    assertThat(
            ids(
                all.withFilter(
                    ArticleFilter.NONE.withPublished(
                        Instant.parse("2020-08-11T01:00:00Z"),
                        Instant.parse("2020-09-18T16:30:00Z")))))
        .containsExactly("hoi-nghi");
  }

  @Test
  void all_orders_are_kept_and_articles_without_a_date_come_last() throws IOException {
    SearchRequest all = SearchRequest.of("");
    assertThat(ids(all)).containsExactly("bao-chi", "bao", "hoi-nghi", "xe");
    assertThat(ids(all.withSortBy(SortOrder.OLDEST)))
        .containsExactly("hoi-nghi", "bao", "bao-chi", "xe");
    SearchRequest any = SearchRequest.of("hội xe").withMatching(Matching.ANY);
    assertThat(ids(any.withSortBy(SortOrder.NEWEST))).containsExactly("bao-chi", "hoi-nghi", "xe");
  }

  @Test
  void of_two_articles_alike_the_newer_is_fresher() throws IOException {
    OffsetDateTime now = OffsetDateTime.now();
    for (int days : new int[] {2000, 2}) {
      index.put(
          Article.builder()
              .id("d" + days)
              .title("Hội sách")
              .publishedAt(now.minusDays(days))
              .build());
    }
    index.refresh();

    assertThat(ids(SearchRequest.of("hội sách").withSortBy(SortOrder.FRESH)))
        .startsWith("d2", "d2000");
  }

  @Test
  void pages_follow_each_other() throws IOException {
    SearchRequest all = SearchRequest.of("");
    assertThat(ids(all.withPage(1, 3))).containsExactly("bao-chi", "bao", "hoi-nghi");
    assertThat(ids(all.withPage(2, 3))).containsExactly("xe");
    assertThat(ids(all.withPage(3, 3))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> all.withPage(101, 100))
        .withMessageContaining("with 100 hits a page, at most 100 ");
  }

  @ParameterizedTest
  @CsvSource({
    "tin mới, RELEVANCE",
    "tin mới, FRESH",
    "tin, NEWEST",
    "tin, OLDEST",
    "'', RELEVANCE"
  })
  void a_cursor_goes_on_as_if_nothing_had_been_written(String text, SortOrder order)
      throws IOException {
    List<Article> many = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      String date = i % 10 == 0 ? null : "2021-03-0" + (1 + i % 9) + "T08:00:00+07:00";
      String body = "Tin mới " + "mới ".repeat(i % 7) + "số " + i;
      many.add(article("c" + i, "Tin", "", body, "nhieu.example", "", "", date));
    }
    index.putAll(many);
    index.refresh();
    SearchRequest request =
        SearchRequest.of(text).withSource("nhieu.example").withSortBy(order).withPage(1, 40);

    List<String> seen = new ArrayList<>();
    SearchResults found = index.search(request);
    while (true) {
      found.hits().forEach(hit -> seen.add(hit.id()));
      if (found.next() == null) {
        break;
      }
      index.delete("c" + seen.size());
      index.put(article("d" + seen.size(), "Tin", "", "mới mới", "nhieu.example", "", "", null));
      index.refresh();
      found = index.search(request.withCursor(found.next()));
    }
    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(many.stream().map(Article::id).toList());
    assertThat(seen.size()).isEqualTo(230);
  }

  @Test
  void freshness_halves_within_the_half_life_that_is_asked_for() throws IOException {
    OffsetDateTime now = OffsetDateTime.now();
    index.put(article("old", "Hội sách", "", "", "s", "", "", now.minusDays(10).toString()));
    index.put(article("new", "Hội sách", "", "", "s", "", "", now.toString()));
    index.refresh();
    SearchRequest request = SearchRequest.of("hội sách").withSortBy(SortOrder.FRESH);
    // An article keeps half of its score, and of the other half what time leaves.
    for (int halfLife : new int[] {1, 10, 100}) {
      List<Hit> hits = index.search(request.withHalfLife(Duration.ofDays(halfLife))).hits();
      double left = hits.get(1).score() / hits.get(0).score();
      assertThat(left).isCloseTo(0.5 + 0.5 * Math.pow(0.5, 10.0 / halfLife), offset(0.01));
    }
    assertThatThrownBy(() -> request.withHalfLife(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("halfLife");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hội nghị | hội hội MARKED 1.0, hội nghị hoi nghi PAIR 0.2, nghị nghị MARKED 1.0",
        "hoi nghi | hoi hoi MARKS_LEFT_OUT 1.0, hoi nghi hoi nghi PAIR 0.2, nghi nghi MARKS_LEFT_OUT 1.0",
        "hội nghi | hội hội MARKED 1.0, hội nghi hoi nghi PAIR 0.2, nghi nghi MARKS_LEFT_OUT 1.0",
        "\"hội nghị\" -bão | hội hội MARKED 1.0, hội nghị hoi nghi PAIR 0.2, nghị nghị MARKED 1.0",
        "11/8 | 11 11 UNMARKED 1.0, 11/8 --08-11 WHOLE 1.25, 11/8 11 8 PAIR 0.2, 8 8 UNMARKED 1.0",
        "hoa* | hoa* hoa* PREFIX 1.0",
        "-bão |",
      })
  void says_what_a_query_was_taken_for(String text, String terms) throws IOException {
    assertThat(
            index.search(SearchRequest.of(text)).interpretation().terms().stream()
                .map(t -> t.typed() + " " + t.term() + " " + t.kind() + " " + t.weight())
                .collect(Collectors.joining(", ")))
        .isEqualTo(terms == null ? "" : terms);
  }

  @Test
  void equal_hits_come_by_date_and_then_by_id_in_every_order_and_on_every_page()
      throws IOException {
    List<Article> alike = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String date = i % 4 == 3 ? null : "2026-01-0" + (1 + i % 4) + "T00:00:00Z";
      alike.add(article("tie%02d".formatted(i), "Tin", "", "giống nhau", "s", "", "", date));
    }
    List<Article> shuffled = new ArrayList<>(alike);
    long seed = System.nanoTime();
    Collections.shuffle(shuffled, new Random(seed));
    for (int i = 0; i < shuffled.size(); i++) {
      index.put(shuffled.get(i));
      if (i % 9 == 0) {
        index.refresh(); // several segments
      }
    }
    index.refresh();
    Comparator<Article> byId = Comparator.comparing(Article::id);
    Comparator<Article> newest =
        Comparator.comparing(Article::publishedAt, Comparator.nullsLast(Comparator.reverseOrder()));
    Comparator<Article> oldest =
        Comparator.comparing(Article::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()));
    for (SortOrder order : SortOrder.values()) {
      List<String> expected =
          alike.stream()
              .sorted((order == SortOrder.OLDEST ? oldest : newest).thenComparing(byId))
              .map(Article::id)
              .toList();
      List<String> byPage = new ArrayList<>();
      List<String> byCursor = new ArrayList<>();
      SearchRequest request = SearchRequest.of("giống nhau").withSortBy(order);
      String cursor = null;
      for (int page = 1; page <= 6; page++) {
        index.search(request.withPage(page, 7)).hits().forEach(hit -> byPage.add(hit.id()));
        SearchResults next = index.search(request.withPage(1, 7).withCursor(cursor));
        next.hits().forEach(hit -> byCursor.add(hit.id()));
        cursor = next.next();
      }
      assertThat(byPage).as(order + ", seed " + seed).isEqualTo(expected);
      assertThat(byCursor).as(order + ", seed " + seed).isEqualTo(expected);
    }
  }

  @Test
  void a_cursor_that_leads_nowhere_is_refused() throws IOException {
    SearchRequest request = SearchRequest.of("hội").withPage(1, 1);
    String next = index.search(request).next();
    assertThat(index.search(request.withCursor(next)).hits()).hasSize(1);
    assertThat(index.search(request.withPage(1, 100)).next()).isNull();
    for (SearchRequest wrong :
        List.of(
            request.withCursor("x"),
            request.withCursor(next + "AAAA"),
            SearchRequest.of("bão").withCursor(next),
            request.withSortBy(SortOrder.NEWEST).withCursor(next))) {
      assertThatThrownBy(() -> index.search(wrong))
          .isInstanceOf(InvalidCursorException.class)
          .hasMessageContaining("cursor must be");
    }
    assertThatThrownBy(() -> request.withCursor(next).withPage(2, 1))
        .isInstanceOf(IllegalArgumentException.class);

    try (IndexBuilder builder = IndexBuilder.create(directory.resolve("index"))) {
      builder.publish(0);
    }
    await().until(() -> index.stats().articles() == 0);
    assertThatThrownBy(() -> index.search(request.withCursor(next)))
        .isInstanceOf(InvalidCursorException.class)
        .hasMessageContaining("too old");
  }

  @Test
  void a_query_is_taken_as_it_was_typed_where_that_is_wanted() throws IOException {
    SearchRequest keys = SearchRequest.of("hooij nghij");
    assertThat(ids(keys)).startsWith("hoi-nghi");
    assertThat(index.search(keys.withCorrection(Correction.OFF)).interpretation().text())
        .isEqualTo("hooij nghij");
    assertThat(ids(keys.withCorrection(Correction.OFF))).isEmpty();
  }

  @Test
  void facets_count_all_spellings_of_a_value_together() throws IOException {
    SearchResults found =
        index.search(SearchRequest.of("").withFacets(EnumSet.allOf(Facet.class)).withPage(1, 1));

    assertThat(found.total().value()).isEqualTo(4);
    assertThat(found.facets().get(Facet.CATEGORY)).extracting(FacetCount::count).contains(2L);
    assertThat(found.facets().get(Facet.AUTHOR))
        .contains(new FacetCount("Lê Thị Kiểm", 2), new FacetCount("Trần Văn An", 1));
    assertThat(found.facets().get(Facet.MONTH))
        .containsExactly(
            new FacetCount("2021-01", 1),
            new FacetCount("2020-09", 1),
            new FacetCount("2020-08", 1));
  }

  @Test
  void a_syllable_of_another_word_is_marked_only_where_nothing_better_is() throws IOException {
    index.put(
        Article.builder()
            .id("words")
            .title("Hội đồng họp")
            .body("Hội nghị của xã khai mạc. Hội đồng đề ra kế hoạch.")
            .build());
    index.put(Article.builder().id("part").title("Hội đồng giám khảo").build());
    index.refresh();
    assertThat(highlights("hội nghị xã", "words").title()).isEmpty();
    assertThat(Highlighted.of(highlights("hội nghị xã", "words").body()))
        .containsExactly("[Hội nghị] của [xã] khai mạc. Hội đồng đề ra kế hoạch.");
    assertThat(Highlighted.of(highlights("khảo hội nghị", "part").title()))
        .containsExactly("Hội đồng giám [khảo]");
    assertThat(Highlighted.of(highlights("giám đốc", "part").title()))
        .containsExactly("Hội đồng [giám] khảo");
  }

  private Highlights highlights(String query, String id) throws IOException {
    return index.search(SearchRequest.of(query).withCorrection(Correction.OFF)).hits().stream()
        .filter(hit -> hit.article().id().equals(id))
        .findFirst()
        .orElseThrow()
        .highlights();
  }

  @Test
  void highlights_mark_the_words_of_the_text() throws IOException {
    Hit hit = index.search(SearchRequest.of("hoi nghi so ket")).hits().getFirst();
    assertThat(Highlighted.of(hit.highlights().title()))
        .containsExactly("Quận Tám tổ chức [hội nghị sơ kết]");
    assertThat(Highlighted.of(hit.highlights().body().getFirst())).contains("[hội nghị sơ kết]");

    Hit raw = index.search(SearchRequest.of("sách cũ")).hits().getFirst();
    assertThat(Highlighted.of(raw.highlights().body().getFirst()))
        .contains("[sách cũ] 5 < 7 & 9 > 8");
    assertThat(index.search(SearchRequest.of("bão").withHighlight(false)).hits().getFirst())
        .extracting(Hit::highlights)
        .isEqualTo(vn.timtin.search.Highlights.NONE);
  }

  @Test
  void an_explanation_is_given_where_asked_for() throws IOException {
    Hit hit = index.search(SearchRequest.of("bão").withExplain(true)).hits().getFirst();
    assertThat(hit.explanation().orElseThrow()).contains("text.exact:bão");
  }

  // ------------------------------------------------------------------ related, timeline, totals

  @Test
  void related_articles_share_a_subject_and_are_never_the_article_itself() throws IOException {
    Article reprint =
        article(
            "tin-bao",
            "Bão số 5 đổ bộ miền Trung",
            "",
            "Cơn bão số 5 mạnh cấp 12 đổ bộ.",
            "bao-c.example",
            "",
            "",
            "2020-09-19T08:00:00+07:00");
    index.put(reprint);
    index.refresh();

    assertThat(index.related(RelatedRequest.to("bao")).hits().getFirst().id()).isEqualTo("tin-bao");
    assertThat(index.related(RelatedRequest.to("tin-bao")).hits())
        .extracting(Hit::id)
        .startsWith("bao")
        .doesNotContain("tin-bao");
    assertThat(index.related(RelatedRequest.to(reprint).withSize(1)).hits()).hasSize(1);
    assertThatThrownBy(() -> index.related(RelatedRequest.to("nowhere")))
        .isInstanceOf(UnknownArticleException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void a_timeline_counts_by_the_calendar_of_vietnam_and_has_no_gaps() throws IOException {
    Timeline months = index.timeline(SearchRequest.of(""), Timeline.Interval.MONTH);
    assertThat(months.buckets()).hasSize(6);
    assertThat(months.buckets().getFirst())
        .isEqualTo(new Timeline.Bucket(LocalDate.of(2020, 8, 1), 1));
    assertThat(months.buckets().get(2).count()).isZero();

    Timeline days = index.timeline(SearchRequest.of("bão"), Timeline.Interval.DAY);
    assertThat(days.buckets()).containsExactly(new Timeline.Bucket(LocalDate.of(2020, 9, 18), 1));
    assertThat(index.timeline(SearchRequest.of("bão"), Timeline.Interval.WEEK).buckets())
        .containsExactly(new Timeline.Bucket(LocalDate.of(2020, 9, 14), 1));
  }

  @Test
  void totals_are_exact_up_to_a_thousand_and_a_bound_beyond() throws IOException {
    index.putAll(
        java.util.stream.IntStream.range(0, 1500)
            .mapToObj(i -> Article.builder().id("n" + i).title("tin số " + i).build())
            .toList());
    index.refresh();

    assertThat(index.search(SearchRequest.of("\"tin số 7\"")).total())
        .isEqualTo(new vn.timtin.search.TotalHits(1, true));
    var many = index.search(SearchRequest.of("tin")).total();
    assertThat(many.value()).isGreaterThan(1000);
    assertThat(many.value()).isLessThanOrEqualTo(1501);
    assertThat(index.search(SearchRequest.of("tin").withFacets(Set.of(Facet.SOURCE))).total())
        .isEqualTo(new vn.timtin.search.TotalHits(1501, true));
  }

  @Test
  void stats_and_sources_sum_up_the_index() throws IOException {
    IndexStats stats = index.stats();
    assertThat(stats.articles()).isEqualTo(4);
    assertThat(stats.sources()).isEqualTo(2);
    assertThat(stats.bytes()).isPositive();
    assertThat(stats.firstPublished()).contains(Instant.parse("2020-08-11T01:00:00Z"));
    assertThat(index.sources())
        .extracting(s -> s.source() + " " + s.count())
        .containsExactly("bao-a.example 2", "bao-b.example 2");
  }
}
