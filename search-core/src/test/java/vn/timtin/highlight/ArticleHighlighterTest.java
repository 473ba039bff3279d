package vn.timtin.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.timtin.RandomNews;
import vn.timtin.analysis.Synonyms;
import vn.timtin.article.Article;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.QueryParser;
import vn.timtin.search.Correction;
import vn.timtin.search.Extract;
import vn.timtin.search.Highlights;
import vn.timtin.search.Matching;
import vn.timtin.understanding.QueryPlan;
import vn.timtin.understanding.QueryPlanner;
import vn.timtin.understanding.RankingWeights;
import vn.timtin.understanding.TermStatistics;

/** What of an article is shown for a query, without any index. */
class ArticleHighlighterTest {
  private static final int ARTICLES = 1_000;

  /** Every word is in a few articles. */
  private static final TermStatistics FEW = statistics(20);

  private static TermStatistics statistics(int frequency) {
    return new TermStatistics() {
      @Override
      public int documents() {
        return ARTICLES;
      }

      @Override
      public int[] frequencies(List<vn.timtin.understanding.IndexTerm> terms) {
        return terms.stream()
            .mapToInt(term -> Set.of("la", "là", "thang").contains(term.text()) ? 900 : frequency)
            .toArray();
      }
    };
  }

  private static Highlights highlights(String query, Article article) throws IOException {
    return highlights(query, Correction.OFF, article);
  }

  private static Highlights highlights(String query, Correction correction, Article article)
      throws IOException {
    QueryPlan plan =
        QueryPlanner.plan(
            QueryParser.parse(query),
            EnumSet.allOf(ArticlePart.class),
            Matching.AUTO,
            correction,
            Synonyms.builtIn(),
            RankingWeights.DEFAULT,
            FEW);
    return ArticleHighlighter.of(plan, FEW, ARTICLES).highlight(article);
  }

  private static String body(String query, String body) throws IOException {
    return print(highlights(query, Article.builder().id("a").title("-").body(body).build()).body());
  }

  /** What matches in brackets, extracts parted by |. */
  private static String print(List<Extract> extracts) {
    return extracts.stream()
        .map(
            extract ->
                extract.pieces().stream()
                    .map(piece -> piece.matches() ? "[" + piece.text() + "]" : piece.text())
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hội nghị     | Sáng nay hội nghị bế mạc.    | Sáng nay [hội nghị] bế mạc.",
        "hoi nghi     | Sáng nay Hội nghị bế mạc.    | Sáng nay [Hội nghị] bế mạc.",
        "hoà          | Giữ hòa bình ở Hoà Bình.      | Giữ [hòa] bình ở [Hoà] Bình.",
        "30/4/2019    | Lễ 30-4-2019 và năm 2019.     | Lễ [30-4-2019] và năm [2019].",
        "bao*         | Cơn bão, tờ báo, cái bát.     | Cơn [bão], tờ [báo], cái bát.",
        "TP.HCM       | Ở Thành phố Hồ Chí Minh mưa.  | Ở [Thành phố Hồ Chí Minh] mưa.",
        "mưa -gió     | Mưa và gió lớn.               | [Mưa] và gió lớn.",
        "bão source:x | Cơn bão.                      | Cơn [bão].",
      })
  void the_words_that_were_asked_for_are_shown_in_the_text_as_it_stands(
      String query, String body, String shown) throws IOException {
    assertThat(body(query, body)).isEqualTo(shown);
  }

  @Test
  void a_word_that_nearly_every_article_has_is_shown_beside_others_only() throws IOException {
    assertThat(body("bão là gì", "Bão là gió. Đó là mưa.")).isEqualTo("[Bão là] gió. Đó là mưa.");
  }

  @Test
  void words_that_nearly_every_article_has_are_shown_side_by_side_as_in_the_query()
      throws IOException {
    assertThat(body("la thang bao", "Đó là tháng mưa.")).isEqualTo("Đó [là tháng] mưa.");
    assertThat(body("la thang bao", "Tháng nào là mưa?")).isEmpty();
  }

  @Test
  void a_syllable_of_another_word_is_shown_where_nothing_else_is() throws IOException {
    assertThat(body("giám đốc", "Giám sát chặt. Nhà giám đốc mới."))
        .isEqualTo("Giám sát chặt. Nhà [giám đốc] mới.");
    assertThat(body("giám đốc", "Giám sát chặt.")).isEqualTo("[Giám] sát chặt.");
  }

