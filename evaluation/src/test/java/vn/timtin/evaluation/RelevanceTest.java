package vn.timtin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex;
import vn.timtin.samples.SampleArticles;

/**
 * Queries over the samples, judged by hand: {@code judged.tsv}. What they score is written down in
 * {@code expected-ndcg.tsv}; a change of ranking that gains writes the new figures there.
 */
class RelevanceTest {
  /** What may be lost by articles of equal score in another order. */
  private static final double NOISE = 0.0005;

  @TempDir Path directory;

  private static Path file(String name) throws URISyntaxException {
    return Path.of(RelevanceTest.class.getResource(name).toURI());
  }

  @Test
  void no_kind_of_query_finds_less_than_it_did() throws Exception {
    List<JudgedQuery> queries = JudgedQuery.read(file("judged.tsv"));
    List<Article> articles = SampleArticles.read();
    Set<String> ids = new HashSet<>(articles.stream().map(Article::id).toList());
    assertThat(queries).allSatisfy(query -> assertThat(ids).containsAll(query.relevant()));

    Map<String, Double> measured = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.putAll(articles);
      index.refresh();
      for (Evaluation.Kind kind : Evaluation.of(index, queries).kinds()) {
        measured.put(kind.kind(), kind.ndcg10());
        lines.add(String.format(Locale.ROOT, "%s\t%.4f", kind.kind(), kind.ndcg10()));
      }
    }
    List<String> expected = Files.readAllLines(file("expected-ndcg.tsv"));
    assertThat(expected).as("measured:%n%s", String.join("\n", lines)).hasSameSizeAs(lines);
    for (String line : expected) {
      String[] columns = line.split("\t");
      assertThat(measured.get(columns[0]))
          .as("nDCG@10 of %s queries; measured:%n%s", columns[0], String.join("\n", lines))
          .isGreaterThanOrEqualTo(Double.parseDouble(columns[1]) - NOISE);
    }
  }
}
