package vn.timtin.training.syllables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.timtin.article.ArticleJson;
import vn.timtin.language.ModelFile;
import vn.timtin.language.StaticFunction;
import vn.timtin.language.SyllableModel;
import vn.timtin.samples.SampleArticles;

class TrainSyllablesTest {
  @TempDir Path directory;

  private byte[] train(String name, String... more) throws IOException {
    Path articles = directory.resolve("articles.jsonl");
    var lines = new StringBuilder();
    SampleArticles.read()
        .forEach(
            article ->
                lines
                    .append(new String(ArticleJson.write(article), StandardCharsets.UTF_8))
                    .append('\n'));
    Files.writeString(articles, lines);
    Path output = directory.resolve(name);
    var arguments = new java.util.ArrayList<>(java.util.List.of(more));
    arguments.addAll(java.util.List.of("--output", output.toString(), articles.toString()));
    int status = new CommandLine(new TrainSyllables()).execute(arguments.toArray(String[]::new));
    assertThat(status).isZero();
    return Files.readAllBytes(output);
  }

  @Test
  void the_same_articles_make_the_same_bytes() throws IOException {
    assertThat(train("one.model")).isEqualTo(train("other.model"));
  }

  @Test
  void what_stands_together_in_the_articles_is_probable() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(train("a.model"));
    file.position(file.limit() - contentSize(file));
    SyllableModel model = SyllableModel.read(file.slice());
    int hoi = model.id("hội");
    int bigram = model.bigram(hoi, model.id("nghị"));
    assertThat(bigram).isNotEqualTo(StaticFunction.ABSENT);
    assertThat(SyllableModel.bigramProbability(bigram))
        .isGreaterThan(model.probability(model.id("nghị")) + 1);
    assertThat(model.probability(hoi)).isBetween(-9f, -3f);
    assertThat(model.id("khôngcótừnày")).isEqualTo(SyllableModel.UNKNOWN);
    assertThat(model.word(model.firstReading("hoi"))).matches("h[oôơ].*").hasSize(3);
  }

  @Test
  void the_answers_of_queries_are_left_out() throws IOException {
    Path queries = directory.resolve("queries.tsv");
    StringBuilder all = new StringBuilder();
    SampleArticles.read().stream()
        .skip(20)
        .forEach(article -> all.append("q\ttitle\tx\t").append(article.id()).append('\n'));
    Files.writeString(queries, all);
    byte[] few = train("few.model", "--without-answers", queries.toString());
    assertThat(few.length).isLessThan(train("all.model").length / 2);
  }

  private static int contentSize(ByteBuffer file) {
    return file.getInt("timtin model\n".length() + 2);
  }

  @Test
  void the_file_names_what_it_is() throws IOException {
    assertThat(new String(train("b.model"), 0, 12, StandardCharsets.US_ASCII))
        .isEqualTo("timtin model");
    assertThat(ModelFile.Kind.SYLLABLES.ordinal()).isZero();
  }
}
