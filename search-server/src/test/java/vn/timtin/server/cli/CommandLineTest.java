package vn.timtin.server.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.article.ArticleJson;
import vn.timtin.samples.SampleArticles;
import vn.timtin.server.view.Json;

class CommandLineTest {
  @TempDir Path directory;
  private String index;
  private Path articles;

  /** What a command printed, and how it ended. */
  private record Run(int status, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  @BeforeEach
  void writeArticles() throws IOException {
    index = directory.resolve("index").toString();
    articles = directory.resolve("articles.jsonl");
    Files.writeString(
        articles,
        SampleArticles.read().stream()
            .map(article -> new String(ArticleJson.write(article), StandardCharsets.UTF_8))
            .collect(joining("\n")));
  }

  private static Run run(Object... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var printed = new ByteArrayOutputStream();
    var complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      String[] texts = new String[arguments.length];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = arguments[i].toString();
      }
      int status = TimtinCommand.commandLine().execute(texts);
      return new Run(
          status,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void articles_go_in_and_come_out_again() throws IOException {
    Run reindexed = run("reindex", "--index", index, articles, "--json");
    assertThat(reindexed.status()).isZero();
    assertThat(reindexed.json().at("/accepted").asInt()).isEqualTo(SampleArticles.read().size());

    Run found = run("search", "--index", index, "hoi", "nghi", "so", "ket", "--page-size", 3);
    assertThat(found.status()).isZero();
    assertThat(found.out()).contains(" bài, ").contains("1. ").contains("dothanh.example");
    Run json = run("search", "--index", index, "hoi nghi so ket", "--page-size", 3, "--json");
    assertThat(json.json().at("/hits")).hasSize(3);
    Run csv = run("search", "--index", index, "cầu", "--format", "csv");
    assertThat(csv.out()).startsWith("id,title,");

    assertThat(run("related", "--index", index, "giongtrau-20230918-cau-phao").out())
        .contains("1. ");
    assertThat(run("stats", "--index", index).out()).contains("articles of 8 sources");
    assertThat(run("check", "--index", index).out()).contains("is sound");

    Path exported = directory.resolve("again.jsonl.gz");
    assertThat(run("export", "--index", index, "--output", exported).status()).isZero();
    Run again = run("index", "--index", index, exported, "--json");
    assertThat(again.json().at("/updated").asInt()).isEqualTo(SampleArticles.read().size());
  }

  @Test
  void rejects_are_named_with_file_line_and_reason_and_the_rest_is_stored() throws IOException {
    Path mixed = directory.resolve("mixed.jsonl");
    Files.writeString(
        mixed,
        "{\"title\": \"một\"}\n{\"title\": \n{\"id\":\"a\",\"title\":\"x\"}\n{\"id\":\"a\",\"title\":\"y\"}\n");
    Path rejects = directory.resolve("rejects.jsonl");

    Run run = run("index", "--index", index, mixed, "--rejects", rejects, "--json");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.json().at("/accepted").asInt()).isEqualTo(2);
    assertThat(run.json().at("/duplicates").asInt()).isEqualTo(1);
    assertThat(run.json().at("/rejected").asInt()).isEqualTo(1);
    JsonNode reject = Json.mapper().readTree(Files.readString(rejects));
    assertThat(reject.at("/file").asText()).endsWith("mixed.jsonl");
    assertThat(reject.at("/line").asInt()).isEqualTo(2);
    assertThat(reject.at("/reason").asText()).contains("JSON");
    assertThat(reject.at("/input").asText()).startsWith("{\"title\":");
    assertThat(run("index", "--index", index, mixed).err()).contains("mixed.jsonl:2: no JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"title\": \n{}\n", "{\"title\": \"một\"}\n{\"title\": \"hai\"}\n"})
  void a_reindex_with_hardly_any_articles_ends_with_3_and_leaves_the_index_as_it_was(String lines)
      throws IOException {
    assertThat(run("reindex", "--index", index, articles, "--quiet").status()).isZero();
    Path few = directory.resolve("few.jsonl");
    Files.writeString(few, lines);

    Run run = run("reindex", "--index", index, few, "--quiet", "--json");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("124 articles and stays").contains("Try: --min-articles ");
    assertThat(run("stats", "--index", index, "--json").json().at("/articles").asInt())
        .isEqualTo(SampleArticles.read().size());

    Run meant = run("reindex", "--index", index, few, "--quiet", "--min-articles", 0);
    assertThat(meant.status()).isLessThanOrEqualTo(1);
    assertThat(run("stats", "--index", index, "--json").json().at("/articles").asInt())
        .isLessThanOrEqualTo(2);
    assertThat(run("reindex", "--index", index, few, "--min-articles", -1).status()).isEqualTo(2);
  }

  @Test
  void the_index_before_the_last_reindex_comes_back() throws IOException {
    assertThat(run("reindex", "--index", index, articles, "--quiet").status()).isZero();
    assertThat(run("restore", "--index", index).status()).isEqualTo(2);
    Run first = run("restore", "--previous", "--index", index);
    assertThat(first.status()).isEqualTo(3);
    assertThat(first.err()).contains("keeps no generation").hasLineCount(1);

    Path other = directory.resolve("other.jsonl");
    Files.writeString(other, "{\"id\": \"only\", \"title\": \"một\"}\n");
    run("reindex", "--index", index, other, "--quiet", "--min-articles", 1);
    Run back = run("restore", "--previous", "--index", index);
    assertThat(back.status()).isZero();
    assertThat(back.out()).isEqualTo("Generation 1 is searched again.\n");
    assertThat(run("stats", "--index", index, "--json").json().at("/articles").asInt())
        .isEqualTo(SampleArticles.read().size());
  }

  @Test
  void an_index_that_has_lost_its_current_is_not_begun_anew_in_silence() throws IOException {
    assertThat(run("reindex", "--index", index, articles, "--quiet").status()).isZero();
    Files.delete(Path.of(index, "CURRENT"));
    for (String command : List.of("index", "stats", "search", "export", "check")) {
      Run run =
          command.equals("index") || command.equals("search")
              ? run(command, "--index", index, articles)
              : run(command, "--index", index);
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err()).contains("generation-000001").contains("write 1 into CURRENT");
    }
  }

