package vn.timtin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import vn.timtin.article.ArticleJson;

class ArticleLinesTest {
  private static final String LINES = "\uFEFF{\"title\": \"một\"}\r\n\n  \n{\"title\": \"hai\"}";

  private static List<ArticleLines.Line> read(InputStream in) throws IOException {
    List<ArticleLines.Line> read = new ArrayList<>();
    try (var lines = new ArticleLines(in, "f.jsonl")) {
      for (ArticleLines.Line line = lines.next(); line != null; line = lines.next()) {
        read.add(line);
      }
    }
    return read;
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void blank_lines_and_a_byte_order_mark_are_passed_over_but_lines_keep_their_numbers()
      throws IOException {
    List<ArticleLines.Line> lines = read(bytes(LINES));

    assertThat(lines).extracting(ArticleLines.Line::number).containsExactly(1L, 4L);
    assertThat(lines).extracting(line -> line.article().title()).containsExactly("một", "hai");
  }

  @Test
  void a_line_without_end_is_rejected_without_being_held_and_the_next_one_is_read()
      throws IOException {
    InputStream endless =
        new InputStream() {
          private long left = 40L << 20;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] buffer, int start, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, start, start + Math.max(0, count), (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
          }
        };
    List<ArticleLines.Line> lines =
        read(new java.io.SequenceInputStream(endless, bytes("\n{\"title\": \"sau\"}")));

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().bytes()).hasSizeLessThan(1000);
    assertThatThrownBy(() -> lines.getFirst().article())
        .hasMessageContaining("at most " + ArticleJson.MAX_BYTES);
    assertThat(lines.get(1).article().title()).isEqualTo("sau");
    assertThat(lines.get(1).number()).isEqualTo(2);
  }

  @Test
  void a_reject_names_file_line_reason_and_the_beginning_of_the_input() throws IOException {
    ArticleLines.Line line = read(bytes("{\"title\": ")).getFirst();

    assertThat(line.rejectedFor("no JSON"))
        .isEqualTo(new Reject("f.jsonl", 1, "no JSON", "{\"title\": "));
  }

  @Test
  void gzip_and_zstandard_are_unpacked_whatever_the_file_is_called() throws IOException {
    var gzip = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(gzip)) {
      out.write(LINES.getBytes(StandardCharsets.UTF_8));
    }
    byte[] zstd = Zstd.compress(LINES.getBytes(StandardCharsets.UTF_8));

    for (byte[] packed : List.of(gzip.toByteArray(), zstd)) {
      assertThat(read(Unpacking.unpack(new ByteArrayInputStream(packed)))).hasSize(2);
    }
    assertThat(read(Unpacking.unpack(bytes("{")))).hasSize(1);
  }
}
