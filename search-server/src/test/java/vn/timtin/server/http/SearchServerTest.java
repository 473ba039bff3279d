package vn.timtin.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.index.NewsIndex;
import vn.timtin.lucene.IndexBuilder;
import vn.timtin.samples.SampleArticles;
import vn.timtin.server.view.Json;

class SearchServerTest {
  @TempDir static Path directory;
  private static NewsIndex index;
  private static SearchServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    index = NewsIndex.open(directory.resolve("index"));
    index.putAll(SampleArticles.read());
    index.refresh();
    server = SearchServer.start(index, "127.0.0.1", 0);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    index.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(at(path).GET());
  }

  private static HttpResponse<String> with(String method, String path, String type, String body)
      throws Exception {
    return send(
        at(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body)));
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return Json.mapper().readTree(response.body());
  }

  @Test
  void a_search_without_marks_finds_the_conference_with_marked_words_highlighted()
      throws Exception {
    JsonNode answer = json(get("/v1/search?q=hoi+nghi+so+ket&pageSize=3&facets=source"));

    assertThat(answer.at("/hits").findValuesAsText("id"))
        .contains("dothanh-20231107-hoi-quan-chung");
    assertThat(answer.toString()).contains("<mark>Hội nghị sơ kết</mark>");
    assertThat(answer.at("/total/relation").asText()).isEqualTo("eq");
    assertThat(answer.at("/facets/source/0/count").asInt()).isPositive();
    assertThat(answer.at("/query/interpreted").asText()).isEqualTo("hoi nghi so ket");
  }

  @Test
  void an_answer_says_how_much_of_the_query_it_has_and_a_hit_what_it_lacks() throws Exception {
    JsonNode all = json(get("/v1/search?q=hoi+nghi+so+ket"));
    assertThat(all.at("/matched").asText()).isEqualTo("all");
    assertThat(all.at("/hits/0").has("missing")).isFalse();

    JsonNode most = json(get("/v1/search?q=hoi+nghi+so+ket+xyzzy"));
    assertThat(most.at("/hits/0/missing").toString()).isEqualTo("[\"xyzzy\"]");

    JsonNode any = json(get("/v1/search?q=hoi+nghi+so+ket&match=any"));
    assertThat(any.at("/total/value").asInt()).isGreaterThan(all.at("/total/value").asInt());
    assertThat(get("/v1/search?q=hoi&match=none").statusCode()).isEqualTo(400);
  }

  @Test
  void an_explained_search_says_what_each_word_was_taken_for() throws Exception {
    JsonNode query = json(get("/v1/search?q=hooij+nghij&explain=true")).get("query");
    assertThat(query.at("/interpreted").asText()).isEqualTo("hội nghị");
    assertThat(query.at("/keystrokes/hooij").asText()).isEqualTo("hội");
    assertThat(query.at("/terms/0").toString())
        .startsWith("{\"typed\":\"hội\",\"term\":\"hội\",\"kind\":\"marked\",\"weight\":1.0,");
    assertThat(query.at("/terms").findValuesAsText("kind")).contains("pair");

    assertThat(json(get("/v1/search?q=hooij+nghij")).get("query").fieldNames())
        .toIterable()
        .containsExactly("text", "interpreted", "correction");
  }

  @Test
  void a_search_goes_on_after_its_hits_until_there_are_no_more() throws Exception {
    List<String> all =
        json(get("/v1/search?q=tin&pageSize=100")).at("/hits").findValuesAsText("id");
    List<String> seen = new ArrayList<>();
    JsonNode answer = json(get("/v1/search?q=tin&pageSize=3"));
    seen.addAll(answer.at("/hits").findValuesAsText("id"));
    while (!answer.get("next").isNull()) {
      answer = json(get("/v1/search?q=tin&pageSize=3&cursor=" + answer.get("next").asText()));
      seen.addAll(answer.at("/hits").findValuesAsText("id"));
    }
    assertThat(all).hasSizeGreaterThan(3);
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void an_article_lives_and_dies_under_an_id_of_any_characters() throws Exception {
    String path = "/v1/articles/a%2Fb%20%25?refresh=true";
    String article = "{\"title\": \"Tựa đề\", \"x\": {\"số\": [1]}}";

    assertThat(with("PUT", path, "application/json", article).statusCode()).isEqualTo(201);
    assertThat(with("PUT", path, "application/json", article).statusCode()).isEqualTo(200);
    HttpResponse<String> stored = get("/v1/articles/a%2Fb%20%25");
    assertThat(stored.statusCode()).isEqualTo(200);
    assertThat(json(stored).at("/id").asText()).isEqualTo("a/b %");
    assertThat(json(stored).at("/attributes/x/số/0").asInt()).isEqualTo(1);
    assertThat(send(at(path).DELETE()).statusCode()).isEqualTo(204);
    assertThat(get("/v1/articles/a%2Fb%20%25").statusCode()).isEqualTo(404);
    assertThat(send(at(path).DELETE()).statusCode()).isEqualTo(404);
  }

  @Test
  void a_bulk_request_says_of_each_line_what_became_of_it() throws Exception {
    String lines =
        """
        {"id": "line-1", "title": "một"}
        {"id": "line-2", "title": {}}

        {"id": "line-1", "title":
        {"id": "line-1", "title": "hai"}
        """;
    HttpResponse<String> answer =
        with("POST", "/v1/articles?refresh=true", "application/x-ndjson", lines);

    List<String> told = new ArrayList<>();
    for (String line : answer.body().lines().toList()) {
      JsonNode result = Json.mapper().readTree(line);
      told.add(result.at("/line").asInt() + ":" + result.at("/status").asInt());
    }
    assertThat(told).containsExactly("1:201", "2:422", "4:400", "5:200");
    assertThat(json(get("/v1/articles/line-1")).at("/title").asText()).isEqualTo("hai");
    send(at("/v1/articles/line-1?refresh=true").DELETE());
  }

  @Test
  void related_articles_come_for_a_stored_one_and_for_one_given() throws Exception {
    JsonNode stored = json(get("/v1/articles/giongtrau-20230918-cau-phao/related?size=3"));
    assertThat(stored.at("/hits")).hasSize(3);
    assertThat(stored.at("/hits").findValuesAsText("id"))
        .anyMatch(id -> id.contains("cau"))
        .doesNotContain("giongtrau-20230918-cau-phao");

    HttpResponse<String> given =
        with("POST", "/v1/related", "application/json", "{\"title\": \"Cầu phao bị trôi\"}");
    assertThat(json(given).at("/hits").toString()).contains("cau-phao");
  }

  @Test
  void timeline_sources_and_analysis_answer() throws Exception {
    JsonNode timeline = json(get("/v1/timeline?q=lu+quet&interval=week"));
    assertThat(timeline.at("/interval").asText()).isEqualTo("week");
    assertThat(timeline.at("/buckets/0/start").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(get("/v1/timeline?format=csv").body()).startsWith("start,count\r\n");
    assertThat(json(get("/v1/sources")).at("/sources").toString()).contains("dothanh.example");
    JsonNode stages =
        json(with("POST", "/v1/analyze", "application/json", "{\"text\": \"Hội nghị\"}"));
    assertThat(stages.at("/stages/3/tokens/1").toString())
        .isEqualTo(
            "{\"term\":\"nghi\",\"start\":4,\"end\":8,\"position\":1,\"type\":\"<SYLLABLE>\"}");
  }

  @Test
  void hits_are_given_as_comma_separated_values_too() throws Exception {
    HttpResponse<String> csv = get("/v1/search?q=c%E1%BA%A7u&format=csv");

    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body()).startsWith("id,title,summary,");
    assertThat(csv.body().lines().count()).isGreaterThan(3);
  }

  @Test
  void health_metrics_description_and_page_are_there() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/metrics").body())
        .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/health/live\"")
        .contains("jvm_memory_used_bytes");
    assertThat(get("/openapi.yaml").body()).startsWith("openapi: 3");
    assertThat(get("/").body()).contains("<input type=\"search\"");
  }

  @Test
  void a_server_has_answered_searches_before_its_readers_ask(@TempDir Path empty) throws Exception {
    try (NewsIndex own = NewsIndex.open(empty);
        SearchServer fresh = SearchServer.start(own, "127.0.0.1", 0)) {
      var metrics = HttpRequest.newBuilder(URI.create(fresh.address() + "/metrics")).build();
      assertThat(CLIENT.send(metrics, BodyHandlers.ofString()).body())
          .contains("route=\"/v1/search\",status=\"200\"} 3");
    }
  }

  // ------------------------------------------------------------------ who is let in

  @Test
  void a_header_does_not_make_a_change_of_a_get() throws Exception {
    String id = SampleArticles.read().getFirst().id();
    String answer = raw("GET /v1/articles/" + id + " HTTP/1.1\r\nX-HTTP-Method-Override: DELETE");
    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(get("/v1/articles/" + id).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Type: text/plain", "Content-Type: multipart/form-data"})
  void a_write_needs_the_type_of_its_content(String header) throws Exception {
    for (String line : List.of("PUT /v1/articles/untyped", "POST /v1/articles")) {
      assertThat(write(line, header)).startsWith("HTTP/1.1 415 ");
    }
    assertThat(get("/v1/articles/untyped").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Origin: :",
        "Sec-Fetch-Site: cross-site"
      })
  void a_page_of_another_origin_changes_nothing(String header) throws Exception {
    String typed = "Content-Type: application/json\r\n" + header;
    for (String line :
        List.of("PUT /v1/articles/foreign", "POST /v1/articles", "DELETE /v1/articles/foreign")) {
      String answer = write(line, typed);
      assertThat(answer).startsWith("HTTP/1.1 403 ").contains("\"title\":\"Forbidden\"");
    }
    assertThat(get("/v1/articles/foreign").statusCode()).isEqualTo(404);
    assertThat(raw("GET /v1/sources HTTP/1.1\r\n" + header)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_page_of_this_server_may_change_something() throws Exception {
    String own = "Content-Type: application/json\r\nSec-Fetch-Site: same-origin\r\nOrigin: http://";
    assertThat(write("PUT /v1/articles/own", own + "LOCALHOST:80")).startsWith("HTTP/1.1 201 ");
    assertThat(write("DELETE /v1/articles/own", own + "localhost")).startsWith("HTTP/1.1 204 ");
  }

  private static String write(String line, String headers) throws IOException {
    String body = "{\"title\": \"Tựa đề\"}";
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return send(
        line
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
            + length
            + (headers.isEmpty() ? "" : "\r\n" + headers)
            + "\r\n\r\n"
            + body);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "localhost:8080, 200",
    "LOCALHOST, 200",
    "127.0.0.1, 200",
    "127.8.9.10:80, 200",
    "[::1]:8080, 200",
    "timtin.localhost, 200",
    "evil.example, 403",
    "evil.example:8080, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example, 403",
    "10.0.0.1, 403"
  })
  void on_the_loopback_only_names_of_this_machine_are_answered_to(String host, int status)
      throws Exception {
    for (String path : List.of("/v1/sources", "/health/live", "/")) {
      assertThat(
              send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "0.0.0.0"})
  void a_server_listens_where_it_is_told(String host) throws Exception {
    try (SearchServer service = SearchServer.start(index, host, 0)) {
      var live = HttpRequest.newBuilder(URI.create(service.address() + "/health/live"));
      assertThat(send(live).statusCode()).isEqualTo(200);
    }
  }

  // ------------------------------------------------------------------ who watches

  @Test
  void health_and_metrics_wait_for_nobody() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 80; i++) { // more than are worked on at once
        var socket = new Socket("127.0.0.1", URI.create(server.address()).getPort());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("PUT /v1/articles/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n"
                        + "Content-Type: application/json\r\n\r\n{")
                    .getBytes(StandardCharsets.UTF_8));
      }
      await().until(() -> get("/v1/sources").statusCode() == 503);
      for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
        long began = System.nanoTime();
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    await().until(() -> get("/v1/sources").statusCode() == 200);
  }

  @Test
  void an_operator_sees_that_a_new_index_cannot_be_opened(@TempDir Path own) throws Exception {
    try (NewsIndex served = NewsIndex.open(own);
        SearchServer service = SearchServer.start(served, "127.0.0.1", 0)) {
      var ready = HttpRequest.newBuilder(URI.create(service.address() + "/health/ready")).build();
      assertThat(CLIENT.send(ready, BodyHandlers.ofString()).body())
          .isEqualTo("{\"status\":\"ready\"}");

      Files.createDirectory(own.resolve("generation-000002"));
      Files.writeString(own.resolve("CURRENT"), "2\n");
      await().until(() -> CLIENT.send(ready, BodyHandlers.ofString()).body().contains("troubles"));
      JsonNode answer = json(CLIENT.send(ready, BodyHandlers.ofString()));
      assertThat(answer.at("/status").asText()).isEqualTo("ready");
      assertThat(answer.at("/troubles/0").asText()).contains("generation-000002");
    }
  }

  @Test
  void a_damaged_article_is_the_servers_fault_and_says_so(@TempDir Path own) throws Exception {
    try (IndexBuilder builder = IndexBuilder.create(own)) {
      builder.addAll(SampleArticles.read(), 0);
      builder.publish();
    }
    Path stored;
    try (Stream<Path> files = Files.list(own.resolve("generation-000001"))) {
      stored = files.filter(file -> file.toString().endsWith(".fdt")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(stored);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 64; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(stored, bytes);
    try (NewsIndex served = NewsIndex.open(own);
        SearchServer service = SearchServer.start(served, "127.0.0.1", 0)) {
      List<Integer> statuses = new ArrayList<>();
      for (var article : SampleArticles.read()) {
        var request =
            HttpRequest.newBuilder(URI.create(service.address() + "/v1/articles/" + article.id()));
        HttpResponse<String> answer = send(request);
        statuses.add(answer.statusCode());
        if (answer.statusCode() != 200) {
          assertThat(json(answer).at("/detail").asText()).contains("damaged");
        }
      }
      assertThat(statuses).contains(503).containsOnly(200, 503);
      HttpResponse<String> search =
          send(HttpRequest.newBuilder(URI.create(service.address() + "/v1/search?pageSize=100")));
      assertThat(search.statusCode()).isEqualTo(200);
      assertThat(json(search).at("/hits").size()).isBetween(50, 99);
    }
  }

  // ------------------------------------------------------------------ what clients get wrong

  @ParameterizedTest
  @CsvSource({
    "/v1/search?q=a&pagesize=5, 400, pageSize",
    "/v1/search?q=a&sourse=5, 400, source",
    "/v1/search?q=a&q=b, 400, q",
    "/v1/search?pageSize=1000, 400, at most 100",
    "/v1/search?page=0, 400, page",
    "/v1/search?page=99999999999999999999, 400, page",
    "/v1/search?from=yesterday, 400, from",
    "/v1/search?to=2020-02-31, 400, to",
    "/v1/search?when=soon, 400, when",
    "/v1/search?sortBy=best, 400, sortBy",
    "/v1/search?facets=colour, 400, facets",
    "/v1/search?searchIn=footer, 400, searchIn",
    "/v1/search?highlight=maybe, 400, highlight",
    "/v1/search?format=atom, 400, format",
    "/v1/search?collapse=story, 400, collapse",
    "/v1/search?correct=maybe, 400, correct",
    "/v1/suggest?q=a&size=0, 400, size",
    "/v1/suggest?q=a&size=51, 400, size",
    "/v1/suggest?q=a&size=x, 400, size",
    "/v1/suggest?prefix=a, 400, prefix",
    "/v1/search?cursor=x, 400, cursor",
    "/v1/search?cursor=x&page=2, 400, cursor",
    "/v1/search?q=%zz, 400, escape",
    "/v1/search?q=%ff, 400, UTF-8",
    "/v1/timeline?interval=hour, 400, interval",
    "/v1/articles/x/related?sise=3, 400, size",
    "/v1/articles/x/related?sameStory=only, 400, sameStory",
    "/v1/articles/nowhere, 404, nowhere",
    "/v1/articles/nowhere/related, 404, nowhere",
    "/v1/nowhere, 404, /v1/nowhere"
  })
  void a_wrong_request_is_told_what_is_wrong(String path, int status, String named)
      throws Exception {
    // Not by way of URI, which would refuse some of these itself.
    String answer = raw("GET " + path + " HTTP/1.1");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
    JsonNode problem = Json.mapper().readTree(answer.substring(answer.indexOf('{')));
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/detail").asText()).contains(named);
    assertThat(problem.at("/title").asText()).isNotBlank();
    assertThat(problem.at("/instance").asText()).startsWith("/v1");
  }

  private static String raw(String line) throws IOException {
    return send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  private static String send(String request) throws IOException {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /v1/articles/bad | application/json | {\"title\": \"x | 400 | JSON",
        "PUT | /v1/articles/bad | application/json | [] | 422 | object",
        "PUT | /v1/articles/bad | application/json | {\"summary\": \"x\"} | 422 | title and body",
        "PUT | /v1/articles/bad | application/json | {\"title\": 1} | 422 | title",
        "PUT | /v1/articles/bad | application/json | {\"title\": \"x\", \"id\": \"y\"} | 422 | id",
        "PUT | /v1/articles/bad | application/xml | <a/> | 415 | application/json",
        "POST | /v1/articles | application/xml | <a/> | 415 | application/x-ndjson",
        "POST | /v1/search | application/json | {} | 405 | POST",
        "DELETE | /v1/articles | application/json | {} | 405 | DELETE",
        "POST | /v1/related | application/json | {} | 422 | title and body",
        "POST | /v1/analyze | application/json | { | 400 | JSON",
        "POST | /v1/analyze | application/json | {\"text\": 1} | 422 | text"
      })
  void a_wrong_body_is_told_what_is_wrong_and_nothing_is_stored(
      String method, String path, String type, String body, int status, String named)
      throws Exception {
    HttpResponse<String> answer = with(method, path, type, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).at("/detail").asText()).contains(named);
    assertThat(answer.body()).doesNotContain("java.").doesNotContain("vn.timtin");
    assertThat(get("/v1/articles/bad").statusCode()).isEqualTo(404);
  }

  @Test
  void a_body_above_the_limit_is_refused() throws Exception {
    String body = "{\"title\": \"x\", \"body\": \"" + "a ".repeat(6_000_000) + "\"}";
    for (int i = 0; i < 20; i++) { // the answer must arrive, though the body is still being sent
      assertThat(with("PUT", "/v1/articles/bad", "application/json", body).statusCode())
          .isEqualTo(413);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%22", "(((", "%2B-", "a+OR", "title:(", "%00", "%F0%9F%98%80", "-()"})
  void a_query_of_broken_syntax_is_answered(String text) throws Exception {
    assertThat(get("/v1/search?q=" + text).statusCode()).isEqualTo(200);
  }

  @Test
  void a_query_of_ten_thousand_letters_is_answered_and_a_longer_one_refused() throws Exception {
    assertThat(get("/v1/search?q=" + "%E1%BB%99".repeat(10_000)).statusCode()).isEqualTo(200);
    HttpResponse<String> longer = get("/v1/search?q=" + "a".repeat(10_001));
    assertThat(longer.statusCode()).isEqualTo(400);
    assertThat(json(longer).at("/detail").asText()).contains("at most 10000");
    String endless = raw("GET /v1/search?q=" + "a".repeat(200_000) + " HTTP/1.1");
    assertThat(endless).contains("application/problem+json").contains("too long");
  }

  @Test
  void a_port_in_use_is_told() {
    int port = URI.create(server.address()).getPort();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> SearchServer.start(index, "127.0.0.1", port))
        .hasMessageContaining(String.valueOf(port));
  }

  @Test
  void the_requests_of_the_samples_succeed() throws Exception {
    for (String request :
        Files.readString(Path.of("../samples/http/requests.http")).split("(?m)^### .*\n")) {
      if (request.isBlank()) {
        continue;
      }
      String[] parts = request.strip().split("\n\n", 2);
      String[] first = parts[0].lines().findFirst().orElseThrow().split(" ");
      HttpRequest.Builder builder =
          at(first[1])
              .method(
                  first[0],
                  parts.length > 1 ? BodyPublishers.ofString(parts[1]) : BodyPublishers.noBody());
      parts[0]
          .lines()
          .skip(1)
          .map(header -> header.split(": "))
          .forEach(h -> builder.header(h[0], h[1]));
      HttpResponse<String> answer = send(builder);
      assertThat(answer.statusCode()).as(request + answer.body()).isBetween(200, 299);
      if (first[1].startsWith("/v1/search")) {
        assertThat(json(answer).at("/hits")).isNotEmpty();
      }
    }
  }

  @Test
  void what_is_being_typed_is_completed() throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> json(get("/v1/suggest?q=")).at("/complete").asBoolean());
    JsonNode answer = json(get("/v1/suggest?q=cau+ph"));
    assertThat(answer.at("/suggestions/0/text").asText()).isEqualTo("cầu phao");
    assertThat(answer.at("/suggestions/0/kind").asText()).isEqualTo("word");
    assertThat(answer.at("/suggestions/0").has("id")).isFalse();
    JsonNode last = answer.at("/suggestions").get(answer.at("/suggestions").size() - 1);
    assertThat(last.at("/kind").asText()).isEqualTo("headline");
    assertThat(get("/v1/articles/" + last.at("/id").asText()).body())
        .contains(last.at("/text").asText());
    assertThat(answer.at("/tookMillis").isNumber()).isTrue();
    assertThat(json(get("/v1/suggest?q=cau+ph&size=1")).at("/suggestions")).hasSize(1);
    assertThat(json(get("/v1/suggest")).at("/suggestions")).isEmpty();
  }

  @Test
  void a_text_is_corrected() throws Exception {
    JsonNode corrected = Json.mapper().readTree(get("/v1/correct?q=hoi+nghi+so+ket").body());
    assertThat(corrected.at("/text").asText()).isEqualTo("hoi nghi so ket");
    assertThat(corrected.at("/corrected").asText()).isEqualTo("hội nghị sơ kết");
    assertThat(corrected.at("/changed").asBoolean()).isTrue();
    assertThat(corrected.at("/kinds/0").asText()).isEqualTo("diacritics");
  }

  @Test
  void a_correction_has_no_other_parameter_and_a_bound() throws Exception {
    assertThat(get("/v1/correct?text=a").statusCode()).isEqualTo(400);
    assertThat(get("/v1/correct?q=" + "a".repeat(10_001)).body()).contains("at most 10000");
    assertThat(get("/v1/correct").body()).contains("\"changed\":false");
  }

  @Test
  void a_misspelt_query_is_corrected_named_or_left_alone() throws Exception {
    String query = "q=h%E1%BB%99i+ngh%E1%BB%8B+s%C6%A1+k%E1%BA%BFch"; // hội nghị sơ kếch
    JsonNode auto = json(get("/v1/search?" + query)).get("query");
    assertThat(auto.at("/correction").toString())
        .isEqualTo("{\"text\":\"hội nghị sơ kết\",\"kinds\":[\"spelling\"],\"applied\":true}");
    assertThat(auto.at("/interpreted").asText()).isEqualTo("hội nghị sơ kết");

    JsonNode suggest = json(get("/v1/search?correct=suggest&" + query)).get("query");
    assertThat(suggest.at("/correction/applied").asBoolean()).isFalse();
    assertThat(suggest.at("/correction/text").asText()).isEqualTo("hội nghị sơ kết");
    assertThat(suggest.at("/interpreted").asText()).isEqualTo("hội nghị sơ kếch");

    JsonNode off = json(get("/v1/search?correct=off&" + query)).get("query");
    assertThat(off.at("/correction").isNull()).isTrue();
  }
}
