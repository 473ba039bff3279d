package vn.timtin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import vn.timtin.ingest.ArticleLines;
import vn.timtin.ingest.Unpacking;
import vn.timtin.samples.SampleArticles;

/**
 * Queries that were judged by reading: {@code judged.tsv} over the samples, {@code readers.tsv}
 * over news that is not part of the project. What they score is written down in {@code
 * expected-ndcg*.tsv}; a change of ranking that gains writes the new figures there.
 */
class RelevanceTest {
  /** What may be lost by articles of equal score in another order. */
  private static final double NOISE = 0.0005;

  /** Where it is, beside the project. */
  private static final Path NEWS = Path.of("../../shared/corpus/news-0.jsonl.gz");

  @TempDir Path directory;

  private static Path file(String name) throws URISyntaxException {
    return Path.of(RelevanceTest.class.getResource(name).toURI());
  }

  @Test
  void no_kind_of_query_finds_less_than_it_did() throws Exception {
    assertFindsNoLess("judged.tsv", SampleArticles.read(), "expected-ndcg.tsv");
  }

  @Test
  void what_readers_type_finds_no_less_than_it_did() throws Exception {
    assumeTrue(Files.exists(NEWS), "no news to ask: " + NEWS.toAbsolutePath());
    List<Article> articles = new ArrayList<>();
    try (var lines =
        new ArticleLines(Unpacking.unpack(Files.newInputStream(NEWS)), NEWS.toString())) {
      for (ArticleLines.Line line = lines.next(); line != null; line = lines.next()) {
        articles.add(line.article());
      }
    }
    assertFindsNoLess("readers.tsv", articles, "expected-ndcg-readers.tsv");
  }

  private void assertFindsNoLess(String judged, List<Article> articles, String figures)
      throws Exception {
    List<JudgedQuery> queries = JudgedQuery.read(file(judged));
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
    List<String> expected = Files.readAllLines(file(figures));
    assertThat(expected).as("measured:%n%s", String.join("\n", lines)).hasSameSizeAs(lines);
    for (String line : expected) {
      String[] columns = line.split("\t");
      assertThat(measured.get(columns[0]))
          .as("nDCG@10 of %s queries; measured:%n%s", columns[0], String.join("\n", lines))
          .isGreaterThanOrEqualTo(Double.parseDouble(columns[1]) - NOISE);
    }
  }
}
