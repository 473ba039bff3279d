package vn.timtin.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** A query as a value, and the text that it prints as. */
class SearchQueryTest {
  private static final Instant DAY = Instant.parse("2024-01-30T17:00:00Z"); // 31 January there

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hội nghị",
        "\"hội nghị\"",
        "hộ*",
        "title:bão",
        "title:\"cơn bão\"",
        "title:(cơn bão)",
        "source:bao.example",
        "author:\"Lê Thị Kiểm\"",
        "after:2024-01-31",
        "before:2024-01-31",
        "a OR b",
        "(a b) OR \"c d\" OR e*",
        "+a b -c",
        "+(a OR b) c",
        "-(a b)",
        "title:(a OR b)",
        "+title:a b",
      })
  void a_query_prints_as_a_text_that_is_read_as_the_same_query(String text) {
    SearchQuery query = QueryParser.parse(text);

    assertThat(QueryParser.parse(query.toString())).isEqualTo(query);
  }

  @Test
  void values_print_as_people_write_them() {
    assertThat(new Everything()).hasToString("");
    assertThat(new Words("hội nghị")).hasToString("hội nghị");
    assertThat(new Phrase("hội nghị")).hasToString("\"hội nghị\"");
    assertThat(new Prefix("hộ")).hasToString("hộ*");
    assertThat(new In(ArticlePart.SUMMARY, new Words("bão lũ"))).hasToString("summary:(bão lũ)");
    assertThat(new Property(Keyword.AUTHOR, "Lê Kiểm")).hasToString("author:\"Lê Kiểm\"");
    assertThat(new Published(DAY, null)).hasToString("after:2024-01-31");
    assertThat(new Published(null, DAY)).hasToString("before:2024-01-31");
    assertThat(new AnyOf(List.of(new Words("a b"), new Phrase("c")))).hasToString("(a b) OR \"c\"");
  }

  @Test
  void only_fields_restrict_without_saying_what_is_looked_for() {
    assertThat(new Property(Keyword.SOURCE, "x").isRestriction()).isTrue();
    assertThat(new Published(DAY, null).isRestriction()).isTrue();
    assertThat(new In(ArticlePart.TITLE, new Words("x")).isRestriction()).isTrue();
    assertThat(
            new AnyOf(List.of(new Property(Keyword.SOURCE, "x"), new Published(DAY, null)))
                .isRestriction())
        .isTrue();
    assertThat(
            new AnyOf(List.of(new Property(Keyword.SOURCE, "x"), new Words("a"))).isRestriction())
        .isFalse();
    assertThat(new Words("x").isRestriction()).isFalse();
    assertThat(new Phrase("x").isRestriction()).isFalse();
    assertThat(new Prefix("x").isRestriction()).isFalse();
    assertThat(new Everything().isRestriction()).isFalse();
  }

  @Test
  void random_values_print_as_texts_that_are_read_as_queries_with_the_same_print() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      SearchQuery query = random(random, 3);
      String printed = query.toString();
      assertThat(QueryParser.parse(printed).toString())
          .as("seed %d: %s", seed, printed)
          .isEqualTo(printed);
    }
  }

  private static SearchQuery random(Random random, int depth) {
    String word = List.of("bão", "lũ", "5", "TP.HCM").get(random.nextInt(4));
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> new Phrase(word + " lớn");
      case 1 -> new Prefix("bã");
      case 2 -> new Property(Keyword.SOURCE, "a.example");
      case 3 -> new Published(DAY, null);
      case 4 -> new Words(word);
      case 5 -> new In(ArticlePart.TITLE, new Words(word));
      case 6 -> {
        List<SearchQuery> alternatives = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
          alternatives.add(random(random, depth - 1));
        }
        yield new AnyOf(alternatives);
      }
      default ->
          new Combined(
              List.of(random(random, depth - 1)),
              List.of(new Words(word)),
              List.of(random(random, depth - 1)));
    };
  }
}
