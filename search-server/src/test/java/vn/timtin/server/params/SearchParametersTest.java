package vn.timtin.server.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.timtin.article.Keyword;
import vn.timtin.search.ArticleFilter;

class SearchParametersTest {
  private static ArticleFilter filter(String name, String... values) {
    return SearchParameters.of(Map.of("q", List.of("bão"), name, List.of(values)))
        .request()
        .filter();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thể thao                       | Thể thao",
        "Thể thao, Văn hóa              | Thể thao;Văn hóa",
        "\"Văn hóa, thể thao\"          | Văn hóa, thể thao",
        "\"Văn hóa, thể thao\", Đời sống | Văn hóa, thể thao;Đời sống",
        "5\" màn hình                   | 5\" màn hình",
        ",, Thể thao ,                  | Thể thao",
      })
  void values_are_parted_by_commas_but_not_inside_quotes(String given, String values) {
    assertThat(filter("category", given).included().get(Keyword.CATEGORY))
        .isEqualTo(List.of(values.split(";")));
  }

  @Test
  void what_happened_lately_ends_now() {
    ArticleFilter lately = filter("when", "7d");

    assertThat(lately.to()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(lately.from())
        .isCloseTo(Instant.now().minus(7, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
    assertThat(filter("from", "2020-01-01").to()).isNull();
  }
}
