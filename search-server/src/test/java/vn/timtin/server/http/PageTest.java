package vn.timtin.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex;
import vn.timtin.samples.SampleArticles;

/** The page at {@code /}, in a real browser, which runs its script. */
class PageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  @TempDir static Path directory;
  private static NewsIndex index;
  private static SearchServer server;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium on this machine");
    index = NewsIndex.open(directory.resolve("index"));
    index.putAll(SampleArticles.read());
    index.put(
        Article.builder()
            .id("hostile")
            .title("Tựa <img src=x onerror=document.title='broken'> lạ")
            .url("javascript:document.title='broken'")
            .build());
    index.refresh();
    server = SearchServer.start(index, "127.0.0.1", 0);
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
      index.close();
    }
  }

  /** Yields the document of the page once its script has run. */
  private static String document(String query) throws Exception {
    List<String> command = new ArrayList<>(List.of(CHROMIUM.toString(), "--headless"));
    command.addAll(
        List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + Files.createTempDirectory(directory, "profile"),
            "--virtual-time-budget=10000",
            "--dump-dom",
            server.address() + "/" + query));
    Path printed = Files.createTempFile(directory, "page", ".html");
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(printed);
  }

  @Test
  void a_search_shows_hits_with_marked_words_and_the_way_to_the_next_page() throws Exception {
    assertThat(document("?q=hoi+nghi+so+ket"))
        .contains("<mark>Hội nghị sơ kết</mark>")
        .containsPattern(
            "<p id=\"status\" role=\"status\">\\d+ bài, \\d+ ms"
                + " · Có phải bạn muốn tìm: hội nghị sơ kết</p>")
        .contains(">Trang sau →</button>")
        .doesNotContain(">← Trang trước</button>");
    assertThat(document("?q=hoi+nghi+so+ket&page=2")).contains(">← Trang trước</button>");
  }

  @Test
  void what_an_article_says_is_text_and_never_runs() throws Exception {
    assertThat(document("?q=tua+la&sortBy=relevance"))
        .contains("&lt;img src=x")
        .doesNotContain("href=\"javascript")
        .contains("<title>timtin");
  }

  @Test
  void a_hit_says_which_words_it_has_not_got() throws Exception {
    assertThat(document("?q=hoi+nghi+so+ket+xyzzy"))
        .contains("<div class=\"missing\">Không có: xyzzy</div>");
  }

  @Test
  void a_search_without_hits_says_so() throws Exception {
    assertThat(document("?q=%2Bkhongcobaibao")).contains(">Không tìm thấy bài nào.</p>");
  }
}
