package vn.timtin.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleJsonTest {
  private static Article read(String json) {
    return ArticleJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_written_is_read_back_the_same() {
    Article article =
        read(
            """
            {"id": "a/b", "title": "Tựa đề", "summary": "Sapô", "body": "Một.\\nHai.",
             "captions": ["Ảnh"], "tags": ["x"], "author": "Lê Thị", "source": "bao.example",
             "category": "Văn hóa", "url": "https://bao.example/1",
             "publishedAt": "2020-08-11T09:30:00Z", "story": "s-1", "số": [1, 2.50, null, true]}
            """);

    assertThat(ArticleJson.read(ArticleJson.write(article))).isEqualTo(article);
    assertThat(article.attributes()).containsEntry("story", "s-1").containsKey("số");
  }

  @Test
  void text_of_any_normal_form_is_kept_as_nfc() {
    String title = "Hội nghị sơ kết";
    Article article =
        read("{\"title\": \"" + Normalizer.normalize(title, Normalizer.Form.NFD) + "\"}");

    assertThat(article.title()).isEqualTo(title);
  }

  @Test
  void a_time_without_offset_is_that_of_vietnam() {
    assertThat(read("{\"title\": \"x\", \"publishedAt\": \"2015-03-05T23:45:00\"}").publishedAt())
        .hasToString("2015-03-05T23:45+07:00");
    assertThat(read("{\"title\": \"x\", \"publishedAt\": \"2015-03-05\"}").publishedAt())
        .hasToString("2015-03-05T00:00+07:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"summary\": \"x\"} | title and body must not both be empty",
        "{\"title\": {}} | title must be a string: an object",
        "{\"title\": \"x\", \"tags\": [1]} | tags[0] must be a string: a number",
        "{\"title\": \"x\", \"tags\": \"y\"} | tags must be an array of strings: a string",
        "{\"title\": \"x\", \"publishedAt\": \"hôm qua\"} | publishedAt must be",
        "{\"title\": \"x\", \"publishedAt\": \"2020-02-31\"} | publishedAt must be",
        "{\"title\": \"x\", \"publishedAt\": \"+12020-02-01\"} | publishedAt must be",
        "{\"title\": \"x\", \"id\": \"\"} | id must have 1 to 256 characters",
        "[] | expected a JSON object: found an array"
      })
  void an_article_that_breaks_a_rule_is_refused_naming_it(String json, String message) {
    InvalidArticleException refused =
        catchThrowableOfType(InvalidArticleException.class, () -> read(json));

    assertThat(refused).hasMessageContaining(message);
    assertThat(refused.isMalformed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{\"title\": \"x", "{\"title\": \"x\"} {}", "{\"a\": 1, \"a\": 2}", "x"})
  void what_is_no_json_is_told_apart(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            InvalidArticleException.class, e -> assertThat(e.isMalformed()).isTrue());
  }

  @Test
  void bytes_that_are_no_utf8_and_nesting_without_end_are_refused() {
    byte[] latin = "{\"title\": \"H\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> ArticleJson.read(latin)).isInstanceOf(InvalidArticleException.class);
    assertThatThrownBy(() -> read("{\"title\": \"x\", \"a\": " + "[".repeat(100_000)))
        .isInstanceOf(InvalidArticleException.class);
  }

  @Test
  void half_a_surrogate_pair_does_not_make_an_article_that_cannot_be_written() {
    Article article = read("{\"title\": \"a\\ud800b\", \"x\": \"\\udc00\"}");

    assertThat(new String(ArticleJson.write(article), StandardCharsets.UTF_8))
        .contains("a\uFFFDb")
        .contains("\uFFFD");
  }

  @Test
  void an_id_is_derived_from_the_address_however_it_is_spelt_else_from_the_text() {
    String one =
        read("{\"title\": \"x\", \"url\": \"https://www.Bao.example/a/?utm_source=fb\"}").id();
    String two = read("{\"title\": \"y\", \"url\": \"http://bao.example/a#top\"}").id();
    assertThat(one).isEqualTo(two);

    assertThat(read("{\"title\": \"x\"}").id())
        .isEqualTo(read("{\"title\": \"x\", \"author\": \"z\"}").id())
        .isNotEqualTo(read("{\"title\": \"y\"}").id());
  }

  @Test
  void attributes_and_lists_of_an_article_cannot_be_changed_from_outside() {
    var tags = new java.util.ArrayList<>(List.of("x"));
    Article article = Article.builder().title("t").tags(tags).attributes(Map.of()).build();
    tags.clear();

    assertThat(article.tags()).containsExactly("x");
  }
}
