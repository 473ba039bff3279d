package vn.timtin.ingest;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.article.InvalidArticleException;

/**
 * The lines of a JSON Lines input, one at a time, not yet parsed, so that many threads can share
 * that work. A line longer than an article may be is passed over without being held in memory.
 * Blank lines are passed over too. For one thread.
 */
public final class ArticleLines implements Closeable {
  private static final int BEGINNING = 200;

  /**
   * A line of the input.
   *
   * @param file the name of the input
   * @param number counted from 1
   * @param bytes the line without its end; only its beginning where {@code oversized}
   * @param oversized whether the line has more than {@link ArticleJson#MAX_BYTES} bytes
   */
  public record Line(String file, long number, byte[] bytes, boolean oversized) implements Piece {
    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    public Article article() {
      if (oversized) {
        throw new InvalidArticleException(
            "an article has at most "
                + ArticleJson.MAX_BYTES
                + " bytes of JSON: this one has more");
      }
      return ArticleJson.read(bytes);
    }

    @Override
    public Reject rejectedFor(String reason) {
      String beginning =
          new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.UTF_8);
      return new Reject(file, number, reason, beginning);
    }
  }

  private final InputStream in;
  private final String file;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long number;

  /** Reads from the stream, which this object closes; {@code file} names it in rejects. */
  public ArticleLines(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** Yields the next line that is not blank, or null at the end. */
  public @Nullable Line next() throws IOException {
    while (true) {
      var line = new ByteArrayOutputStream(4096);
      boolean oversized = false;
      boolean ended = false;
      boolean any = false;
      while (!ended) {
        if (position == limit && !fill()) {
          break;
        }
        any = true;
        int end = position;
        while (end < limit && buffer[end] != '\n') {
          end++;
        }
        int room = Math.max(0, ArticleJson.MAX_BYTES + 1 - line.size());
        line.write(buffer, position, Math.min(room, end - position));
        oversized |= line.size() > ArticleJson.MAX_BYTES;
        ended = end < limit;
        position = ended ? end + 1 : end;
      }
      if (!any) {
        return null;
      }
      number++;
      byte[] bytes = line.toByteArray();
      if (oversized) {
        return new Line(file, number, Arrays.copyOf(bytes, BEGINNING), true);
      }
      bytes = withoutByteOrderMark(bytes);
      if (!isBlank(bytes)) {
        return new Line(file, number, bytes, false);
      }
    }
  }

  private byte[] withoutByteOrderMark(byte[] bytes) {
    boolean marked =
        number == 1
            && bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    limit = Math.max(0, in.read(buffer));
    position = 0;
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
