package vn.timtin.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.Hit;
import vn.timtin.search.RelatedRequest;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;

/**
 * A program that embeds the library: it indexes the sample articles, searches them and shows what
 * is related to the first hit.
 */
public final class EmbeddedSearch {
  private EmbeddedSearch() {}

  /** Takes the directory of the index, and what to search for. */
  public static void main(String[] arguments) throws IOException {
    String text = arguments.length > 1 ? arguments[1] : "hoi nghi so ket";
    try (NewsIndex index = NewsIndex.open(Path.of(arguments[0]))) {
      index.putAll(SampleArticles.read());
      index.refresh();

      SearchResults found = index.search(SearchRequest.of(text).withPage(1, 3));
      System.out.println(found.total().value() + " articles match " + text);
      for (Hit hit : found.hits()) {
        System.out.println(hit.article().title() + " (" + hit.article().source() + ")");
        hit.highlights().body().stream()
            .limit(1)
            .forEach(extract -> System.out.println("  " + extract.text()));
      }

      List<Hit> related = index.related(RelatedRequest.to(found.hits().getFirst().id())).hits();
      System.out.println("Related to the first: " + related.getFirst().article().title());
    }
  }
}
