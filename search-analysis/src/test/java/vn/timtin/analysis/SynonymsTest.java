package vn.timtin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {
  @TempDir Path directory;

  private Synonyms of(String... lines) throws Exception {
    return Synonyms.read(file(lines), 0.5);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(directory.resolve("own.txt"), List.of(lines), StandardCharsets.UTF_8);
  }

  /** Yields the alternatives of each match as text. */
  private static List<String> alternatives(Synonyms synonyms, String query) {
    return synonyms.find(VietnameseAnalyzer.tokens(query)).stream()
        .flatMap(match -> match.alternatives().stream())
        .map(alternative -> String.join(" ", alternative.terms()))
        .toList();
  }

  @Test
  void all_entries_of_a_line_find_each_other() throws Exception {
    Synonyms synonyms = of("htx, hợp tác xã, hợp tác");

    assertThat(alternatives(synonyms, "htx bưởi")).containsExactly("hợp tác xã", "hợp tác");
    assertThat(alternatives(synonyms, "bưởi hợp tác xã")).containsExactly("htx", "hợp tác");
    assertThat(alternatives(synonyms, "bưởi da xanh")).isEmpty();
  }

  @Test
  void an_arrow_goes_one_way() throws Exception {
    Synonyms synonyms = of("corona => covid, covid19");

    assertThat(alternatives(synonyms, "corona")).containsExactly("covid", "covid19");
    assertThat(alternatives(synonyms, "covid")).isEmpty();
  }

  @Test
  void a_match_tells_its_words_and_the_weight_of_what_else_they_are_called() throws Exception {
    List<Synonyms.Match> matches =
        of("htx, hợp tác xã").find(VietnameseAnalyzer.tokens("xã viên hợp tác xã bưởi"));

    assertThat(matches)
        .containsExactly(
            new Synonyms.Match(
                2, 5, List.of(new Synonyms.Alternative(List.of("htx"), 0.5)), false));
  }

  @Test
  void the_longest_match_is_taken_and_no_word_is_in_two() throws Exception {
    Synonyms synonyms = of("ubnd, ủy ban nhân dân", "cand, công an nhân dân", "nd, nhân dân");

    assertThat(alternatives(synonyms, "ủy ban nhân dân")).containsExactly("ubnd");
    assertThat(alternatives(synonyms, "báo nhân dân")).containsExactly("nd");
    assertThat(alternatives(synonyms, "ủy ban nhân dân công an nhân dân"))
        .containsExactly("ubnd", "cand");
  }

  @Test
  void what_has_no_other_name_hides_no_shorter_one() throws Exception {
    Synonyms synonyms = of("nhân dân nhật báo => nhân dân nhật báo", "nd, nhân dân");

    assertThat(alternatives(synonyms, "nhân dân nhật báo")).containsExactly("nd");
  }

  @ParameterizedTest
  @CsvSource({
    "HĐND, hội đồng nhân dân",
    "hđnd, hội đồng nhân dân",
    "hdnd, hội đồng nhân dân",
    "HDND, hội đồng nhân dân",
    "hoi dong nhan dan, hđnd",
    "HỘI ĐỒNG NHÂN DÂN, hđnd",
    "hội đồng nhan dan, hđnd",
  })
  void an_abbreviation_and_its_long_form_are_found_without_marks_in_any_case(
      String query, String found) throws Exception {
    assertThat(alternatives(of("HĐND, hội đồng nhân dân"), query)).containsExactly(found);
  }

  @Test
  void spelling_does_not_matter_on_either_side() throws Exception {
    Synonyms synonyms = of("ktx, kí túc xá", "ubnd, uỷ ban nhân dân");

    assertThat(alternatives(synonyms, "ký túc xá")).containsExactly("ktx");
    assertThat(alternatives(synonyms, "ubnd")).containsExactly("ủy ban nhân dân");
    assertThat(alternatives(synonyms, "u\u0309y ban nhân dân")).containsExactly("ubnd");
  }

  @Test
  void a_syllable_needs_its_marks() throws Exception {
    Synonyms synonyms = of("úc, australia");

    assertThat(alternatives(synonyms, "Úc")).containsExactly("australia");
    assertThat(alternatives(synonyms, "uc")).isEmpty();
    assertThat(alternatives(synonyms, "ức")).isEmpty();
    assertThat(alternatives(synonyms, "australia")).containsExactly("úc");
  }

  @Test
  void other_marks_are_another_word() throws Exception {
    assertThat(alternatives(of("hđnd, hội đồng nhân dân"), "hồi đồng nhân dân")).isEmpty();
  }

  @Test
  void a_whole_that_stands_at_the_place_of_its_parts_is_found() throws Exception {
    Synonyms synonyms = of("gdđt, giáo dục và đào tạo");

    for (String query : List.of("GD-ĐT", "GD&ĐT", "GD - ĐT", "gdđt", "gd-dt")) {
      assertThat(alternatives(synonyms, query)).as(query).containsExactly("giáo dục và đào tạo");
    }
  }

  @Test
  void a_key_with_a_dot_stands_for_what_the_tokenizer_took_for_an_abbreviation() throws Exception {
    Synonyms synonyms = of("ts., tiến sĩ", "kl-, kết luận");

    assertThat(alternatives(synonyms, "TS Lê Văn An")).containsExactly("tiến sỹ");
    assertThat(alternatives(synonyms, "ts lê văn an")).isEmpty();
    assertThat(alternatives(synonyms, "tiến sĩ")).containsExactly("ts.");
    assertThat(alternatives(synonyms, "98-KL/TW")).containsExactly("kết luận");
    assertThat(alternatives(synonyms, "KL")).isEmpty();
  }

  @Test
  void another_name_of_a_part_of_a_whole_is_none_of_all_of_it() throws Exception {
    Synonyms synonyms = of("gdđt, giáo dục và đào tạo", "kl-, kết luận");

    assertThat(synonyms.find(VietnameseAnalyzer.tokens("98-KL/TW")).getFirst().isPart()).isTrue();
    assertThat(synonyms.find(VietnameseAnalyzer.tokens("GD-ĐT")).getFirst().isPart()).isFalse();
  }

  @Test
  void these_and_those_are_both_found() throws Exception {
    Synonyms synonyms = of("htx, hợp tác xã").and(of("htx, hợp tác")).and(Synonyms.NONE);

    assertThat(alternatives(synonyms, "htx")).containsExactly("hợp tác xã", "hợp tác");
    assertThat(alternatives(Synonyms.NONE, "htx")).isEmpty();
  }

  @Test
  void comments_and_blank_lines_say_nothing() throws Exception {
    assertThat(alternatives(of("# htx, a", "", "  ", "htx, hợp tác xã"), "htx"))
        .containsExactly("hợp tác xã");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "htx | one entry alone has no synonym",
        "a => b => c | more than one =>",
        "htx, | an entry has no word",
        "htx => | an entry has no word",
        "=> htx | an entry has no word",
        "htx, ?! | an entry has no word",
      })
  void a_wrong_line_is_named_with_the_reason(String line, String reason) throws Exception {
    Path file = file("# own", "ubnd, ủy ban nhân dân", line);

    assertThatThrownBy(() -> Synonyms.read(file, 1))
        .isInstanceOf(SynonymsException.class)
        .hasMessageStartingWith(file + ":3: " + reason);
  }

  @Test
  void a_file_in_another_encoding_is_named() throws Exception {
    Path file = directory.resolve("own.txt");
    Files.write(file, new byte[] {'a', ',', (byte) 0xE0, '\n'});

    assertThatThrownBy(() -> Synonyms.read(file, 1))
        .isInstanceOf(SynonymsException.class)
        .hasMessage(file + ": not in UTF-8");
  }

  @Test
  void the_built_in_ones_know_abbreviations_places_and_loan_words() {
    Synonyms builtIn = Synonyms.builtIn();

    assertThat(alternatives(builtIn, "ubnd")).contains("ủy ban nhân dân");
    assertThat(alternatives(builtIn, "Sapa")).contains("sa pa");
    assertThat(alternatives(builtIn, "vaccine")).contains("vắc xin");
    assertThat(alternatives(builtIn, "ca phường")).doesNotContain("công an");
    assertThat(alternatives(builtIn, "CA phường")).contains("công an");
  }
}
