package vn.timtin.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.timtin.index.NewsIndex;
import vn.timtin.server.view.Json;

/** Asks over HTTP what the library's {@code WrittenFormsTest} asks the index. */
class WrittenFormsHttpTest {
  private static final Path FILES =
      Path.of("..", "search-core", "src", "test", "resources", "vn", "timtin", "index");
  private static final String BACKGROUND = "background.example";
  private static final int FIRST_PAGE = 10;
  private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");
  private static final Pattern MARKED = Pattern.compile("<mark>(.*?)</mark>", Pattern.DOTALL);
  private static final Pattern BETWEEN_MARKS = Pattern.compile("</mark>([^\\p{L}\\p{N}<]*)<mark>");

  @TempDir static Path directory;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static NewsIndex index;
  private static SearchServer server;

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
  static void start() throws Exception {
    index = NewsIndex.open(directory.resolve("index"));
    server = SearchServer.start(index, "127.0.0.1", 0);
    var articles = new StringBuilder();
    List<String> background = Files.readAllLines(FILES.resolve("written-forms-background.txt"));
    for (int i = 0; i < background.size(); i++) {
      addArticle(articles, "background-" + i, BACKGROUND, background.get(i));
    }
    for (Case written : cases().toList()) {
      addArticle(articles, written.line + "-document", written.source(), written.document);
      if (written.expect.equals("before")) {
        addArticle(articles, written.line + "-other", written.source(), written.other);
      }
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/v1/articles?refresh=true"))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(articles.toString()))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    assertThat(answer.body().lines()).allSatisfy(line -> assertThat(line).contains("201"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    index.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_reader_finds_over_http_what_is_written_in_any_of_its_forms(Case written) throws Exception {
    JsonNode hits = search(written).at("/hits");
    List<String> ids = hits.findValuesAsText("id");
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
      assertThat(marked(hits.get(ids.indexOf(document)).at("/highlights/body")))
          .as("%s", written)
          .anySatisfy(run -> assertThat(run).contains(nfc(written.other)));
    }
  }

  private static JsonNode search(Case written) throws Exception {
    String query =
        "q="
            + URLEncoder.encode(written.query, StandardCharsets.UTF_8)
            + "&source="
            + written.source()
            + "&source="
            + BACKGROUND
            + "&pageSize=100&collapse=none&correct=off";
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/v1/search?" + query)).build(),
            BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      fail("%s: %d %s", written, answer.statusCode(), answer.body());
    }
    return Json.mapper().readTree(answer.body());
  }

  /** Yields the marked runs; those with no letter or digit between them are one. */
  private static List<String> marked(JsonNode passages) {
    List<String> texts = new ArrayList<>();
    passages.forEach(passage -> texts.add(passage.asText()));
    String joined = BETWEEN_MARKS.matcher(String.join(" … ", texts)).replaceAll("$1");
    return MARKED.matcher(joined).results().map(run -> nfc(run.group(1))).toList();
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static void addArticle(StringBuilder lines, String id, String source, String body)
      throws IOException {
    var article = Map.of("id", id, "title", "Xyzzy", "source", source, "body", body);
    lines.append(new ObjectMapper().writeValueAsString(article)).append('\n');
  }

  static Stream<Case> cases() throws IOException {
    List<String> lines = Files.readAllLines(FILES.resolve("written-forms.tsv"));
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("kind\t")) {
        String[] cells = Arrays.copyOf(line.split("\t"), 5);
        String other = cells[4] == null ? "" : unescape(cells[4]);
        cases.add(
            new Case(i + 1, cells[0], cells[1], unescape(cells[2]), unescape(cells[3]), other));
      }
    }
    return cases.stream();
  }

  private static String unescape(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(unit -> String.valueOf((char) Integer.parseInt(unit.group(1), 16)));
  }
}
