package vn.timtin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.analysis.Syllable.Rime;
import vn.timtin.analysis.Syllable.Tone;

class SyllableTest {
  @ParameterizedTest
  @CsvSource({
    "nguyễn, ng u yê n NGA",
    "nghiêng, ngh - iê ng LEVEL",
    "tiếng, t - iê ng SAC",
    "việt, v - iê t NANG",
    "hòa, h o a - HUYEN",
    "ngoài, ng o a i HUYEN",
    "khuỷu, kh u y u HOI",
    "khuya, kh u ya - LEVEL",
    "thuở, th u ơ - HOI",
    "của, c - ua - HOI",
    "người, ng - ươ i HUYEN",
    "moóc, m - oo c SAC",
    "túi, t - u i SAC",
    "ý, - - y - SAC",
    "yêu, - - yê u LEVEL",
    "uy, - u y - LEVEL",
    "đắt, đ - ă t SAC",
  })
  void a_syllable_has_an_onset_a_glide_a_nucleus_a_coda_and_a_tone(String written, String parts) {
    assertThat(parts(written)).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource({
    "gì, gi - i - HUYEN",
    "gìn, gi - i n HUYEN",
    "giếng, gi - iê ng SAC",
    "giết, gi - iê t SAC",
    "giễu, gi - iê u NGA",
    "giê, gi - ê - LEVEL",
    "giữa, gi - ưa - NGA",
    "giũa, gi - ua - NGA",
    "già, gi - a - HUYEN",
    "giặc, gi - ă c NANG",
    "giữ, gi - ư - NGA",
    "giục, gi - u c NANG",
    "giường, gi - ươ ng HUYEN",
    "ghì, gh - i - HUYEN",
  })
  void the_i_of_gi_belongs_to_the_onset_and_stands_for_that_of_the_rime(
      String written, String parts) {
    assertThat(parts(written)).isEqualTo(parts);
    assertThat(Syllable.canonical(written)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "quá, qu - a - SAC",
    "quý, qu - y - SAC",
    "quỳnh, qu - y nh HUYEN",
    "quyết, qu - yê t SAC",
    "quơ, qu - ơ - LEVEL",
    "quốc, qu - ô c SAC",
  })
  void the_u_of_qu_belongs_to_the_onset(String written, String parts) {
    assertThat(parts(written)).isEqualTo(parts);
  }

  // Where the tone mark stands.

  @ParameterizedTest
  @ValueSource(
      strings = {"thuế", "tiếng", "thuở", "người", "quyển", "cửa", "mượn", "khuấy", "ngoặt"})
  void rule_1_the_tone_stands_on_the_letter_that_has_a_vowel_mark(String written) {
    assertCanonicalWhereverTheToneStands(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kìa", "nghĩa", "của", "giũa", "nữa", "múa", "ùa"})
  void rule_2_an_open_diphthong_bears_the_tone_on_its_first_letter(String written) {
    assertCanonicalWhereverTheToneStands(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"già", "giá", "quá", "quạ"})
  void rule_2_gia_and_qua_hold_no_diphthong(String written) {
    assertCanonicalWhereverTheToneStands(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"moóc", "voọc", "goòng"})
  void rule_3_a_double_o_bears_the_tone_on_the_second(String written) {
    assertCanonicalWhereverTheToneStands(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoàn", "toán", "ngoài", "xoáy", "khoét", "ngoằn",
        "ngoèo", "tuýp", "huỳnh", "khuỷu", "quà", "què",
        "quý", "quỳ", "quỹ"
      })
  void rule_4_after_a_glide_the_tone_stands_on_the_nucleus(String written) {
    assertCanonicalWhereverTheToneStands(written);
  }

  @ParameterizedTest
  @CsvSource({
    "hòa, hoà", "lõa, loã", "òa, oà",
    "khỏe, khoẻ", "què, què", "xòe, xoè",
    "thúy, thuý", "ủy, uỷ", "quý, quý"
  })
  void rule_5_the_styles_differ_in_open_oa_oe_and_uy_but_after_q(String oldStyle, String newStyle) {
    assertThat(parsed(newStyle)).isEqualTo(parsed(oldStyle)).hasToString(oldStyle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mái", "cháu", "dịu", "túi", "kéo", "gì", "ở", "này", "yếu", "cứu"})
  void rule_6_any_other_rime_has_one_vowel_for_the_tone(String written) {
    assertCanonicalWhereverTheToneStands(written);
  }

  @ParameterizedTest
  @CsvSource({
    "qúy, quý", "qùa, quà", "qúa, quá", "qủa, quả", "gía, giá",
    "gỉa, giả", "gìa, già", "cuả, của", "mùa, mùa", "cưả, cửa",
    "luá, lúa", "nghiã, nghĩa", "điạ, địa", "naỳ, này", "taị, tại",
    "yêú, yếu", "đựơc, được", "ngươì, người", "hòan, hoàn", "húê, huế",
    "thủơ, thuở", "móoc, moóc"
  })
  void a_tone_one_letter_off_is_put_right(String slip, String canonical) {
    assertThat(Syllable.canonical(slip)).isEqualTo(canonical);
  }

  // Which spellings are one syllable.

  @ParameterizedTest
  @CsvSource({
    "hi, hy", "kĩ, kỹ", "lí, lý", "mĩ, mỹ", "sĩ, sỹ",
    "tỉ, tỷ", "tị, tỵ", "quí, quý", "qui, quy", "quình, quỳnh",
    "quít, quýt", "quiết, quyết", "ki, ky"
  })
  void i_and_y_are_one_after_h_k_l_m_s_t_and_qu(String withI, String withY) {
    assertThat(Syllable.canonical(withI)).isEqualTo(withY);
    assertThat(Syllable.canonical(withY)).isEqualTo(withY);
  }

  @ParameterizedTest
  @CsvSource({
    "tai, tay", "lai, lay", "quai, quay", "túi, túy", "thúi, thúy", "lũi, lũy",
    "ý, í", "y, i", "ỷ, ỉ", "vy, vi", "vỹ, vĩ", "thy, thi"
  })
  void i_and_y_make_two_words_elsewhere(String one, String other) {
    assertThat(Syllable.canonical(one)).isEqualTo(one);
    assertThat(Syllable.canonical(other)).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({
    "nguời, người", "đuợc, được", "uớc, ước", "giuờng, giường", "đưòng, đường",
    "ngưòi, người", "thưở, thuở", "hươ, huơ", "iêu, yêu", "iên, yên"
  })
  void slips_that_hit_no_other_word_are_undone(String slip, String canonical) {
    assertThat(Syllable.canonical(slip)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "khuỷu", "ngoằn", "ngoèo", "thuở", "khuya", "quơ", "quới", "ngoao", "xoong", "oạp"
      })
  void rare_rimes_are_known(String written) {
    assertThat(parsed(written)).hasToString(written);
  }

  // What is left alone.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "café", "josé", "krông", "đắk", "olympic",
        "señor", "ñu", "über", "façade", "đ", "giin",
        "nghiêngg", "hộihọp", "covid", "1954", "h'hen", "quia",
        "quiz", "xã hội"
      })
  void what_is_no_syllable_is_left_as_it_is(String term) {
    assertThat(Syllable.parse(term)).isEmpty();
    assertThat(Syllable.canonical(term)).isSameAs(term);
  }

  @Test
  void two_different_tones_are_left_as_they_are() {
    assertThat(Syllable.parse("hòá")).isEmpty();
    assertThat(Syllable.parse("ho\u0300\u0301a")).isEmpty();
  }

  @Test
  void a_tone_that_is_written_twice_counts_once() {
    assertThat(Syllable.canonical("hòà")).isEqualTo("hòa");
    assertThat(Syllable.canonical("tiế\u0301ng")).isEqualTo("tiếng");
  }

  @Test
  void a_long_token_is_left_as_it_is() {
    String term = "nghiêng".repeat(1_000);

    assertThat(Syllable.canonical(term)).isSameAs(term);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nguoi", "duoc", "tieng", "quyet", "quiet", "uong", "ieu", "thuo"})
  void unmarked_letters_whose_vowels_need_a_mark_are_left_as_they_are(String unmarked) {
    assertThat(Syllable.canonical(unmarked)).isEqualTo(unmarked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bat", "hoc", "dep", "hoa", "ngoai", "gia", "tuy"})
  void unmarked_letters_that_are_a_rime_are_a_syllable_without_tone(String unmarked) {
    assertThat(parsed(unmarked).tone()).isEqualTo(Tone.LEVEL);
    assertThat(Syllable.canonical(unmarked)).isEqualTo(unmarked);
  }

  // Which syllables there can be.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "học", "đẹp", "bát", "sách", "kẻ", "cá",
        "quê", "ghế", "gà", "nghe", "ngà", "nguyễn",
        "gì", "giếng", "giữa", "quốc", "quỳnh", "yêu",
        "ý", "vy", "uyên", "khuya", "loét", "hy"
      })
  void a_vietnamese_syllable_is_possible(String written) {
    assertThat(parsed(written).isPossible()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hoc", "hòc", "đẽp", "bảt", "sach", "đươc", "môt", "nghiêp"})
  void a_stop_as_coda_needs_sac_or_nang(String written) {
    assertThat(parsed(written).isPossible()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kạn", "cẻ", "cỳ", "coa", "gế", "ghà",
        "nge", "nghành", "tyến", "hỳnh", "quong", "buýt",
        "voan", "phuy", "muỳ"
      })
  void onset_and_rime_must_go_together(String written) {
    assertThat(parsed(written).isPossible()).isFalse();
  }

  @Test
  void a_syllable_that_is_read_as_another_is_not_possible() {
    assertThat(new Syllable("g", new Rime("", "i", ""), Tone.LEVEL).isPossible()).isFalse();
    assertThat(new Syllable("gi", new Rime("", "ia", ""), Tone.LEVEL).isPossible()).isFalse();
    assertThat(new Syllable("h", new Rime("", "i", ""), Tone.LEVEL).isPossible()).isFalse();
  }

  @Test
  void unknown_parts_are_rejected() {
    var rime = new Rime("", "a", "ng");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Syllable("f", rime, Tone.LEVEL))
        .withMessageContaining("onset must be empty or one of")
        .withMessageEndingWith(": f");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Syllable("b", new Rime("", "a", "k"), Tone.LEVEL))
        .withMessageEndingWith(": ak");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Syllable("b", new Rime("", "u", "y"), Tone.LEVEL))
        .withMessageEndingWith(": uy");
  }

  // Encodings of the diacritics.

  @ParameterizedTest
  @ValueSource(strings = {"tiếng", "việt", "được", "đường", "hòa", "ngoằn", "nguyễn"})
  void decomposed_and_half_composed_text_gives_the_same(String written) {
    String decomposed = Normalizer.normalize(written, Normalizer.Form.NFD);

    assertThat(Syllable.canonical(decomposed)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "e\u0301\u0302, ế",
    "\u00e9\u0302, ế",
    "\u00e0\u0306n, ằn",
    "e\u0302\u0323, ệ",
    "\u1eb9\u0302, ệ",
    "\u00f3\u031b, ớ",
    "\u00ea\u0301, ế",
    "a\u0341, á"
  })
  void marks_may_come_in_any_order(String mixed, String canonical) {
    assertThat(Syllable.canonical(mixed)).isEqualTo(canonical);
  }

  // Laws, on every onset with every rime and every tone.

  @Test
  void both_styles_and_normal_forms_read_back_as_what_was_printed() {
    for (Syllable syllable : all()) {
      String printed = syllable.toString();

      assertThat(Normalizer.isNormalized(printed, Normalizer.Form.NFC)).isTrue();
      assertThat(Syllable.parse(Normalizer.normalize(printed, Normalizer.Form.NFD)))
          .isEqualTo(Syllable.parse(printed));
      if (syllable.isPossible()) {
        assertThat(Syllable.parse(printed)).contains(syllable);
      }
    }
  }

  @Test
  void canonical_is_idempotent_and_changes_no_folded_form_but_for_y() {
    for (Syllable syllable : all()) {
      String written = syllable.toString();
      String canonical = Syllable.canonical(written);

      assertThat(Syllable.canonical(canonical)).isEqualTo(canonical);
      assertThat(Folding.fold(canonical).replace('y', 'i'))
          .isEqualTo(Folding.fold(written).replace('y', 'i'));
    }
  }

  @Test
  void no_two_possible_syllables_share_a_spelling() {
    List<String> spellings =
        all().stream().filter(Syllable::isPossible).map(Syllable::toString).toList();

    assertThat(spellings).doesNotHaveDuplicates().hasSizeGreaterThan(10_000);
  }

  /** Every syllable whose parts are in the tables, possible or not. */
  private static List<Syllable> all() {
    var all = new ArrayList<Syllable>();
    for (Rime rime : Syllable.RIMES.values()) {
      for (Tone tone : Tone.values()) {
        all.add(new Syllable("", rime, tone));
        Syllable.ONSETS.forEach(onset -> all.add(new Syllable(onset, rime, tone)));
      }
    }
    return all;
  }

  private static Syllable parsed(String written) {
    return Syllable.parse(written).orElseThrow();
  }

  /** Yields onset, glide, nucleus, coda and tone, with - for each that is absent. */
  private static String parts(String written) {
    return Syllable.parse(written)
        .map(
            syllable ->
                String.join(
                    " ",
                    orDash(syllable.onset()),
                    orDash(syllable.rime().glide()),
                    syllable.rime().nucleus(),
                    orDash(syllable.rime().coda()),
                    syllable.tone().name()))
        .orElse("-");
  }

  private static String orDash(String part) {
    return part.isEmpty() ? "-" : part;
  }

  private static void assertCanonicalWhereverTheToneStands(String written) {
    Syllable syllable = parsed(written);
    String level = new Syllable(syllable.onset(), syllable.rime(), Tone.LEVEL).toString();

    assertThat(syllable).hasToString(written);
    for (int i = 0; i < level.length(); i++) {
      if ("aeiouy".indexOf(Folding.fold(level.charAt(i))) >= 0) {
        String moved = new StringBuilder(level).insert(i + 1, syllable.tone().mark()).toString();
        assertThat(Syllable.canonical(moved)).as(moved).isEqualTo(written);
      }
    }
  }

  /** The terms of bigrams in the index are numbers of this list. */
  @Test
  void the_words_of_bigrams_are_the_possible_syllables_and_the_letters() throws IOException {
    Set<String> possible = new TreeSet<>();
    List<String> onsets = new ArrayList<>(Syllable.ONSETS);
    onsets.add("");
    for (String onset : onsets) {
      for (Syllable.Rime rime : Syllable.RIMES.values()) {
        var syllable = new Syllable(onset, rime, Syllable.Tone.SAC); // it goes with every coda
        if (syllable.isPossible()) {
          possible.add(Folding.fold(syllable.toString()));
        }
      }
    }
    for (char letter = 'a'; letter <= 'z'; letter++) {
      possible.add(String.valueOf(letter));
    }
    String words =
        Files.readString(
            Path.of("../search-core/src/main/resources/vn/timtin/lucene/codec/bigram-words.txt"));
    assertThat(words.trim().split("\\s+")).containsExactlyElementsOf(possible);
  }
}
