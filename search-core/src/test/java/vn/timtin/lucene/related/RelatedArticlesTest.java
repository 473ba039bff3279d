package vn.timtin.lucene.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
import vn.timtin.lucene.codec.ArticleCodec;
import vn.timtin.lucene.query.ArticleSimilarity;
import vn.timtin.lucene.related.RelatedArticles.Weights;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.lucene.schema.StoredArticles;
import vn.timtin.understanding.Zone;

class RelatedArticlesTest {
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;

  @BeforeEach
  void index() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String body = i % 2 == 0 ? "Mưa to ở nhiều nơi" : "Nắng nóng ở nhiều nơi";
      articles.add(Article.builder().id("w" + i).body(body).build());
    }
    for (int i = 0; i < 3; i++) {
      articles.add(Article.builder().id("b" + i).body("Bão Yagi đổ bộ Quảng Ninh").build());
    }
    articles.add(Article.builder().id("q").body("Thiệt hại ở Quảng Ninh").build());
    articles.add(
        Article.builder()
            .id("much")
            .body("Bão Yagi đổ bộ. " + "Giá vàng tăng. ".repeat(20))
            .build());
    articles.add(Article.builder().id("once").body("Zyx chỉ có một lần").build());
    var documents = new ArticleDocuments();
    try (var writer =
        new IndexWriter(directory, new IndexWriterConfig().setCodec(new ArticleCodec()))) {
      for (Article article : articles) {
        documents.<IOException>index(article, 1, writer::addDocument);
      }
    }
    reader = DirectoryReader.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  private List<Term> terms(Article article, Weights weights) throws IOException {
    var related = new RelatedArticles(ArticleSimilarity.searcher(reader), weights);
    return ((BooleanQuery) related.query(related.strengths(article)))
        .clauses().stream().map(clause -> ((TermQuery) clause.query()).getTerm()).toList();
  }

  private static Term exact(String word) {
    return new Term(Fields.field(Zone.TEXT, Form.EXACT), word);
  }

  private static Article article(String title, String body) {
    return Article.builder().id("x").title(title).body(body).build();
  }

  @Test
  void the_rarest_terms_of_the_article_are_asked_for_first() throws IOException {
    List<Term> terms = terms(article("-", "Bão Yagi ở nhiều nơi"), Weights.DEFAULT);

    assertThat(terms.subList(0, 2)).containsExactlyInAnyOrder(exact("bão"), exact("yagi"));
    assertThat(terms.indexOf(exact("nhiều"))).isGreaterThan(terms.indexOf(exact("yagi")));
  }

  @Test
  void what_no_other_article_has_is_not_asked_for() throws IOException {
    assertThat(terms(article("-", "zyx khủng long mưa"), Weights.DEFAULT))
        .contains(exact("mưa"))
        .doesNotContain(exact("zyx"), exact("khủng"));
  }

  @Test
  void neighbours_in_one_sentence_are_asked_for_as_bigrams() throws IOException {
    Term bigram = Fields.bigram(Zone.TEXT, "bao", "yagi");

    assertThat(terms(article("-", "bão Yagi"), Weights.DEFAULT)).contains(bigram);
    assertThat(terms(article("-", "bão. Yagi"), Weights.DEFAULT)).doesNotContain(bigram);
  }

  @Test
  void the_title_counts_more_than_the_body_and_repetition_less_and_less() throws IOException {
    var onlyFirst = new Weights(1, 0.7f, 3, 2, 0.7f, 0.2f);

    assertThat(terms(article("mưa", "nắng nắng"), onlyFirst)).containsExactly(exact("mưa"));
    assertThat(terms(article("-", "mưa nắng nắng"), onlyFirst)).containsExactly(exact("nắng"));
  }

  @Test
  void so_many_terms_are_asked_for_and_no_more() throws IOException {
    Article article = article("Bão Yagi đổ bộ", "Mưa to ở nhiều nơi. Nắng nóng ở nhiều nơi");

    assertThat(terms(article, new Weights(5, 0.7f, 3, 2, 0.7f, 0.2f))).hasSize(5);
    assertThat(terms(article, Weights.DEFAULT))
        .startsWith(terms(article, new Weights(5, 0.7f, 3, 2, 0.7f, 0.2f)).toArray(Term[]::new));
  }

  @Test
  void of_a_very_long_body_only_the_beginning_is_looked_at() throws IOException {
    Article article = article("-", "nắng ".repeat(10_000) + "mưa");

    assertThat(terms(article, Weights.DEFAULT))
        .contains(exact("nắng"))
        .doesNotContain(exact("mưa"));
  }

  private List<String> related(Article subject, int size, Weights weights) throws IOException {
    var related = new RelatedArticles(ArticleSimilarity.searcher(reader), weights);
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : related.find(subject, size, UnaryOperator.identity())) {
      ids.add(StoredArticles.read(reader, hit.doc).id());
    }
    return ids;
  }

  @Test
  void what_the_nearest_articles_have_makes_the_subject_plainer() throws IOException {
    Article subject = article("-", "Bão Yagi");

    assertThat(related(subject, 50, Weights.DEFAULT)).contains("q");
    assertThat(related(subject, 50, new Weights(80, 0.7f, 3, 2, 0.7f, 0))).doesNotContain("q");
  }

  @Test
  void an_article_that_is_mostly_on_something_else_stands_behind() throws IOException {
    assertThat(related(article("-", "Bão Yagi đổ bộ"), 4, Weights.DEFAULT))
        .containsExactly("b0", "b1", "b2", "much");
  }

  @Test
  void the_subject_is_not_among_its_relatives_and_scores_fall() throws IOException {
    Article subject = Article.builder().id("w0").body("Mưa to ở nhiều nơi").build();
    var related = new RelatedArticles(ArticleSimilarity.searcher(reader), Weights.DEFAULT);
    List<ScoreDoc> found = related.find(subject, 30, UnaryOperator.identity());

    assertThat(found).hasSize(30);
    assertThat(found).isSortedAccordingTo((a, b) -> Float.compare(b.score, a.score));
    assertThat(related(subject, 30, Weights.DEFAULT)).doesNotContain("w0").doesNotHaveDuplicates();
  }
}
