package vn.timtin.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {
  @ParameterizedTest
  @CsvSource({
    "hội ng, true, 'hội ng'",
    "hội nghị , false, 'hội nghị '",
    "'hội, ngh', true, 'hội ngh'",
    "TP.HCM, true, 'tp hcm'",
    "'', false, ' '",
  })
  void what_may_go_on_is_open_and_what_is_ended_has_a_space_after_it(
      String text, boolean isOpen, String from) {
    TypedText typed = TypedText.of(text.equals("hội nghị") ? "hội nghị " : text);

    assertThat(typed.isOpen()).isEqualTo(isOpen && !text.equals("hội nghị"));
    assertThat(typed.from(0)).isEqualTo(from);
  }

  @Test
  void a_decomposed_text_is_the_composed_one() {
    assertThat(TypedText.of(Normalizer.normalize("hội nghị", Normalizer.Form.NFD)))
        .isEqualTo(TypedText.of("hội nghị"));
  }

  @ParameterizedTest
  @CsvSource({
    "hooij nghij, hội nghị", // Telex
    "ho65i nghi5, hội nghị", // VNI
    "hooj, hộ", // the last syllable is under way
    "kĩ thuật, kỹ thuật",
    "công ti, công ty",
    "hội lý, hội lí",
  })
  void keystrokes_and_the_other_i_are_readings_too(String text, String reading) {
    assertThat(TypedText.of(text).readings())
        .extracting(TypedText::text)
        .startsWith(text)
        .contains(reading);
  }

  @Test
  void a_text_that_can_be_read_in_one_way_has_one_reading() {
    assertThat(TypedText.of("hội nghị").readings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "hoi, hội, SAME", // nothing was typed that could disagree
    "hội, hội nghị, SAME",
    "hội nghi, hội nghị, SAME", // the tone may still come
    "'hội nghi ', hội nghị, LEFT_OUT",
    "hôi, hội, SAME",
    "hồi, hội, OTHER",
  })
  void diacritics_agree_as_well_as_the_worst_of_the_syllables(
      String text, String phrase, Diacritics expected) {
    assertThat(TypedText.of(text).diacriticsAgainst(phrase, 0)).isEqualTo(expected);
  }

  @Test
  void what_stands_before_a_syllable_is_as_it_was_typed() {
    TypedText typed = TypedText.of("Ngày 5-8, hội ngh");

    assertThat(typed.syllables())
        .extracting(TypedText.Part::letters)
        .isEqualTo(List.of("ngày", "5", "8", "hội", "ngh"));
    assertThat(typed.before(3)).isEqualTo("Ngày 5-8, ");
    assertThat(typed.wordBefore(4)).isEqualTo("hội ");
    assertThat(typed.wordBefore(0)).isEmpty();
    assertThat(typed.letters()).isEqualTo(12);
  }

  @Property
  void syllables_lie_in_the_text_one_after_the_other(@ForAll String text) {
    TypedText typed = TypedText.of(text);

    int end = 0;
    for (TypedText.Part syllable : typed.syllables()) {
      assertThat(syllable.start()).isGreaterThanOrEqualTo(end);
      end = syllable.start() + 1;
      assertThat(typed.text().substring(syllable.start())).isNotEmpty();
    }
    assertThat(typed.readings()).isNotEmpty();
    assertThat(typed.readings().getFirst()).isEqualTo(typed);
  }
}
