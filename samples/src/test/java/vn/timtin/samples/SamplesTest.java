package vn.timtin.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.timtin.article.Article;

class SamplesTest {
  @Test
  void there_are_more_than_a_hundred_whole_articles_with_a_text_of_their_own() {
    List<Article> articles = SampleArticles.read();

    assertThat(articles).hasSizeGreaterThanOrEqualTo(100);
    assertThat(articles).extracting(Article::id).doesNotHaveDuplicates();
    assertThat(articles).extracting(Article::title).doesNotHaveDuplicates();
    assertThat(new HashSet<>(articles.stream().map(Article::source).toList()))
        .hasSizeGreaterThanOrEqualTo(6)
        .allMatch(source -> source.endsWith(".example"));
    assertThat(new HashSet<>(articles.stream().map(Article::category).toList()))
        .hasSizeGreaterThanOrEqualTo(12);
    assertThat(articles)
        .allSatisfy(
            article -> {
              assertThat(article.body()).hasSizeGreaterThan(300);
              assertThat(article.summary()).isNotBlank();
              assertThat(article.author()).isNotBlank();
              assertThat(article.publishedAt()).isNotNull();
            });
  }

  @Test
  void the_program_that_embeds_the_library_runs(@TempDir Path directory) throws IOException {
    PrintStream before = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      EmbeddedSearch.main(new String[] {directory.toString(), "hội quần chúng sơ kết"});
    } finally {
      System.setOut(before);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("articles match hội quần chúng sơ kết")
        .contains("(dothanh.example)")
        .contains("Related to the first: ");
  }
}
