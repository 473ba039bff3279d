package vn.timtin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any text, Vietnamese or not. */
class AnalysisPropertiesTest {
  private static final String LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐEÊIOÔƠUƯYTPQH";
  private static final String MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B\u0335";
  private static final String ODD =
      "\u200B\u00AD\uFEFF\u00A0\u3000ðÐƣŁ½²ﬁ“’–…％７ＡВТ漢\uD83C\uDF27\uFE0F";
  private static final String SIGNS = "0123456789 .,:;-/&@#$%+()'\"\n_*";

  /** Letters of Vietnamese with diacritics, and what stands between them. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> letters = oneOf(LETTERS).ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> marks = oneOf(MARKS).ofMaxLength(3);
    Arbitrary<String> others = oneOf(ODD + SIGNS).ofMaxLength(3);
    Arbitrary<String> pieces =
        Combinators.combine(letters, marks, others).as((a, b, c) -> a + b + c);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, pieces.list().ofMaxSize(20).map(list -> String.join("", list))),
        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(60)));
  }

  private static net.jqwik.api.arbitraries.StringArbitrary oneOf(String characters) {
    return Arbitraries.strings().withChars(characters.toCharArray());
  }

  private static List<String> terms(String text) {
    return VietnameseAnalyzer.tokens(text).stream().map(TextToken::exact).toList();
  }

  @Property
  void settling_what_is_settled_changes_nothing(@ForAll("texts") String text) {
    String settled = VietnameseCharFilter.settle(text);

    assertThat(VietnameseCharFilter.settle(settled)).isEqualTo(settled);
  }

  @Property
  void composed_and_decomposed_text_gives_the_same_terms(@ForAll("texts") String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertThat(terms(decomposed)).isEqualTo(terms(composed));
  }

  @Property
  void offsets_are_in_order_and_in_bounds(@ForAll("texts") String text) {
    int start = 0;
    for (TextToken token : VietnameseAnalyzer.tokens(text)) {
      assertThat(token.start()).isGreaterThanOrEqualTo(start);
      assertThat(token.end()).isBetween(token.start(), text.length());
      start = token.start();
    }
  }

  @Property
  void folded_terms_are_the_exact_ones_without_marks(@ForAll("texts") String text) {
    for (TextToken token : VietnameseAnalyzer.tokens(text)) {
      assertThat(token.folded()).isEqualTo(Folding.fold(token.exact()));
      assertThat(Folding.fold(token.folded())).isEqualTo(token.folded());
    }
  }

  @Property
  void the_canonical_spelling_is_its_own(@ForAll("texts") String text) {
    for (TextToken token : VietnameseAnalyzer.words(text)) {
      String canonical = Syllable.canonical(token.exact());
      assertThat(Syllable.canonical(canonical)).isEqualTo(canonical);
      String normalized = VietnameseNormalizationFilter.normalize(token.exact());
      assertThat(VietnameseNormalizationFilter.normalize(normalized)).isEqualTo(normalized);
    }
  }

  @Property(tries = 200)
  void terms_are_the_same_under_every_locale(@ForAll("texts") String text) {
    Locale before = Locale.getDefault();
    try {
      List<List<String>> terms =
          Stream.of("tr", "vi", "en")
              .map(
                  language -> {
                    Locale.setDefault(Locale.forLanguageTag(language));
                    return terms(text + " TPHCM I Ivi.VN");
                  })
              .toList();
      assertThat(terms).containsOnly(terms.getFirst());
    } finally {
      Locale.setDefault(before);
    }
  }
}
