package vn.timtin.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiacriticsTest {
  @ParameterizedTest
  @CsvSource({
    "hội, hội, SAME",
    "hoi, hoi, SAME",
    "hoà, hòa, SAME", // wherever the tone stands
    "hôi, hội, LEFT_OUT",
    "hoi, hội, LEFT_OUT",
    "họi, hội, LEFT_OUT", // the hat is missing
    "di, đi, LEFT_OUT",
    "hồi, hội, OTHER",
    "hơi, hôi, OTHER",
    "hôi, hoi, OTHER",
    "đi, di, OTHER",
    "hó, hò, OTHER"
  })
  void whole_syllables_agree_by_letters_and_tone(
      String typed, String meant, Diacritics diacritics) {
    assertThat(Diacritics.of(typed, meant, true)).isEqualTo(diacritics);
  }

  @ParameterizedTest
  @CsvSource({
    "ng, nghị, SAME",
    "nghi, nghị, SAME", // the tone comes last
    "hô, hội, SAME",
    "ho, hội, LEFT_OUT",
    "hộ, hội, SAME",
    "hồ, hội, OTHER",
    "hòa, hoàn, SAME" // the tone moves on with the next letter
  })
  void of_a_syllable_under_way_the_tone_may_still_come(
      String typed, String meant, Diacritics diacritics) {
    assertThat(Diacritics.of(typed, meant, false)).isEqualTo(diacritics);
  }
}
