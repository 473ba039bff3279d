package vn.timtin.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.timtin.article.ArticleHead;
import vn.timtin.search.Extract;
import vn.timtin.search.Highlights;
import vn.timtin.search.Hit;

/** A hit, as it is sent; what the article does not have is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HitView(
    String id,
    String title,
    String summary,
    String source,
    String category,
    String author,
    String url,
    String publishedAt,
    float score,
    List<String> missing,
    Highlighted highlights,
    String explanation) {

  /** Extracts as HTML, matches in {@code <mark>}. */
  public record Highlighted(List<String> title, List<String> summary, List<String> body) {
    static Highlighted of(Highlights highlights) {
      return new Highlighted(
          html(highlights.title()), html(highlights.summary()), html(highlights.body()));
    }

    private static List<String> html(List<Extract> extracts) {
      return extracts.stream().map(Html::of).toList();
    }
  }

  static HitView of(Hit hit, boolean highlighted) {
    ArticleHead article = hit.article();
    return new HitView(
        article.id(),
        article.title(),
        given(article.summary()),
        given(article.source()),
        given(article.category()),
        given(article.author()),
        given(article.url()),
        article.publishedAt() == null
            ? null
            : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(article.publishedAt()),
        hit.score(),
        hit.missing().isEmpty() ? null : hit.missing(),
        highlighted ? Highlighted.of(hit.highlights()) : null,
        hit.explanation().orElse(null));
  }

  private static String given(String text) {
    return text.isEmpty() ? null : text;
  }
}