  @Test
  void a_syllable_of_another_word_is_not_shown_for_a_query_without_diacritics() throws IOException {
    Article article =
        Article.builder().id("a").title("-").body("Kết quả là hội nghị sơ kết tốt.").build();

    assertThat(print(highlights("hoi nghi so ket", Correction.AUTO, article).body()))
        .isEqualTo("Kết quả là [hội nghị sơ kết] tốt.");
  }

  @Test
  void a_rare_word_is_shown_though_its_syllable_is_common_with_other_diacritics()
      throws IOException {
    assertThat(body("Thăng bị bắt", "Thăng về. Tháng sau.")).isEqualTo("[Thăng] về. Tháng sau.");
  }

  @Test
  void other_diacritics_are_shown_where_nothing_else_is() throws IOException {
    assertThat(body("hội nghỉ", "Hội nghị bế mạc.")).isEqualTo("[Hội] nghị bế mạc.");
    assertThat(body("nghỉ", "Hội nghị bế mạc.")).isEqualTo("Hội [nghị] bế mạc.");
  }

  @Test
  void the_passages_with_most_of_the_query_are_shown_in_their_order() throws IOException {
    String filler = "Câu này dài ra cho đủ một đoạn mà không nói gì đến điều được hỏi cả đâu nhé. ";
    String body =
        "Mưa rơi. "
            + filler.repeat(3)
            + "Sách mới. "
            + filler.repeat(3)
            + "Mưa, sách, xăng. "
            + filler.repeat(3)
            + "Xăng giảm. "
            + filler.repeat(3);

    List<Extract> shown =
        highlights("mưa OR sách OR xăng", Article.builder().id("a").title("-").body(body).build())
            .body();

    assertThat(shown).hasSize(3).isSortedAccordingTo((a, b) -> a.start() - b.start());
    assertThat(print(shown)).contains("[Mưa], [sách], [xăng].");
    assertThat(shown).allMatch(extract -> extract.text().length() < 400);
  }

  @Test
  void an_extract_says_whether_it_begins_or_ends_inside_a_sentence() throws IOException {
    String body = "từ ".repeat(200) + "bão " + "ngữ ".repeat(200);

    Extract shown =
        highlights("bão", Article.builder().id("a").title("-").body(body).build())
            .body()
            .getFirst();

    assertThat(shown.beginsInside()).isTrue();
    assertThat(shown.endsInside()).isTrue();
  }

  @Test
  void a_title_is_shown_whole_or_not_at_all() throws IOException {
    Article article = Article.builder().id("a").title("Bão số 5. Lũ lên").body("Mưa").build();

    assertThat(print(highlights("lũ", article).title())).isEqualTo("Bão số 5. [Lũ] lên");
    assertThat(highlights("mưa", article).title()).isEmpty();
    assertThat(highlights("nắng", article)).isEqualTo(Highlights.NONE);
  }

  @RepeatedTest(20)
  void extracts_are_parts_of_the_text_and_matches_lie_in_them_apart() throws IOException {
    var news = new RandomNews();
    Article article = news.articles(1).getFirst();
    String query = news.text(5) + " " + news.oneOf(RandomNews.WORDS);

    Highlights shown = highlights(query, article);

    assertAreParts(shown.title(), article.title(), news);
    assertAreParts(shown.summary(), article.summary(), news);
    assertAreParts(shown.body(), article.body(), news);
  }

  private static void assertAreParts(List<Extract> extracts, String whole, RandomNews news) {
    int end = 0;
    for (Extract extract : extracts) {
      assertThat(extract.start()).as(news.toString()).isGreaterThanOrEqualTo(end);
      end = extract.start() + extract.text().length();
      assertThat(whole.substring(extract.start(), end))
          .as(news.toString())
          .isEqualTo(extract.text());
      assertThat(extract.pieces().stream().map(Extract.Piece::text).collect(Collectors.joining()))
          .as(news.toString())
          .isEqualTo(extract.text());
      assertThat(extract.matches()).as(news.toString()).isNotEmpty();
      assertThat(extract.matches())
          .allMatch(match -> !whole.substring(match.start(), match.end()).isBlank());
    }
  }

  @Test
  void an_extract_refuses_matches_outside_or_out_of_order() {
    Stream.of(
            List.of(new Extract.Match(1, 3)),
            List.of(new Extract.Match(10, 17)),
            List.of(new Extract.Match(12, 12)),
            List.of(new Extract.Match(12, 14), new Extract.Match(10, 11)),
            List.of(new Extract.Match(10, 14), new Extract.Match(13, 15)))
        .forEach(
            matches ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Extract("cơn bão", 9, false, false, matches)));
  }
}
