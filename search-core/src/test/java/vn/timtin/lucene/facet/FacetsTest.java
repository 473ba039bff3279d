package vn.timtin.lucene.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.timtin.RandomNews;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.ArticleFilter;
import vn.timtin.search.Correction;
import vn.timtin.search.Facet;
import vn.timtin.search.FacetCount;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SourceSummary;
import vn.timtin.search.Timeline;
import vn.timtin.search.Timeline.Interval;

/** Counts are those that one gets by reading all articles that match. */
class FacetsTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @TempDir Path directory;
  private final RandomNews news = new RandomNews();
  private final List<Article> articles = news.articles(200);
  private NewsIndex index;

  @BeforeEach
  void open() throws IOException {
    index = NewsIndex.open(directory.resolve("index"));
    for (int i = 0; i < articles.size(); i += 70) {
      index.putAll(articles.subList(i, Math.min(i + 70, articles.size())));
    }
    for (int i = 0; i < 30; i++) { // what is deleted is not counted
      index.delete(String.valueOf(i));
    }
    index.refresh();
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private List<Article> left() {
    return articles.subList(30, articles.size());
  }

  private Map<Facet, List<FacetCount>> facets(String query) throws IOException {
    return index
        .search(
            SearchRequest.of(query)
                .withCorrection(Correction.OFF)
                .withFacets(Set.of(Facet.values())))
        .facets();
  }

  /** Values by their key, each under its most frequent spelling. */
  private static List<FacetCount> count(List<Article> counted, Function<Article, String> property) {
    Map<String, Map<String, Long>> spellings = new HashMap<>();
    for (Article article : counted) {
      String value = property.apply(article);
      if (!value.isEmpty()) {
        spellings
            .computeIfAbsent(value.toLowerCase(Locale.ROOT), key -> new TreeMap<>())
            .merge(value, 1L, Long::sum);
      }
    }
    return spellings.values().stream()
        .map(
            forms ->
                new FacetCount(
                    forms.entrySet().stream()
                        .max(
                            Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .orElseThrow()
                        .getKey(),
                    forms.values().stream().mapToLong(Long::longValue).sum()))
        .sorted(
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
        .toList();
  }

  private static LocalDate day(Article article) {
    return article.publishedAt() == null
        ? null
        : article.publishedAt().atZoneSameInstant(VIETNAM).toLocalDate();
  }

  @Test
  void values_are_counted_whatever_their_spelling_and_named_by_the_most_frequent_one()
      throws IOException {
    Map<Facet, List<FacetCount>> facets = facets("");

    assertThat(facets.get(Facet.SOURCE))
        .as(news.toString())
        .isEqualTo(count(left(), Article::source));
    assertThat(facets.get(Facet.CATEGORY))
        .as(news.toString())
        .isEqualTo(count(left(), Article::category));
    assertThat(facets.get(Facet.AUTHOR)).isEmpty();
  }

  @Test
  void months_are_those_of_vietnam_with_the_latest_first() throws IOException {
    Map<YearMonth, Long> months =
        left().stream()
            .map(FacetsTest::day)
            .filter(Objects::nonNull)
            .collect(
                Collectors.groupingBy(
                    YearMonth::from,
                    () -> new TreeMap<>(Comparator.reverseOrder()),
                    Collectors.counting()));

    assertThat(facets("").get(Facet.MONTH))
        .as(news.toString())
        .isEqualTo(
            months.entrySet().stream()
                .map(month -> new FacetCount(month.getKey().toString(), month.getValue()))
                .toList());
  }

  @Test
  void only_what_matches_is_counted() throws IOException {
    List<Article> storms =
        left().stream()
            .filter(
                article ->
                    List.of(
                            (article.title() + " " + article.summary() + " " + article.body())
                                .split("[ .]+"))
                        .contains("bão"))
            .toList();

    assertThat(facets("+bão").get(Facet.SOURCE))
        .as(news.toString())
        .isEqualTo(count(storms, Article::source));
  }

  @ParameterizedTest
  @EnumSource(Interval.class)
  void a_timeline_has_each_interval_from_the_first_to_the_last_article(Interval interval)
      throws IOException {
    Timeline timeline = index.timeline(SearchRequest.of(""), interval);

    List<LocalDate> days = left().stream().map(FacetsTest::day).filter(Objects::nonNull).toList();
    Map<LocalDate, Long> counted =
        days.stream().collect(Collectors.groupingBy(interval::startOf, Collectors.counting()));
    assertThat(timeline.buckets().getFirst().start())
        .isEqualTo(interval.startOf(days.stream().min(Comparator.naturalOrder()).orElseThrow()));
    assertThat(timeline.buckets().getLast().start())
        .isEqualTo(interval.startOf(days.stream().max(Comparator.naturalOrder()).orElseThrow()));
    for (int i = 0; i < timeline.buckets().size(); i++) {
      Timeline.Bucket bucket = timeline.buckets().get(i);
      assertThat(bucket.count())
          .as("%s, %s", news, bucket.start())
          .isEqualTo(counted.getOrDefault(bucket.start(), 0L));
      if (i > 0) {
        assertThat(bucket.start()).isEqualTo(interval.next(timeline.buckets().get(i - 1).start()));
      }
    }
  }

  @Test
  void one_wrong_date_neither_stretches_a_timeline_nor_makes_it_an_error() throws IOException {
    List<Timeline.Bucket> before = index.timeline(SearchRequest.of(""), Interval.DAY).buckets();
    for (String date : List.of("1920-01-01T00:00:00Z", "2098-01-01T00:00:00Z")) {
      index.put(
          Article.builder()
              .id(date)
              .title("sai ngày")
              .publishedAt(OffsetDateTime.parse(date))
              .build());
    }
    index.refresh();

    assertThat(index.timeline(SearchRequest.of(""), Interval.DAY).buckets()).isEqualTo(before);
    List<Timeline.Bucket> months = index.timeline(SearchRequest.of(""), Interval.MONTH).buckets();
    assertThat(months.getFirst().start()).isEqualTo(LocalDate.of(1920, 1, 1));
    // Asked for, it is there.
    ArticleFilter later =
        ArticleFilter.NONE.withPublished(
            Instant.parse("2090-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(index.timeline(SearchRequest.of("").withFilter(later), Interval.DAY).buckets())
        .singleElement()
        .isEqualTo(new Timeline.Bucket(LocalDate.of(2098, 1, 1), 1));
  }

  @Test
  void sources_have_their_articles_and_the_span_of_their_dates() throws IOException {
    List<SourceSummary> sources = index.sources();

    assertThat(sources)
        .as(news.toString())
        .extracting(source -> new FacetCount(source.source(), source.count()))
        .isEqualTo(count(left(), Article::source));
    for (SourceSummary source : sources) {
      List<java.time.Instant> dates =
          left().stream()
              .filter(article -> article.source().equalsIgnoreCase(source.source()))
              .filter(article -> article.publishedAt() != null)
              .map(article -> article.publishedAt().toInstant())
              .sorted()
              .toList();
      assertThat(source.firstPublished()).contains(dates.getFirst());
      assertThat(source.lastPublished()).contains(dates.getLast());
    }
  }
}
