package vn.timtin.lucene.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.RandomNews;
import vn.timtin.analysis.Synonyms;
import vn.timtin.article.Article;
import vn.timtin.lucene.codec.ArticleCodec;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.StoredArticles;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.QueryParser;
import vn.timtin.query.SearchQuery;
import vn.timtin.search.Correction;
import vn.timtin.search.Matched;
import vn.timtin.search.Matching;
import vn.timtin.understanding.QueryPlan;
import vn.timtin.understanding.QueryPlanner;
import vn.timtin.understanding.RankingWeights;

/** Lucene finds just the articles that have what a plan asks for. */
class QueryCompilerTest {
  private static final int ARTICLES = 120;
  private static final int QUERIES = 150;

  private static Directory index(List<Article> articles) throws IOException {
    var directory = new ByteBuffersDirectory();
    var documents = new ArticleDocuments();
    var config = new IndexWriterConfig().setCodec(new ArticleCodec());
    try (var writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < articles.size(); i++) {
        documents.<IOException>index(articles.get(i), i, writer::addDocument);
        if (i % 50 == 49) {
          writer.commit(); // several segments
        }
      }
    }
    return directory;
  }

  private static QueryPlan plan(SearchQuery query, Set<ArticlePart> parts, DirectoryReader reader)
      throws IOException {
    return QueryPlanner.plan(
        query,
        parts,
        Matching.AUTO,
        Correction.OFF,
        Synonyms.NONE,
        RankingWeights.DEFAULT,
        new LuceneTermStatistics(reader));
  }

  private static TreeSet<String> found(QueryPlan plan, DirectoryReader reader) throws IOException {
    CompiledQuery compiled =
        QueryCompiler.compile(
            plan,
            Integer.MAX_VALUE,
            ArticleSimilarity.searcher(reader),
            new LuceneTermStatistics(reader));
    return ids(compiled.query(), reader);
  }

  private static TreeSet<String> ids(Query query, DirectoryReader reader) throws IOException {
    IndexSearcher searcher = ArticleSimilarity.searcher(reader);
    var ids = new TreeSet<String>();
    for (ScoreDoc hit : searcher.search(query, ARTICLES).scoreDocs) {
      ids.add(StoredArticles.read(reader, hit.doc).id());
    }
    return ids;
  }

  /** A query of random operators and words. */
  private static String query(RandomNews news, int depth) {
    Random random = news.random();
    var query = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      query.append(List.of("", "", "", "+", "-").get(random.nextInt(5)));
      String word = news.oneOf(RandomNews.WORDS);
      query.append(
          switch (random.nextInt(depth > 0 ? 11 : 10)) {
            case 0 -> '"' + word + " " + news.oneOf(RandomNews.WORDS) + '"';
            case 1 -> word.substring(0, 1 + random.nextInt(word.length())) + "*";
            case 2 -> List.of("title:", "summary:", "body:").get(random.nextInt(3)) + word;
            case 3 -> "source:" + List.of("a.example", "B.EXAMPLE").get(random.nextInt(2));
            case 4 -> "category:\"thoi su\"";
            case 5 -> List.of("after:", "before:").get(random.nextInt(2)) + "2024-01-09";
            case 6 -> "title:\"" + word + " " + news.oneOf(RandomNews.WORDS) + '"';
            case 7 -> word + " OR " + news.oneOf(RandomNews.WORDS);
            case 10 -> "(" + query(news, depth - 1) + ")";
            default -> word;
          });
      query.append(' ');
    }
    return query.toString();
  }

  @RepeatedTest(5)
  void an_article_is_found_if_and_only_if_it_has_what_is_asked_for() throws IOException {
    var news = new RandomNews();
    List<Article> articles = news.articles(ARTICLES);
    try (Directory directory = index(articles);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      var oracle = new PlanOracle(articles);
      for (int i = 0; i < QUERIES; i++) {
        String text = query(news, 2);
        Set<ArticlePart> parts =
            news.random().nextInt(3) > 0
                ? EnumSet.allOf(ArticlePart.class)
                : EnumSet.of(news.oneOf(List.of(ArticlePart.values())));
        QueryPlan plan = plan(QueryParser.parse(text), parts, reader);
        Set<String> expected = oracle.found(plan.asked());

        assertThat(found(plan, reader))
            .as("%s: %s in %s as %s", news, text, parts, plan.asked())
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bão lũ", "bão lũ miền trung gây ngập nhiều nhà dân"})
  void what_is_found_is_known_or_was_cut_short_by_the_time(String text) throws IOException {
    List<Article> articles = new RandomNews().articles(ARTICLES);
    try (Directory directory = index(articles);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      QueryPlan plan = plan(QueryParser.parse(text), EnumSet.allOf(ArticlePart.class), reader);
      TreeSet<String> all = found(plan, reader);
      boolean wasCutShort = true;
      for (int looks = 0; wasCutShort; looks++) {
        IndexSearcher searcher = ArticleSimilarity.searcher(reader);
        var left = new AtomicInteger(looks);
        searcher.setTimeout(() -> left.getAndDecrement() <= 0);
        CompiledQuery query =
            QueryCompiler.compile(
                plan, Integer.MAX_VALUE, searcher, new LuceneTermStatistics(reader));

        wasCutShort = query.isCutShort();
        assertThat(looks > 0 || wasCutShort).isTrue();
        if (wasCutShort) { // nothing is known to have all of it
          assertThat(query.matched()).isEqualTo(Matched.SOME);
        }
        assertThat(ids(query.query(), reader)).isEqualTo(wasCutShort ? new TreeSet<>() : all);
      }
    }
  }

  @Test
  void a_term_scores_by_bm25_with_its_length_and_weight() throws IOException {
    List<Article> articles =
        List.of(
            Article.builder().id("short").body("bão về").build(),
            Article.builder()
                .id("long")
                .body("bão về đêm qua trên biển " + "xa ".repeat(40))
                .build(),
            Article.builder().id("none").body("lũ").build());
    try (Directory directory = index(articles);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      QueryPlan plan = plan(QueryParser.parse("bão"), EnumSet.allOf(ArticlePart.class), reader);
      IndexSearcher searcher = ArticleSimilarity.searcher(reader);
      var query =
          QueryCompiler.compile(plan, Integer.MAX_VALUE, searcher, new LuceneTermStatistics(reader))
              .query();
      ScoreDoc[] hits = searcher.search(query, 3).scoreDocs;

      // The opening of a body counts twice: a frequency of 2 in each.
      double k1 = RankingWeights.DEFAULT.textK1();
      double b = RankingWeights.DEFAULT.textB();
      String field =
          vn.timtin.lucene.schema.Fields.field(
              vn.timtin.understanding.Zone.TEXT, vn.timtin.analysis.VietnameseAnalyzer.Form.EXACT);
      double average = (double) reader.getSumTotalTermFreq(field) / reader.getDocCount(field);
      double idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
      assertThat(hits).hasSize(2);
      for (ScoreDoc hit : hits) {
        double length = lengthOf(reader, hit.doc, field);
        double expected = idf * 2 / (2 + k1 * (1 - b + b * length / average));
        assertThat((double) hit.score)
            .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-5));
      }
      assertThat(hits[0].score).isGreaterThan(hits[1].score);
    }
  }

  /** The length as Lucene keeps it, in a byte. */
  private static double lengthOf(DirectoryReader reader, int document, String field)
      throws IOException {
    for (var leaf : reader.leaves()) {
      int own = document - leaf.docBase;
      if (own >= 0 && own < leaf.reader().maxDoc()) {
        var norms = leaf.reader().getNormValues(field);
        assertThat(norms.advanceExact(own)).isTrue();
        return org.apache.lucene.util.SmallFloat.byte4ToInt((byte) norms.longValue());
      }
    }
    throw new AssertionError("no such document");
  }
}
