package vn.timtin.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.timtin.article.Article;
import vn.timtin.search.SearchRequest;

class OwnSynonymsTest {
  @TempDir Path directory;
  private Path file;
  private long written;

  @BeforeEach
  void name_the_file() {
    file = directory.resolve("synonyms.txt");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
    // Clocks of file systems are coarse: each version gets a time of its own.
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L + 1_000 * written++));
  }

  private static boolean finds(NewsIndex index, String text) throws IOException {
    return !index.search(SearchRequest.of(text)).hits().isEmpty();
  }

  @Test
  void the_file_in_the_directory_counts_from_its_next_change_on() throws IOException {
    write("# của riêng tòa soạn\nkđt, khu đất trống\n");
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(Article.builder().id("a").title("Ngắm bằng lăng tím nở").build());
      index.refresh();
      assertThat(finds(index, "hoahe")).isFalse();

      write("hoahe => bằng lăng\n");
      await().until(() -> finds(index, "hoahe"));
      assertThat(finds(index, "HOAHE")).isTrue();

      write("hoahe =>\n");
      await().pollDelay(java.time.Duration.ofMillis(600)).until(() -> finds(index, "hoahe"));

      Files.delete(file);
      await().until(() -> !finds(index, "hoahe"));
    }
  }

  @Test
  void a_wrong_line_is_named_when_the_index_is_opened() throws IOException {
    write("ubnd, ủy ban\n\nmột mình\n");
    assertThatThrownBy(() -> NewsIndex.open(directory))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("synonyms.txt:3: one entry alone has no synonym");
  }
}
