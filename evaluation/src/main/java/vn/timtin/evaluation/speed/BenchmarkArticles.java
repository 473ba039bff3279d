package vn.timtin.evaluation.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.timtin.article.Article;
import vn.timtin.ingest.ArticleLines;
import vn.timtin.ingest.Unpacking;
import vn.timtin.samples.SampleArticles;

/** The articles whose text is analyzed. */
@State(Scope.Benchmark)
public class BenchmarkArticles {
  /** JSON Lines, packed or not; the samples where it is empty. */
  @Param("")
  public String articles = "";

  /** How many of the file's articles are taken. */
  @Param("2000")
  public int limit;

  List<Article> all = List.of();

  /** All text of all articles, each string analyzed on its own. */
  List<String> texts = List.of();

  long characters;

  /** Reads them. */
  @Setup
  public void read() throws IOException {
    all = articles.isEmpty() ? SampleArticles.read() : read(Path.of(articles), limit);
    List<String> found = new ArrayList<>();
    for (Article article : all) {
      found.add(article.title());
      found.add(article.summary());
      found.addAll(article.captions());
      found.addAll(article.tags());
      found.add(article.body());
    }
    found.removeIf(String::isEmpty);
    texts = found;
    characters = found.stream().mapToLong(String::length).sum();
  }

  /** Yields the first articles of a file. */
  static List<Article> read(Path file, int limit) throws IOException {
    List<Article> found = new ArrayList<>();
    try (var lines =
        new ArticleLines(Unpacking.unpack(Files.newInputStream(file)), file.toString())) {
      while (found.size() < limit) {
        ArticleLines.Line line = lines.next();
        if (line == null) {
          break;
        }
        found.add(line.article());
      }
    }
    return found;
  }
}
