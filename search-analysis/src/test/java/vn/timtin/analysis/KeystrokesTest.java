package vn.timtin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeystrokesTest {
  private static String decoded(String word) {
    return Keystrokes.decode(word).map(Keystrokes.Decoded::text).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "hooij, hội",
    "hooji, hội",
    "tieengs, tiếng",
    "tieesng, tiếng",
    "tienges, tiếng",
    "Vietej, Việt",
    "dduwowngf, đường",
    "duongdwf, đường",
    "nguwowfi, người",
    "ngwowif, người",
    "nguowif, người",
    "ddi, đi",
    "ddeer, để",
    "nhuwng, nhưng",
    "thuowr, thuở",
    "muwa, mưa",
    "muaw, mưa",
    "quawng, quăng",
    "huuw, hưu",
    "hoawcj, hoặc",
    "hoaf, hòa",
    "khoer, khỏe",
    "quyr, quỷ",
    "gif, gì",
    "giuwx, giữ",
    "nghieeng, nghiêng",
    "khuyeens, khuyến",
    "tws, tứ",
    "VIEETJ, VIỆT",
    "Nams, Nám",
    "DDawks, Đắk",
    "chuyeenj, chuyện"
  })
  void telex_keys_make_a_syllable_wherever_they_stand(String keys, String syllable) {
    assertThat(decoded(keys)).isEqualTo(syllable);
  }

  @ParameterizedTest
  @CsvSource({
    "ho6i5, hội",
    "hoi65, hội",
    "ho65i, hội",
    "d9uong72, đường",
    "d9u7o7ng2, đường",
    "tie6ng1, tiếng",
    "Vie6t5, Việt",
    "ngu7o7i2, người",
    "mu7a, mưa",
    "a8n, ăn",
    "d9i, đi",
    "La8k1, Lắk",
    "quy4, quỹ",
    "HA2, HÀ"
  })
  void vni_digits_make_a_syllable_wherever_they_stand(String keys, String syllable) {
    assertThat(Keystrokes.decode(keys))
        .isEqualTo(Optional.of(new Keystrokes.Decoded(syllable, true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "power", "tower", "awards", "Cooper", "books", "windows", "class", "office", "france",
        "roma", "sigma", "ass", "aaa", "hoc", "hoi", "nghi", "a9", "7up", "covid19", "mh370",
        "h5n1", "s", "w3", "dd", "", "xyz", "http", "ddd", "hoaz"
      })
  void other_words_make_none(String word) {
    assertThat(decoded(word)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"beer, true", "box, false", "six, false", "tuw, true", "ddi, true", "cos, false"})
  void keys_are_certain_where_no_other_text_has_them(String word, boolean certain) {
    assertThat(Keystrokes.decode(word).orElseThrow().isCertain()).isEqualTo(certain);
  }

  @ParameterizedTest
  @CsvSource({
    "hooj, hộ",
    "hoo, hô",
    "hooij, hội",
    "dd, đ",
    "dduw, đư",
    "dduwow, đươ",
    "nghiee, nghiê",
    "nghieej, nghiê", // no syllable yet
    "ho65, hộ",
    "Vieet, Viêt",
    "VIEET, VIÊT",
    "ngh, ngh",
    "hoi, hoi",
    "box, bõ",
    "boxing, boxing",
    "f, f"
  })
  void keys_under_way_make_the_letters_so_far(String keys, String letters) {
    assertThat(Keystrokes.decodeBeginning(keys)).isEqualTo(letters);
  }
}
