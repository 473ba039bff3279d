package vn.timtin.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.article.Keyword;
import vn.timtin.query.SearchQuery.AnyOf;
import vn.timtin.query.SearchQuery.Combined;
import vn.timtin.query.SearchQuery.Everything;
import vn.timtin.query.SearchQuery.In;
import vn.timtin.query.SearchQuery.Phrase;
import vn.timtin.query.SearchQuery.Prefix;
import vn.timtin.query.SearchQuery.Property;
import vn.timtin.query.SearchQuery.Published;
import vn.timtin.query.SearchQuery.Words;

class QueryParserTest {
  @Test
  void plain_words_are_one_run_of_words() {
    assertThat(QueryParser.parse("  hội nghị\tsơ kết ")).isEqualTo(new Words("hội nghị sơ kết"));
    assertThat(QueryParser.parse("TP.HCM 102-KL/TW - 7/11"))
        .isEqualTo(new Words("TP.HCM 102-KL/TW - 7/11"));
  }

  @Test
  void each_operator_is_understood() {
    assertThat(QueryParser.parse("a +b -c \"d e\" f*"))
        .isEqualTo(
            new Combined(
                List.of(new Words("b")),
                List.of(new Words("a"), new Phrase("d e"), new Prefix("f")),
                List.of(new Words("c"))));
    assertThat(QueryParser.parse("+(a OR b)"))
        .isEqualTo(
            new Combined(
                List.of(new AnyOf(List.of(new Words("a"), new Words("b")))), List.of(), List.of()));
    assertThat(QueryParser.parse("“hội nghị”")).isEqualTo(new Phrase("hội nghị"));
    assertThat(QueryParser.parse("«hội nghị»")).isEqualTo(new Phrase("hội nghị"));
  }

  @Test
  void fields_restrict() {
    assertThat(QueryParser.parse("title:lũ")).isEqualTo(new In(ArticlePart.TITLE, new Words("lũ")));
    assertThat(QueryParser.parse("author:\"le thi kiem\""))
        .isEqualTo(new Property(Keyword.AUTHOR, "le thi kiem"));
    assertThat(QueryParser.parse("lũ source:bao.example"))
        .isEqualTo(
            new Combined(
                List.of(new Property(Keyword.SOURCE, "bao.example")),
                List.of(new Words("lũ")),
                List.of()));
    assertThat(QueryParser.parse("after:2020-01-31"))
        .isEqualTo(new Published(Instant.parse("2020-01-30T17:00:00Z"), null));
    assertThat(QueryParser.parse("before:2020-01-31"))
        .isEqualTo(new Published(null, Instant.parse("2020-01-30T17:00:00Z")));
  }

  @Test
  void not_excludes_what_follows_it() {
    assertThat(QueryParser.parse("bão NOT lũ"))
        .isEqualTo(new Combined(List.of(), List.of(new Words("bão")), List.of(new Words("lũ"))));
    assertThat(QueryParser.parse("bão NOT (lũ quét)"))
        .isEqualTo(QueryParser.parse("bão -(lũ quét)"));
    assertThat(QueryParser.parse("bão not lũ")).isEqualTo(new Words("bão not lũ"));
    assertThat(QueryParser.parse("bão NOT")).isEqualTo(new Words("bão"));
    assertThat(QueryParser.parse("NOT")).isEqualTo(new Everything());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sa Pa -5 độ",
        "U -23 Việt Nam",
        "20 -25 triệu",
        "Nga mua – S -400",
        "+84912345678"
      })
  void a_sign_before_a_digit_is_that_of_the_number(String text) {
    assertThat(QueryParser.parse(text)).isEqualTo(new Words(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"after:+999999999-12-31", "before:-999999999-01-01", "after:2020-13-01"})
  void a_date_that_nobody_means_is_taken_as_words(String text) {
    assertThat(QueryParser.parse(text).toString()).isEqualTo(text);
    assertThat(QueryParser.parse(text)).isNotInstanceOf(Published.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\"", "\"\"", "(", ")", "((()))", "OR", "OR OR", "»", "+()", "«»", "“"})
  void syntax_without_a_word_asks_for_everything(String text) {
    assertThat(QueryParser.parse(text)).isEqualTo(new Everything());
  }

  @Test
  void broken_syntax_is_taken_as_words() {
    assertThat(QueryParser.parse("hội \"nghị")).isEqualTo(new Words("hội nghị"));
    assertThat(QueryParser.parse("(hội")).isEqualTo(new Words("hội"));
    assertThat(QueryParser.parse("hội)")).isEqualTo(new Words("hội"));
    assertThat(QueryParser.parse("before:hôm-qua")).isEqualTo(new Words("before:hôm-qua"));
    assertThat(QueryParser.parse("a*b *c")).isEqualTo(new Words("a*b *c"));
    assertThat(QueryParser.parse("hội OR")).isEqualTo(new Words("hội"));
  }

  @Test
  void any_string_is_a_query_and_prints_as_one_with_the_same_meaning() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String alphabet = "\"()+-*:~^ \t“”«»aộbOR|title:source:after:2020-01-31";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(30); k > 0; k--) {
        int start = random.nextInt(alphabet.length());
        text.append(alphabet, start, Math.min(alphabet.length(), start + 1 + random.nextInt(3)));
      }
      SearchQuery query = QueryParser.parse(text.toString());
      String printed = query.toString();
      assertThat(QueryParser.parse(printed).toString())
          .as("seed %d: %s", seed, text)
          .isEqualTo(printed);
    }
  }

  @Test
  void nesting_and_length_have_no_bad_cases() {
    assertThat(QueryParser.parse("(".repeat(10_000))).isEqualTo(new Everything());
    assertThat(QueryParser.parse("\"".repeat(10_001))).isEqualTo(new Everything());
    assertThat(QueryParser.parse("«".repeat(10_000))).isEqualTo(new Everything());
    assertThat(QueryParser.parse("a OR ".repeat(2_000))).isInstanceOf(AnyOf.class);
  }
}
