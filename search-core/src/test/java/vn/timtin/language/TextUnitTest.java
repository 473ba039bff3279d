package vn.timtin.language;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextUnitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hội nghị sơ kết | Hội nghị sơ kết",
        "ngày 17/5/2022, 19:30 ở Q.8 | ngày NUMBER PAUSE NUMBER ở Q NUMBER",
        "TP.HCM: kẹt xe. Lúc 7h | TP HCM BREAK kẹt xe BREAK Lúc NUMBER",
        "hơn 3.000 người… (theo 'Tin') | hơn NUMBER người BREAK PAUSE theo Tin PAUSE",
        "Hà Nội – Vinh - Huế -- xa | Hà Nội PAUSE Vinh PAUSE Huế PAUSE xa",
        "thanhnien.vn hết | thanhnien vn hết"
      })
  void text_is_words_numbers_and_pauses(String text, String expected) {
    String units =
        TextUnit.of(text).stream()
            .map(unit -> unit.kind() == TextUnit.Kind.WORD ? unit.in(text) : unit.kind().name())
            .collect(joining(" "));
    assertThat(units).isEqualTo(expected);
  }
}
