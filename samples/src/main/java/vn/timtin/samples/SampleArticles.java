package vn.timtin.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.timtin.article.Article;
import vn.timtin.ingest.ArticleLines;

/** The sample articles: news of fictional papers, written for this project. */
public final class SampleArticles {
  private static final String FILE = "articles.jsonl";

  private SampleArticles() {}

  /** Yields all of them. */
  public static List<Article> read() {
    List<Article> articles = new ArrayList<>();
    try (InputStream in = SampleArticles.class.getResourceAsStream(FILE);
        var lines = new ArticleLines(in, FILE)) {
      for (ArticleLines.Line line = lines.next(); line != null; line = lines.next()) {
        articles.add(line.article());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the samples", e);
    }
    return articles;
  }
}
