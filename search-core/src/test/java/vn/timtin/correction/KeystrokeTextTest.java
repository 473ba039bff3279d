package vn.timtin.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeystrokeTextTest {
  private static final Set<String> IN_USE =
      Set.of("hội", "nghị", "việt", "nam", "bão", "beer", "bể", "box", "bõ", "của", "nước");

  private static Map<String, String> decode(String... texts) throws IOException {
    return KeystrokeText.decode(
        List.of(texts),
        words -> words.stream().mapToDouble(word -> IN_USE.contains(word) ? 10 : 0).toArray(),
        1);
  }

  @ParameterizedTest
  @CsvSource({
    "hooji nghij, hội nghị",
    "hooij nghij, hội nghị",
    "ho65i nghi5, hội nghị",
    "vieejt nam, việt nam",
    "viet65 nam, việt nam",
    "cuar nuowcs, của nước",
  })
  void a_text_that_was_typed_as_keystrokes_is_what_they_make(String typed, String meant)
      throws IOException {
    assertThat(KeystrokeText.replaceWords(typed, decode(typed))).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoi nghi", // letters without diacritics
        "box", // one word that is in use itself
        "beer",
        "hội nghij", // nobody types both
        "u23 viet nam",
        "2020",
        "world cup final score",
        "hooji zzz qqq www", // what is no syllable speaks against it
      })
  void other_texts_stay_as_they_are(String typed) throws IOException {
    assertThat(decode(typed)).isEmpty();
  }

  @Test
  void the_words_of_all_texts_are_weighed_together() throws IOException {
    assertThat(decode("hooji", "nghij")).isEqualTo(Map.of("hooji", "hội", "nghij", "nghị"));
  }

  @Test
  void the_use_of_all_words_is_asked_for_at_once_and_only_of_those_that_make_something()
      throws IOException {
    List<List<String>> asked = new ArrayList<>();
    KeystrokeText.decode(
        List.of("hooji nghij nam 2020", "hooji"),
        words -> {
          asked.add(words);
          return new double[words.size()];
        },
        1);

    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst()).containsExactlyInAnyOrder("hooji", "nghij", "hội", "nghị");
    KeystrokeText.decode(
        List.of("nam 2020"),
        words -> {
          throw new AssertionError("nothing is made of " + words);
        },
        1);
  }

  @Test
  void what_nobody_writes_is_not_made_of_keys() throws IOException {
    assertThat(KeystrokeText.decode(List.of("hooji nghij"), words -> new double[words.size()], 1))
        .isEmpty();
  }

  @Test
  void only_whole_words_are_replaced() {
    assertThat(KeystrokeText.replaceWords("nam, nam-việt; namm", Map.of("nam", "năm")))
        .isEqualTo("năm, năm-việt; namm");
    assertThat(KeystrokeText.replaceWords("$1 nam", Map.of("nam", "$0\\"))).isEqualTo("$1 $0\\");
  }
}
