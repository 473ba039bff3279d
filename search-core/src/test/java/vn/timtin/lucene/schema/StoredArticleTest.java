package vn.timtin.lucene.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.timtin.article.Article;
import vn.timtin.lucene.codec.ArticleCodec;

/** What is read from an index is what was written to it. */
class StoredArticleTest {
  private static List<Article> written(List<Article> articles) throws IOException {
    var directory = new ByteBuffersDirectory();
    var documents = new ArticleDocuments();
    var config = new IndexWriterConfig().setCodec(new ArticleCodec());
    List<Article> read = new ArrayList<>();
    try (var writer = new IndexWriter(directory, config)) {
      for (Article article : articles) {
        documents.<IOException>index(article, 1, writer::addDocument);
      }
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (int i = 0; i < reader.maxDoc(); i++) {
        Article article = StoredArticles.read(reader, i);
        assertThat(StoredArticles.readHead(reader.storedFields(), i)).isEqualTo(article.head());
        read.add(article);
      }
    }
    return read;
  }

  @Test
  void every_part_of_an_article_is_kept_as_it_was_given() throws IOException {
    Article full =
        Article.builder()
            .id("a")
            .title("Hoà bình")
            .summary("Lead\nwith lines")
            .body("Body \t with  spaces\n\nand \"quotes\"")
            .captions(List.of("một", "hai", "một"))
            .tags(List.of("x", "Y"))
            .author("Lê Thị Kiểm")
            .source("bao.example")
            .category("Văn hoá")
            .url("https://bao.example/a?b=c")
            .publishedAt(OffsetDateTime.parse("2020-08-11T08:00:00.123+07:00"))
            .attributes(Map.of("n", 5, "list", List.of(1, "hai"), "nested", Map.of("a", true)))
            .build();

    assertThat(written(List.of(full, Article.builder().id("b").title("-").build())))
        .first()
        .isEqualTo(full);
  }

  @Test
  void an_author_of_blanks_is_none_and_does_not_keep_other_articles_out() throws IOException {
    for (String blank : List.of(" ", "\t", "\n \u2003")) {
      Article first = Article.builder().id("a").title("-").author(blank).category(blank).build();
      Article second =
          Article.builder().id("b").title("-").author("Lê").category("Văn hoá").build();

      assertThat(first.author()).isEmpty();
      assertThat(written(List.of(first, second, first))).containsExactly(first, second, first);
    }
  }

  @Property(tries = 40)
  void any_texts_are_kept(@ForAll List<String> texts) throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      articles.add(
          Article.builder()
              .id("i" + i)
              .title("-")
              .body(texts.get(i))
              .author(texts.get(texts.size() - 1 - i))
              .build());
    }
    if (!articles.isEmpty()) {
      assertThat(written(articles)).isEqualTo(articles);
    }
  }

  @Test
  void large_and_small_articles_are_kept_side_by_side() throws IOException {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int words = random.nextInt(5) == 0 ? 20_000 : random.nextInt(50);
      articles.add(
          Article.builder()
              .id("i" + i)
              .title("t" + i)
              .body(("chữ" + i + " ").repeat(words))
              .build());
    }

    assertThat(written(articles)).as("seed %d", seed).isEqualTo(articles);
  }

  @ParameterizedTest
  @CsvSource({
    "'Văn Hóa', 'văn hoá', true", // tone marks stand where they will
    "'Văn hóa', 'VAN  HOA', true",
    "'Văn hóa', 'Văn học', false",
    "'Đắk Lắk', 'dak lak', true",
    "'a.example', 'b.example', false",
  })
  void spellings_of_a_value_share_a_key(String one, String other, boolean same) {
    assertThat(KeywordValue.key(one).equals(KeywordValue.key(other))).isEqualTo(same);
  }

  @Property
  void a_value_is_read_back_as_it_was_encoded(@ForAll String text) {
    String value = text.replace('\u0000', ' ');
    var encoded = new KeywordValue(KeywordValue.key(value), value);

    KeywordValue decoded = KeywordValue.decode(encoded.encode());

    assertThat(decoded.key()).isEqualTo(encoded.key());
    assertThat(value).startsWith(decoded.value());
  }
}
