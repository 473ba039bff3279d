package vn.timtin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.timtin.index.NewsIndex;
import vn.timtin.samples.SampleArticles;
import vn.timtin.search.Matched;
import vn.timtin.search.Matching;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;

/** {@code docs/query-language.md} tells what the samples answer. */
class QueryLanguageTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "query-language.md");
  private static final Pattern FOUND =
      Pattern.compile("\\| `([^`]+)` \\| (\\d+) \\| (all|most|some) \\|.*");
  private static final Pattern BY_RULE =
      Pattern.compile("\\| `([^`]+)` \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");

  @TempDir static Path directory;
  private static NewsIndex index;

  @BeforeAll
  static void index() throws IOException {
    index = NewsIndex.open(directory);
    index.putAll(SampleArticles.read());
    index.refresh();
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  private static SearchResults results(String query, Matching matching) throws IOException {
    return index.search(SearchRequest.of(query).withMatching(matching));
  }

  private static long count(String query, Matching matching) throws IOException {
    return results(query, matching).total().value();
  }

  private static List<Matcher> rows(Pattern pattern) throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .toList();
  }

  @Test
  void each_example_finds_what_is_written_beside_it() throws IOException {
    List<Matcher> rows = rows(FOUND);
    assertThat(rows).hasSizeGreaterThan(15);
    for (Matcher row : rows) {
      SearchResults found = results(row.group(1), Matching.AUTO);
      assertThat(found.total().value()).as(row.group(1)).isEqualTo(Long.parseLong(row.group(2)));
      assertThat(found.matched())
          .as(row.group(1))
          .isEqualTo(Matched.valueOf(row.group(3).toUpperCase(Locale.ROOT)));
    }
  }

  @Test
  void each_rule_finds_what_is_written_beside_it() throws IOException {
    List<Matcher> rows = rows(BY_RULE);
    assertThat(rows).hasSizeGreaterThan(2);
    for (Matcher row : rows) {
      String query = row.group(1);
      assertThat(
              List.of(
                  count(query, Matching.ALL),
                  count(query, Matching.MOST),
                  count(query, Matching.ANY)))
          .as(query)
          .containsExactly(
              Long.parseLong(row.group(2)),
              Long.parseLong(row.group(3)),
              Long.parseLong(row.group(4)));
    }
  }
}
