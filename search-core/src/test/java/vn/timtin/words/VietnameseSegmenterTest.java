package vn.timtin.words;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseSegmenterTest {
  private static final VietnameseSegmenter SEGMENTER = VietnameseSegmenter.ofNews();

  private static String segmented(String text) {
    var line = new StringBuilder();
    SEGMENTER.segment(text, line);
    return line.toString();
  }

  /** The characters that no white space and no joining changes. */
  private static String bare(String text) {
    var bare = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> c != '_' && c != 0x85)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static void assertUnchanged(String text) {
    assertThat(bare(segmented(text))).isEqualTo(bare(text));
    int end = 0;
    for (Word word : SEGMENTER.segment(text)) {
      assertThat(word.start()).isGreaterThanOrEqualTo(end);
      end = word.end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thủ đô Hà Nội, ngày 23-3 | Thủ_đô Hà_Nội , ngày 23-3",
        "Hội nghị sơ kết công tác | Hội_nghị sơ_kết công_tác",
        "Chủ tịch xã Bùi Văn Luyến nói | Chủ_tịch xã Bùi_Văn_Luyến nói",
        "giá xăng giảm 7,5% | giá xăng giảm 7,5%",
        "'' | ''"
      })
  void syllables_of_a_word_are_joined(String text, String words) {
    assertThat(segmented(text)).isEqualTo(words);
  }

  @Test
  void words_point_into_the_text() {
    String text = "  Thủ đô  Hà Nội.";
    List<Word> words = SEGMENTER.segment(text);
    assertThat(words.stream().map(w -> text.substring(w.start(), w.end())).collect(joining("|")))
        .isEqualTo("Thủ đô|Hà Nội|.");
  }

  @Test
  void spellings_of_a_syllable_are_one() {
    assertThat(segmented("hoà bình và thuỷ lợi")).isEqualTo("hoà_bình và thuỷ_lợi");
    assertThat(segmented("hòa bình và thủy lợi")).isEqualTo("hòa_bình và thủy_lợi");
    String decomposed = Normalizer.normalize("Thủ đô Hà Nội", Normalizer.Form.NFD);
    assertThat(Normalizer.normalize(segmented(decomposed), Normalizer.Form.NFC))
        .isEqualTo("Thủ_đô Hà_Nội");
  }

  @Test
  void tokens_of_one_word_are_told() {
    String text = "Sáng nay, TP.HCM có hội nghị “nông dân” ";
    var tokens = vn.timtin.analysis.VietnameseAnalyzer.words(text);
    assertThat(
            SEGMENTER.joined(text, tokens).stream()
                .mapToObj(i -> tokens.get(i - 1).exact() + " " + tokens.get(i).exact()))
        .contains("hội nghị", "nông dân")
        .doesNotContain("có hội", "nghị nông", "nay tp");
    assertThat(SEGMENTER.joined("", List.of()).isEmpty()).isTrue();
  }

  @Property(tries = 500)
  void any_text_is_taken_and_not_changed(@ForAll String text) {
    assertUnchanged(text);
  }

  @Test
  void pieces_of_text_in_any_order_are_not_changed() {
    String[] pieces = {
      "Hà Nội",
      " ",
      "hoà bình",
      "😀",
      "👨‍👩‍👧",
      "中文字",
      "\u0000",
      "\u0301",
      "\uD800",
      "\uDC00",
      "_",
      ".",
      "...",
      ",",
      "7,5",
      "%",
      "TP.",
      "\n",
      "\u00a0",
      "\u200b",
      "LBKT",
      "x-y",
      "10:30",
      "http://a.vn/?x=1"
    };
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        assertUnchanged(text.toString());
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"a", "'hà nội '", ".", "a.", "x-", "😀", "'nội,'"})
  void time_grows_with_the_length_of_the_text_alone(String piece) {
    String often = piece.repeat(1_000_000 / piece.length());
    String once = often.substring(0, often.length() / 8);
    segmented(often);
    long began = System.nanoTime();
    segmented(once);
    long ofOne = System.nanoTime() - began;
    began = System.nanoTime();
    segmented(often);
    assertThat(System.nanoTime() - began).isLessThan(40 * Math.max(ofOne, 5_000_000));
  }
}
