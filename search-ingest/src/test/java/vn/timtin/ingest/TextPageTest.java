package vn.timtin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.article.InvalidArticleException;

class TextPageTest {
  private static final Path PAGES = Path.of("../samples/pages");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "giongtrau-tuyen-kenh",
        "cuavuc-cho-ben-dia",
        "khauphan-tiem-chung",
        "thethaobandem-co-vua"
      })
  void a_page_becomes_the_article_that_a_reader_finds_in_it(String name) throws IOException {
    Article expected = ArticleJson.read(Files.readAllBytes(PAGES.resolve(name + ".expected.json")));
    Article found = TextPage.extract(Files.readString(PAGES.resolve(name + ".txt")));

    assertThat(found.title()).isEqualTo(expected.title());
    assertThat(found.summary()).isEqualTo(expected.summary());
    assertThat(found.body()).isEqualTo(expected.body());
    assertThat(found.captions()).isEqualTo(expected.captions());
    assertThat(found.author()).isEqualTo(expected.author());
    assertThat(found.source()).isEqualTo(expected.source());
    assertThat(found.publishedAt()).isEqualTo(expected.publishedAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinhtephoson-tien-nuoc", "langvanghe-lo-bau"})
  void headline_date_and_author_are_found_where_captions_look_like_paragraphs(String name)
      throws IOException {
    Article expected = ArticleJson.read(Files.readAllBytes(PAGES.resolve(name + ".expected.json")));
    Article found = TextPage.extract(Files.readString(PAGES.resolve(name + ".txt")));

    assertThat(found.title()).isEqualTo(expected.title());
    assertThat(found.publishedAt()).isEqualTo(expected.publishedAt());
    assertThat(found.author()).isEqualTo(expected.author());
  }

  @Test
  void the_page_that_the_engine_exists_for_becomes_an_article() throws IOException {
    Path page = Path.of("../../shared/seed/page.txt");
    assumeThat(page).as("skipped where the page does not lie beside the project").exists();
    Article article = TextPage.extract(Files.readString(page));

    assertThat(article.title()).startsWith("Quận 8: Các hội quần chúng").endsWith("hoạt động");
    assertThat(article.publishedAt()).hasToString("2020-08-11T00:00+07:00");
    assertThat(article.source()).isEqualTo("thanhuytphcm.vn");
    assertThat(article.author()).isEqualTo("Phan Thanh Diễm");
    assertThat(article.captions()).singleElement().asString().startsWith("Lãnh đạo quận trao");
    assertThat(article.body().lines()).hasSize(6);
    assertThat(article.body()).startsWith("Ngày 7/11").endsWith("Kết luận 102-KL/TW.");
  }

  @Test
  void a_page_without_headline_and_paragraph_is_refused() {
    assertThatThrownBy(() -> TextPage.extract("Trang chủ\nĐăng nhập\n"))
        .isInstanceOf(InvalidArticleException.class)
        .hasMessageContaining("headline");
  }
}
