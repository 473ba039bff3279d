package vn.timtin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analysis takes time in proportion to the text, whatever the text is. */
class AnalysisTimeTest {
  private static final int SIZE = 10_000_000;

  /** Enough for what is slower than plain text to show. */
  private static final int SOME = 2_000_000;

  /** How much more time than plain text of the same size: rules are tried at every place. */
  private static final int MAX = 100;

  private static final String PLAIN = "Hội nghị sơ kết công tác năm được tổ chức tại quận. ";

  @BeforeAll
  static void warm_up() throws IOException {
    nanos(text(PLAIN, SIZE));
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {"\u0301", "e\u0301\u0302", "a", "\u1EA1", "7", "\u200B", ".", " "})
  void ten_million_characters_of_one_kind_take_about_as_long_as_plain_text(String repeated)
      throws IOException {
    assertThatTimeIsLinear(repeated, SIZE);
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "#",
        "@",
        "+",
        "(",
        "$",
        "-",
        "'",
        "a.a.",
        "1.1.1.",
        "1,1,",
        "a-a-a-",
        "A-A-",
        "A.",
        "#a#a",
        "T.T.T.",
        "a@a.",
        "a_",
        "a'a'",
        "1/1/",
        "1 000 ",
        "0938 ",
        "100/2019/",
        "1-NQ/",
        "th\u00E1ng 1 ",
        "TP. ",
        "I ",
        "XIV",
        "1h",
        "1a",
        "\u00BD",
        "\u00B2",
        "\u0412",
        "\u0412a",
        "\u6F22",
        "&amp;"
      })
  void signs_without_end_take_about_as_long_as_plain_text(String repeated) throws IOException {
    assertThatTimeIsLinear(repeated, SOME);
  }

  private static void assertThatTimeIsLinear(String repeated, int size) throws IOException {
    nanos(text(repeated, size / 10)); // warms up
    String text = text(repeated, size);
    int settledSize = Math.max(size, VietnameseCharFilter.settle(text).length()); // ½ is 1/2
    long plain = nanos(text(PLAIN, settledSize));
    long time = nanos(text);

    assertThat((double) time / plain)
        .as("times as long as plain text: %s", repeated)
        .isLessThan(MAX);
  }

  private static String text(String repeated, int size) {
    return repeated.repeat(size / repeated.length());
  }

  private static long nanos(String text) throws IOException {
    long start = System.nanoTime();
    Tokenizer tokenizer = new VietnameseTokenizer();
    tokenizer.setReader(new VietnameseCharFilter(new StringReader(text)));
    try (TokenStream stream =
        new SyllableBigramFilter(
            new VietnameseFoldingFilter(new VietnameseNormalizationFilter(tokenizer)))) {
      stream.reset();
      while (stream.incrementToken()) {
        // the time alone counts
      }
      stream.end();
    }
    return System.nanoTime() - start;
  }
}
