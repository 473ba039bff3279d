package vn.timtin.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.timtin.article.Article;
import vn.timtin.ingest.ArticleLines;

/** The articles that are learnt from, named on the command line. */
public final class News {
  private static final int ANSWERS_COLUMN = 3;

  @Parameters(
      paramLabel = "ARTICLES",
      arity = "1..*",
      description = "JSON Lines of articles, .gz or plain")
  private List<Path> files;

  @Option(
      names = "--without-answers",
      paramLabel = "QUERIES",
      description =
          "leave out the articles that these queries look for: what is learnt is measured on them")
  private Path queries;

  /** Made by the command line. */
  public News() {}

  /** Passes every article on, in the order of the files. */
  public void forEach(Consumer<Article> consumer) throws IOException {
    Set<String> leftOut = new HashSet<>();
    if (queries != null) {
      for (String line : Files.readAllLines(queries)) {
        String[] columns = line.split("\t");
        if (columns.length > ANSWERS_COLUMN) {
          leftOut.addAll(List.of(columns[ANSWERS_COLUMN].split(",")));
        }
      }
    }
    for (Path file : files) {
      try (var lines = new ArticleLines(open(file), file.toString())) {
        for (ArticleLines.Line line = lines.next(); line != null; line = lines.next()) {
          Article article = line.article();
          if (!leftOut.contains(article.id())) {
            consumer.accept(article);
          }
        }
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }
}
