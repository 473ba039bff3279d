package vn.timtin.training.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.samples.SampleArticles;
import vn.timtin.words.VietnameseSegmenter;

class TrainWordsTest {
  @TempDir Path directory;

  private byte[] train(String name) throws IOException {
    var articles = new StringBuilder();
    var sentences = new StringBuilder();
    for (Article article : SampleArticles.read()) {
      articles.append(new String(ArticleJson.write(article), StandardCharsets.UTF_8)).append('\n');
      VietnameseSegmenter.ofNews().segment(article.title(), sentences);
      sentences.append('\n');
    }
    Path news = Files.writeString(directory.resolve("articles.jsonl"), articles);
    Path segmented = Files.writeString(directory.resolve("sentences.txt"), sentences);
    Path output = directory.resolve(name);
    int status =
        new CommandLine(new TrainWords())
            .execute(
                "--sentences",
                segmented.toString(),
                "--output",
                output.toString(),
                news.toString());
    assertThat(status).isZero();
    return Files.readAllBytes(output);
  }

  @Test
  void the_same_text_makes_the_same_bytes() throws IOException {
    assertThat(train("one.model")).isEqualTo(train("other.model"));
  }
}
