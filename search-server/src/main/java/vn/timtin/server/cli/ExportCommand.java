package vn.timtin.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.index.NewsIndex;

/** Writes all articles out again. */
@Command(
    name = "export",
    description = "Write all articles of the index as JSON lines, which reindex reads again.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "where to; packed if it ends in .gz (default: standard output)")
  private @Nullable Path output;

  @Override
  public Integer call() throws Exception {
    try (NewsIndex news = NewsIndex.openForReading(index.directory);
        OutputStream out = open()) {
      news.forEach(article -> write(article, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return TimtinCommand.DONE;
  }

  private OutputStream open() throws IOException {
    if (output == null) {
      return new BufferedOutputStream(System.out, 1 << 16);
    }
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(output), 1 << 16);
    return output.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
  }

  private static void write(Article article, OutputStream out) {
    try {
      out.write(ArticleJson.write(article));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
