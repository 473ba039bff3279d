package vn.timtin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseCharFilterTest {
  private static final String PLAIN =
      "Hội nghị sơ kết ngày 11/8/2020 ở Đắk Lắk, TP.HCM: 7,5% - không, 7 %? Özil café ngoằn ngoèo.\n";

  @ParameterizedTest
  @CsvSource({
    "e\u0302\u0301, ế",
    "e\u0301\u0302, ế",
    "\u00E9\u0302, ế",
    "\u00EA\u0301, ế",
    "e\u0323\u0302, ệ",
    "e\u0302\u0323, ệ",
    "\u1EB9\u0302, ệ",
    "o\u031B\u0323, ợ",
    "\u00F3\u031B, ớ",
    "a\u0300\u0306, ằ",
    "o\u0303\u0302, ỗ",
    "E\u0301\u0302, Ế",
    "ne\u0341m, ném",
    "xa\u0340, xà",
    "\u1EBF\u0301, ế",
    "a\u0301\u0301\u0301, á",
  })
  void a_letter_has_one_form_in_whatever_order_its_marks_came(String given, String settled) {
    assertThat(VietnameseCharFilter.settle(given)).isEqualTo(settled);
  }

  @Test
  void a_letter_with_two_tones_is_not_vietnamese_and_stays() {
    assertThat(VietnameseCharFilter.settle("a\u0301\u0300")).isEqualTo("\u00E1\u0300");
  }

  @ParameterizedTest
  @CsvSource({
    "ðường, đường",
    "Ði, Đi",
    "ɖi, đi",
    "Ɖi, Đi",
    "d\u0335i, đi",
    "D\u0336i, Đi",
    "trƣờng, trường",
    "TRƢỜNG, TRƯỜNG",
    "vıệt, việt",
    "30ºC, 30°C",
    "\u0422H\u041ENG B\u0410N, THONG BAN",
    "\u041C\u041E\u0421\u041A\u0412\u0410, \u041C\u041E\u0421\u041A\u0412\u0410",
  })
  void look_alikes_become_the_letter_that_is_meant(String given, String settled) {
    assertThat(VietnameseCharFilter.settle(given)).isEqualTo(settled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u00AD", "\uFEFF", "\u2060", "\u202A",
        "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"
      })
  void invisible_characters_are_dropped_and_part_nothing(String invisible) throws IOException {
    String given = invisible + "tr" + invisible + "uyề" + invisible + "n";
    VietnameseCharFilter filter = filter(given, 4096);

    assertThat(readAll(filter, 4096)).isEqualTo("truyền");
    assertThat(filter.correctOffset(6)).isEqualTo(given.length());
    assertThat(filter.correctOffset(3)).isEqualTo(5); // the u of uyề
  }

  @Test
  void an_invisible_character_may_stand_between_a_letter_and_its_mark() {
    assertThat(VietnameseCharFilter.settle("e\u200B\u0302\u00AD\u0301")).isEqualTo("ế");
  }

  @ParameterizedTest
  @CsvSource({
    "ＲＯＢＯ１２, ROBO12",
    "７．５％, 7.5%",
    "m², m2",
    "km³, km3",
    "½, 1/2",
    "ﬁlm, film",
    "“a” «b» „c‟, '\"a\" \"b\" \"c\"'",
    "Cư M’gar, Cư M@gar",
    "Cư Mʼgar, Cư M@gar",
    "102–KL/TW, 102-KL/TW",
    "a‐b‑c‒d—e―f−g⁃h, a-b-c-d-e-f-g-h",
    "1\u202F200, 1\u00A0200",
    "1\u3000200, 1\u00A0200",
    "1\u2009200, 1\u00A0200",
  })
  void other_forms_of_plain_characters_become_these(String given, String settled) {
    assertThat(VietnameseCharFilter.settle(given)).isEqualTo(settled.replace("@", "'"));
  }

  @Test
  void what_is_plain_is_the_same_text() {
    assertThat(VietnameseCharFilter.settle(PLAIN)).isSameAs(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 4096})
  void plain_text_passes_unchanged_in_chunks_of_any_size(int chunk) throws IOException {
    VietnameseCharFilter filter = filter(PLAIN, chunk);

    assertThat(readAll(filter, chunk)).isEqualTo(PLAIN);
    for (int i = 0; i <= PLAIN.length(); i++) {
      assertThat(filter.correctOffset(i)).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 4096})
  void a_mark_at_the_border_of_a_chunk_belongs_to_the_letter_before_it(int chunk)
      throws IOException {
    for (int before = 0; before < 9; before++) {
      String given = "x".repeat(before) + "e\u0301\u0302" + "nd\u0335";
      for (int readAtOnce : new int[] {1, 2, 3, 7, 4096}) {
        VietnameseCharFilter filter = filter(given, chunk);

        assertThat(readAll(filter, readAtOnce)).isEqualTo("x".repeat(before) + "ếnđ");
        assertThat(filter.correctOffset(before)).isEqualTo(before);
        assertThat(filter.correctOffset(before + 1)).isEqualTo(before + 3);
        assertThat(filter.correctOffset(before + 3)).isEqualTo(before + 6);
      }
    }
  }

  @Test
  void offsets_of_decomposed_text_point_after_the_marks_of_each_letter() throws IOException {
    String text = "Hội nghị quần chúng";
    String decomposed = Normalizer.normalize(text, Form.NFD);
    VietnameseCharFilter filter = filter(decomposed, 4096);

    assertThat(readAll(filter, 4096)).isEqualTo(text);
    for (int i = 0; i <= text.length(); i++) {
      int given = Normalizer.normalize(text.substring(0, i), Form.NFD).length();
      assertThat(filter.correctOffset(i)).as("offset %d", i).isEqualTo(given);
    }
  }

  @Test
  void what_is_inside_a_character_that_became_several_ends_where_that_one_ends()
      throws IOException {
    VietnameseCharFilter filter = filter("a½b", 4096);

    assertThat(readAll(filter, 4096)).isEqualTo("a1/2b");
    assertThat(IntStream.rangeClosed(0, 5).map(filter::correctOffset))
        .containsExactly(0, 1, 2, 2, 2, 3);
  }

  @Test
  void one_character_at_a_time_is_the_same_text() throws IOException {
    VietnameseCharFilter filter = filter("e\u0301\u0302½", 4096);
    var read = new StringBuilder();
    for (int c = filter.read(); c != -1; c = filter.read()) {
      read.append((char) c);
    }

    assertThat(read).hasToString("ế1/2");
  }

  /** Filters what a reader gives that never gives more than {@code chunk} characters at once. */
  private static VietnameseCharFilter filter(String text, int chunk) {
    return new VietnameseCharFilter(
        new FilterReader(new StringReader(text)) {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, chunk));
          }
        });
  }

  private static String readAll(Reader reader, int atOnce) throws IOException {
    var text = new StringBuilder();
    char[] buffer = new char[atOnce];
    int empty = 0;
    for (int read = reader.read(buffer, 0, atOnce);
        read != -1;
        read = reader.read(buffer, 0, atOnce)) {
      empty = read == 0 ? empty + 1 : 0;
      assertThat(empty).as("reads of nothing in a row").isLessThan(3);
      text.append(buffer, 0, read);
    }
    return text.toString();
  }
}