  @Test
  void pages_scraped_as_text_are_extracted_and_indexed() throws IOException {
    Path page = Path.of("../samples/pages/giongtrau-tuyen-kenh.txt");
    Run extracted = run("extract", page);
    assertThat(extracted.json().at("/title").asText()).startsWith("Rạch Nhum");

    Run indexed = run("index", "--index", index, "../samples/pages", "--format", "text", "--json");
    assertThat(indexed.json().at("/accepted").asInt()).isEqualTo(6);
    assertThat(run("search", "--index", index, "tuyen kenh khong rac").out()).contains("Rạch Nhum");
  }

  @Test
  void a_wrong_command_line_ends_with_2_and_names_what_would_be_right() throws IOException {
    assertThat(run("search").status()).isEqualTo(2);
    Run unknown = run("search", "tin", "--pagesize", 5);
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--pagesize").contains("--page-size");
    Run noNumber = run("search", "--index", index, "tin", "--page-size", "năm");
    assertThat(noNumber.status()).isEqualTo(2);
    assertThat(noNumber.err()).contains("--page-size").contains("năm");
    Run absent = run("index", "--index", index, "absent.jsonl");
    assertThat(absent.status()).isEqualTo(2);
    assertThat(absent.err()).contains("absent.jsonl");
    assertThat(run("reindex", "--index", index, articles, "--format", "html").status())
        .isEqualTo(2);
    assertThat(run("evaluate", "--index", index, "--queries", "absent.tsv").status()).isEqualTo(2);
    Run noPort = run("serve", "--index", index, "--port", 99_999);
    assertThat(noPort.status()).isEqualTo(2);
    assertThat(noPort.err()).contains("--port must be from 0 to 65535");
    Run twice = run("search", "--index", index, "tin", "--page", 1, "--page", 2);
    assertThat(twice.status()).isEqualTo(2);
    assertThat(twice.err()).contains("--page").contains("once");
    assertThat(run("reindex", "--index", index, articles, "--quiet").status()).isZero();
    Run tooMany = run("search", "--index", index, "tin", "--page-size", 1_000);
    assertThat(tooMany.status()).isEqualTo(2);
    assertThat(tooMany.err()).contains("--page-size").contains("at most 100: 1000");
    Run tooDeep = run("search", "--index", index, "tin", "--page", 1_001);
    assertThat(tooDeep.status()).isEqualTo(2);
    assertThat(tooDeep.err()).contains("--page: ").contains("at most 1000");
  }

