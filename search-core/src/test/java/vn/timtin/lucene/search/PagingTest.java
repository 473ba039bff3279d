package vn.timtin.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.RandomNews;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex;
import vn.timtin.query.ArticlePart;
import vn.timtin.search.Correction;
import vn.timtin.search.Facet;
import vn.timtin.search.Hit;
import vn.timtin.search.InvalidCursorException;
import vn.timtin.search.InvalidParameterException;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;
import vn.timtin.search.SortOrder;

/** All pages together are the whole answer, in one order, each hit once. */
class PagingTest {
  private static final String WORDS = "bão báo hội";

  @TempDir Path directory;
  private final RandomNews news = new RandomNews();
  private Map<String, Article> articles = Map.of();
  private NewsIndex index;

  @BeforeEach
  void open() throws IOException {
    List<Article> random = news.articles(150);
    articles = random.stream().collect(Collectors.toMap(Article::id, Function.identity()));
    index = NewsIndex.open(directory.resolve("index"));
    for (int i = 0; i < random.size(); i += 40) { // several segments
      index.putAll(random.subList(i, Math.min(i + 40, random.size())));
    }
    index.refresh();
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private static SearchRequest request(SortOrder order) {
    return SearchRequest.of(WORDS)
        .withSortBy(order)
        .withCorrection(Correction.OFF)
        .withHighlight(false);
  }

  private List<Hit> byCursor(SearchRequest request, int size) throws IOException {
    List<Hit> hits = new ArrayList<>();
    String next = null;
    do {
      SearchResults page = index.search(request.withPage(1, size).withCursor(next));
      hits.addAll(page.hits());
      next = page.next();
      assertThat(next != null && page.hits().size() < size).as(news.toString()).isFalse();
    } while (next != null);
    return hits;
  }

  private List<Hit> byNumber(SearchRequest request, int size) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (int page = 1; ; page++) {
      List<Hit> found = index.search(request.withPage(page, size)).hits();
      hits.addAll(found);
      if (found.size() < size) {
        return hits;
      }
    }
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  @ParameterizedTest
  @EnumSource(SortOrder.class)
  void pages_by_cursor_and_by_number_are_the_whole_answer_in_the_same_order(SortOrder order)
      throws IOException {
    List<Hit> whole = index.search(request(order).withPage(1, 100)).hits();
    int size = 1 + new Random().nextInt(30);

    List<String> byCursor = ids(byCursor(request(order), size));
    assertThat(byCursor).as("%s, %d a page", news, size).doesNotHaveDuplicates();
    assertThat(byCursor)
        .as("%s, %d a page", news, size)
        .startsWith(ids(whole).toArray(String[]::new));
    if (order != SortOrder.FRESH) { // whose scores go on falling
      assertThat(ids(byNumber(request(order), size)))
          .as("%s, %d a page", news, size)
          .isEqualTo(byCursor);
    }
  }

  @ParameterizedTest
  @EnumSource(SortOrder.class)
  void each_order_is_what_it_says(SortOrder order) throws IOException {
    List<Hit> hits = byCursor(request(order), 50);

    Function<Hit, Instant> date = hit -> dateOf(hit.id());
    Comparator<Hit> byScore = Comparator.comparingDouble(Hit::score).reversed();
    Comparator<Hit> newest =
        Comparator.comparing(date, Comparator.nullsLast(Comparator.reverseOrder()));
    Comparator<Hit> oldest =
        Comparator.comparing(date, Comparator.nullsLast(Comparator.naturalOrder()));
    Comparator<Hit> byId = Comparator.comparing(Hit::id);
    assertThat(hits)
        .as(news.toString())
        .hasSizeGreaterThan(20)
        .isSortedAccordingTo(
            switch (order) {
              case RELEVANCE, FRESH -> byScore.thenComparing(newest).thenComparing(byId);
              case NEWEST -> newest.thenComparing(byId);
              case OLDEST -> oldest.thenComparing(byId);
            });
  }

  private Instant dateOf(String id) {
    Article article = articles.get(id);
    return article.publishedAt() == null ? null : article.publishedAt().toInstant();
  }

  @ParameterizedTest
  @EnumSource(SortOrder.class)
  void the_order_of_hits_does_not_change_what_is_found(SortOrder order) throws IOException {
    assertThat(ids(byCursor(request(order), 40)))
        .as(news.toString())
        .containsExactlyInAnyOrderElementsOf(ids(byCursor(request(SortOrder.RELEVANCE), 40)));
  }

  @Test
  void nothing_that_is_written_meanwhile_is_seen_on_later_pages() throws IOException {
    List<String> whole = ids(byCursor(request(SortOrder.NEWEST), 50));
    SearchResults first = index.search(request(SortOrder.NEWEST).withPage(1, 5));
    for (String id : whole.subList(0, 20)) {
      index.delete(id);
    }
    index.put(Article.builder().id("new").title("bão báo hội").build());
    index.refresh();

    List<String> found = new ArrayList<>(ids(first.hits()));
    String next = first.next();
    while (next != null) {
      SearchResults page = index.search(request(SortOrder.NEWEST).withPage(1, 5).withCursor(next));
      found.addAll(ids(page.hits()));
      next = page.next();
    }
    assertThat(found).as(news.toString()).isEqualTo(whole);
    assertThat(ids(byCursor(request(SortOrder.NEWEST), 50)))
        .contains("new")
        .doesNotContain(whole.getFirst());
  }

  @Test
  void a_total_is_how_many_hits_all_pages_have() throws IOException {
    SearchResults found = index.search(request(SortOrder.RELEVANCE));

    assertThat(found.total().value()).isEqualTo(byCursor(request(SortOrder.RELEVANCE), 50).size());
    assertThat(found.total().isExact()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAA", "không phải"})
  void what_is_no_cursor_is_refused(String text) {
    assertThatThrownBy(() -> index.search(request(SortOrder.NEWEST).withCursor(text)))
        .isInstanceOf(InvalidCursorException.class)
        .hasMessageContaining("cursor must be what an answer gave as next");
  }

  @Test
  void a_cursor_of_random_bytes_is_refused_or_at_most_too_old() {
    Random random = news.random();
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[3 * Long.BYTES + 2 * Integer.BYTES + Float.BYTES];
      random.nextBytes(bytes);
      String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      assertThatThrownBy(() -> index.search(request(SortOrder.NEWEST).withCursor(cursor)))
          .as(news.toString())
          .isInstanceOf(InvalidCursorException.class);
    }
  }

  @Test
  void a_cursor_goes_on_with_its_own_search_only() throws IOException {
    SearchRequest asked = request(SortOrder.NEWEST).withPage(1, 2);
    String next = index.search(asked).next();

    for (SearchRequest other :
        List.of(
            SearchRequest.of("khác"),
            request(SortOrder.OLDEST),
            request(SortOrder.NEWEST).withSearchIn(ArticlePart.TITLE),
            request(SortOrder.NEWEST).withHalfLife(Duration.ofDays(3)),
            request(SortOrder.NEWEST).withCorrection(Correction.AUTO))) {
      assertThatThrownBy(() -> index.search(other.withCursor(next)))
          .isInstanceOf(InvalidCursorException.class)
          .hasMessageContaining("of the same search");
    }
    // What is shown of the hits may change from page to page.
    assertThat(
            index
                .search(
                    asked
                        .withHighlight(true)
                        .withFacets(java.util.Set.of(Facet.MONTH))
                        .withCursor(next))
                .hits())
        .hasSize(2);
  }

  @Test
  void a_cursor_of_an_index_that_was_built_anew_is_too_old() throws IOException {
    String next = index.search(request(SortOrder.NEWEST).withPage(1, 2)).next();
    try (var builder = vn.timtin.lucene.IndexBuilder.create(directory.resolve("index"))) {
      builder.addAll(List.copyOf(articles.values()), 0);
      builder.publish();
    }
    org.awaitility.Awaitility.await().until(() -> index.stats().generation() == 2);

    assertThatThrownBy(() -> index.search(request(SortOrder.NEWEST).withCursor(next)))
        .isInstanceOf(InvalidCursorException.class)
        .hasMessageContaining("too old");
  }

  @Test
  void a_page_and_a_cursor_exclude_each_other() {
    assertThatThrownBy(() -> request(SortOrder.NEWEST).withPage(2, 10).withCursor("x"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("exclude each other");
  }
}
