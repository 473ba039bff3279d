package vn.timtin.correction;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextCorrectorTest {
  private static final TextCorrector CORRECTOR = TextCorrector.ofNews();

  static List<String> typed() throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TextCorrectorTest.class.getResourceAsStream("typed.tsv")),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("typed")
  void what_was_meant_is_found(String row) {
    String[] columns = row.split("\t", -1);
    CorrectedText corrected = CORRECTOR.correct(columns[0]);
    assertThat(corrected.corrected()).isEqualTo(columns[1]);
    assertThat(corrected.isChanged()).isEqualTo(!columns[0].equals(columns[1]));
    assertThat(
            corrected.kinds().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(joining(",")))
        .isEqualTo(columns[2]);
  }

  @Test
  void decomposed_text_is_the_same_text() {
    String decomposed = Normalizer.normalize("hội nghị sơ kết", Normalizer.Form.NFD);
    CorrectedText corrected = CORRECTOR.correct(decomposed);
    assertThat(corrected.corrected()).isEqualTo("hội nghị sơ kết");
    assertThat(corrected.isChanged()).isFalse();
  }

  @Test
  void a_word_that_the_articles_have_is_right() {
    assertThat(CORRECTOR.correct("chủ tịchh nước").corrected()).isEqualTo("chủ tịch nước");
    WordCounts counts = word -> word.equals("tịchh") ? 40 : 0;
    assertThat(CORRECTOR.correct("chủ tịchh nước", counts).corrected()).isEqualTo("chủ tịchh nước");
  }

  @Test
  void the_articles_tip_the_scales_between_readings() {
    String byNews = CORRECTOR.correct("hoi").corrected();
    assertThat(byNews).isNotEqualTo("hội");
    assertThat(CORRECTOR.correct("hoi", word -> word.equals("hội") ? 5_000 : 0).corrected())
        .isEqualTo("hội");
  }

  @Property(tries = 300)
  void any_text_is_taken(@ForAll String text) {
    CorrectedText corrected = CORRECTOR.correct(text);
    if (corrected.kinds().isEmpty()) {
      assertThat(corrected.corrected()).isEqualTo(corrected.text());
    }
  }

  @Test
  void time_grows_with_the_length_of_the_text_alone() {
    String once = "hội nghị so ket công tát ".repeat(400);
    String often = once.repeat(8);
    CORRECTOR.correct(often);
    long began = System.nanoTime();
    CORRECTOR.correct(once);
    long ofOne = System.nanoTime() - began;
    began = System.nanoTime();
    CORRECTOR.correct(often);
    assertThat(System.nanoTime() - began).isLessThan(40 * Math.max(ofOne, 5_000_000));
  }
}
