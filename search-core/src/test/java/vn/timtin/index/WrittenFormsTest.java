package vn.timtin.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.timtin.article.Article;
import vn.timtin.search.Correction;
import vn.timtin.search.Hit;
import vn.timtin.search.SearchRequest;

/** Asks the index for what {@code written-forms.tsv} says that readers find. */
class WrittenFormsTest {
  private static final String BACKGROUND = "background.example";
  private static final int FIRST_PAGE = 10;
  private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");
  private static final Pattern MARKED = Pattern.compile("\\[(.*?)\\]", Pattern.DOTALL);
  private static final Pattern BETWEEN_MARKS = Pattern.compile("\\]([^\\p{L}\\p{N}\\[]*)\\[");

  @TempDir static Path directory;
  private static NewsIndex index;

  /** A line of the file; its articles have a source of their own. */
  record Case(int line, String kind, String expect, String document, String query, String other) {
    String source() {
      return "line-" + line + ".example";
    }

    @Override
    public String toString() {
      return "line " + line + ", " + kind + " " + expect + ": " + query;
    }
  }

  @BeforeAll
  static void index() throws IOException {
    List<Article> articles = new ArrayList<>();
    List<String> background = read("written-forms-background.txt");
    for (int i = 0; i < background.size(); i++) {
      articles.add(article("background-" + i, BACKGROUND, background.get(i)));
    }
    for (Case written : cases().toList()) {
      articles.add(article(written.line + "-document", written.source(), written.document));
      if (written.expect.equals("before")) {
        articles.add(article(written.line + "-other", written.source(), written.other));
      }
    }
    index = NewsIndex.open(directory.resolve("index"));
    index.putAll(articles);
    index.refresh();
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_reader_finds_what_is_written_in_any_of_its_forms(Case written) throws IOException {
    assertFinds(written, Correction.AUTO);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_reader_finds_it_without_any_correction_too(Case written) throws IOException {
    assertFinds(written, Correction.OFF);
  }

  private static void assertFinds(Case written, Correction correction) throws IOException {
    List<Hit> hits =
        index
            .search(
                SearchRequest.of(written.query)
                    .withCorrection(correction)
                    .withSource(written.source(), BACKGROUND)
                    .withPage(1, SearchRequest.MAX_PAGE_SIZE))
            .hits();
    List<String> ids = hits.stream().map(Hit::id).toList();
    String document = written.line + "-document";

    if (written.expect.equals("miss")) {
      assertThat(ids).as("%s", written).doesNotContain(document);
      return;
    }
    assertThat(ids.stream().limit(FIRST_PAGE)).as("%s", written).contains(document);
    if (written.expect.equals("before") && ids.contains(written.line + "-other")) {
      assertThat(ids).as("%s", written).containsSubsequence(document, written.line + "-other");
    }
    if (written.expect.equals("mark")) {
      assertThat(marked(Highlighted.of(hits.get(ids.indexOf(document)).highlights().body())))
          .as("%s", written)
          .anySatisfy(run -> assertThat(run).contains(nfc(written.other)));
    }
  }

  /** Yields the marked runs; those with no letter or digit between them are one. */
  private static List<String> marked(List<String> passages) {
    String joined = BETWEEN_MARKS.matcher(String.join(" … ", passages)).replaceAll("$1");
    return MARKED.matcher(joined).results().map(run -> nfc(run.group(1))).toList();
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static Article article(String id, String source, String body) {
    return Article.builder().id(id).title("Xyzzy").body(body).source(source).build();
  }

  static Stream<Case> cases() {
    List<String> lines = read("written-forms.tsv");
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("kind\t")) {
        String[] cells = Arrays.copyOf(line.split("\t"), 5);
        assertThat(cells[1]).as("line %d", i + 1).isIn("hit", "miss", "before", "mark");
        String other = cells[4] == null ? "" : unescape(cells[4]);
        cases.add(
            new Case(i + 1, cells[0], cells[1], unescape(cells[2]), unescape(cells[3]), other));
      }
    }
    return cases.stream();
  }

  private static String unescape(String text) {
    return ESCAPED.matcher(text).replaceAll(WrittenFormsTest::character);
  }

  private static String character(MatchResult escaped) {
    return String.valueOf((char) Integer.parseInt(escaped.group(1), 16));
  }

  private static List<String> read(String resource) {
    try {
      return Files.readAllLines(Path.of(WrittenFormsTest.class.getResource(resource).toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