  @Test
  void work_that_fails_ends_with_3_and_an_article_that_is_not_there_with_1() throws IOException {
    Run noIndex = run("search", "--index", directory.resolve("none"), "tin");
    assertThat(noIndex.status()).isEqualTo(3);
    assertThat(noIndex.err()).contains("there is no index in").doesNotContain("\tat ");
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "x");
    assertThat(run("reindex", "--index", other, articles).status()).isEqualTo(3);
    assertThat(run("reindex", "--index", index, articles, "--quiet").status()).isZero();
    Run unknown = run("related", "--index", index, "nowhere");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("nowhere");
  }

  /** A limit on the size of files is what a full disk looks like to a process. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_full_disk_ends_a_reindex_with_3_in_one_line_and_leaves_the_index_as_it_was()
      throws Exception {
    assertThat(run("reindex", "--index", index, articles, "--quiet").status()).isZero();
    Path many = directory.resolve("many.jsonl");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    try (BufferedWriter out = Files.newBufferedWriter(many)) {
      for (int i = 0; i < 3_000; i++) {
        out.write("{\"id\":\"a" + i + "\",\"title\":\"Bài " + i + "\",\"body\":\"");
        out.write(new Random(i).ints(60, 0, 5_000).mapToObj(n -> "x" + n).collect(joining(" ")));
        out.write("\"}\n");
      }
    }
    Path said = directory.resolve("said");
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 256 && exec \"$@\" 2> >(cat > \"$0\")",
                said.toString(),
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "vn.timtin.server.Main",
                "reindex",
                "--index",
                index,
                many.toString(),
                "--quiet")
            .redirectOutput(Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isEqualTo(3);
    await().until(() -> Files.size(said) > 0);
    assertThat(Files.readString(said).lines().filter(line -> !line.startsWith("WARNING")))
        .singleElement()
        .asString()
        .startsWith("timtin: ")
        .doesNotContain("Exception");
    assertThat(run("stats", "--index", index, "--json").json().at("/articles").asInt())
        .isEqualTo(SampleArticles.read().size());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_directory_that_cannot_be_written_ends_with_3_and_is_named() {
    // Nobody, not even root, can make a directory here.
    Run run = run("reindex", "--index", "/proc/news-index", articles);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).startsWith("timtin: ").contains("/proc/news-index").hasLineCount(1);
  }

  @Test
  void a_fault_of_the_program_is_told_in_one_line_that_names_the_place() {
    assertThat(TimtinCommand.describe(new IllegalStateException("one\ntwo")))
        .startsWith("a fault of timtin, please report it: java.lang.IllegalStateException: one at ")
        .contains("CommandLineTest.java:")
        .doesNotContain("\n");
  }

  @Test
  void answers_are_measured_and_timed() throws IOException {
    run("reindex", "--index", index, articles, "--quiet");
    Path queries = directory.resolve("queries.tsv");
    Files.writeString(
        queries,
        "1\ttitle\thội quần chúng sơ kết\tdothanh-20231107-hoi-quan-chung\n2\tother\tkhông có\tx\n");

    JsonNode evaluated = run("evaluate", "--index", index, "--queries", queries, "--json").json();
    assertThat(evaluated.at("/kinds/0/kind").asText()).isEqualTo("title");
    assertThat(evaluated.at("/kinds/0/mrr10").asDouble()).isEqualTo(1);
    assertThat(evaluated.at("/kinds/1/recall10").asDouble()).isZero();

    Path questions = directory.resolve("questions.tsv");
    Files.writeString(questions, "1\tquestion\tai sơ kết\ta\n2\ttitle\tkhông có\tx\n");
    Path other = directory.resolve("other");
    Path one = directory.resolve("one.jsonl");
    Files.writeString(one, "{\"id\":\"a\",\"title\":\"Hội sơ kết\",\"body\":\"Hội.\"}\n");
    run("reindex", "--index", other, one, "--quiet");
    String set = other + "=" + questions;
    JsonNode both =
        run("evaluate", "--index", index, "--queries", queries, "--queries", set, "--json").json();
    assertThat(both.at("/kinds").findValuesAsText("kind"))
        .containsExactly("title", "other", "question");
    assertThat(both.at("/kinds/0/n").asInt()).isEqualTo(2);
    assertThat(both.at("/kinds/0/mrr10").asDouble()).isEqualTo(0.5);
    assertThat(both.at("/kinds/2/mrr10").asDouble()).isEqualTo(1);
    assertThat(run("evaluate", "--index", index, "--queries", queries, "--queries", set).out())
        .containsPattern("mean of kinds +4 +0.500");
    Run nowhere = run("evaluate", "--queries", directory.resolve("none") + "=" + questions);
    assertThat(nowhere.status()).isEqualTo(3);
    assertThat(nowhere.err()).contains("none");
    JsonNode figures =
        run("benchmark", "--index", index, "--queries", queries, "--quiet", "--json").json();
    assertThat(figures.at("/queries").asInt()).isEqualTo(2);
    assertThat(figures.at("/ratio/mean").asDouble()).isPositive();
    assertThat(figures.at("/indexing/ratio").asDouble()).isPositive();
    assertThat(figures.at("/writing/ratio").asDouble()).isPositive();
  }

  @Test
  void analysis_is_shown_stage_by_stage() {
    assertThat(run("analyze", "Hội nghị sơ kết").out())
        .contains("exact: hội | nghị | sơ | kết")
        .contains("pairs: hoi nghi | nghi so | so ket");
  }

  @Test
  void correct_needs_no_index() throws IOException {
    assertThat(run("correct", "hoi nghi so ket").out()).isEqualTo("hội nghị sơ kết\n");
    assertThat(
            run("correct", "--json", "giá", "xăng", "giãm", "mạnh").json().at("/kinds").toString())
        .isEqualTo("[\"spelling\"]");
    assertThat(run("correct", "--index", index, "hoi nghi").status()).isEqualTo(3);
  }

  @Test
  void correct_prints_a_line_for_each_line_of_standard_input() {
    InputStream in = System.in;
    System.setIn(new ByteArrayInputStream("hoi nghi\r\n\nso ket".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("correct", "-").out()).isEqualTo("hội nghị\n\nsơ kết\n");
    } finally {
      System.setIn(in);
    }
  }

  @Test
  void correct_asks_the_index() {
    run("reindex", "--index", index, articles);
    assertThat(run("correct", "--index", index, "cau phao Giong Trau").out())
        .isEqualTo("cầu phao Giồng Trâu\n");
  }

  @Test
  void suggest_prints_a_completion_on_each_line() throws IOException {
    run("reindex", "--index", index, articles);
    assertThat(run("suggest", "--index", index, "cau", "ph").out().lines())
        .startsWith("cầu phao")
        .hasSizeBetween(3, 8);
    JsonNode answer = run("suggest", "--index", index, "--json", "--size", "2", "giong tr").json();
    assertThat(answer.at("/suggestions")).hasSize(2);
    assertThat(answer.at("/suggestions/0/text").asText()).isEqualTo("Giồng Trầu");
    assertThat(answer.at("/suggestions/0/kind").asText()).isEqualTo("name");
    assertThat(answer.at("/complete").asBoolean()).isTrue();
    assertThat(run("suggest", "--index", index).status()).isEqualTo(2);
    assertThat(run("suggest", "--index", index, "--size", "99", "a").status()).isEqualTo(2);
    assertThat(run("suggest", "--index", directory.resolve("none"), "a").status()).isEqualTo(3);
  }

  @Test
  void segment_prints_the_words_of_each_line() throws IOException {
    Path text = Files.writeString(directory.resolve("text.txt"), "Thủ đô Hà Nội\n\nhội nghị\n");
    assertThat(run("segment", text).out()).isEqualTo("Thủ_đô Hà_Nội\n\nhội_nghị\n");
    Run missing = run("segment", directory.resolve("missing.txt"));
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("missing.txt is no file that can be read");
  }
}
