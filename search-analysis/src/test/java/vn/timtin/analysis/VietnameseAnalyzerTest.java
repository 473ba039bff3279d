package vn.timtin.analysis;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import vn.timtin.analysis.VietnameseAnalyzer.Form;

/** JUnit 4, as Lucene's test framework is. */
public class VietnameseAnalyzerTest extends BaseTokenStreamTestCase {
  private final Analyzer exact = new VietnameseAnalyzer(Form.EXACT);
  private final Analyzer folded = new VietnameseAnalyzer(Form.FOLDED);
  private final Analyzer bigrams = new VietnameseAnalyzer(Form.BIGRAMS);

  @Override
  public void tearDown() throws Exception {
    exact.close();
    folded.close();
    bigrams.close();
    super.tearDown();
  }

  public void test_syllables_keep_their_diacritics_and_point_into_the_text() throws Exception {
    assertAnalyzesTo(
        exact,
        "Hội nghị sơ kết, ĐẮK LẮK!",
        new String[] {"hội", "nghị", "sơ", "kết", "đắk", "lắk"},
        new int[] {0, 4, 9, 12, 17, 21},
        new int[] {3, 8, 11, 15, 20, 24});
  }

  public void test_folding_takes_all_diacritics_and_the_bar_of_dd() throws Exception {
    assertAnalyzesTo(
        folded, "Đường Nguyễn Đình Chiểu", new String[] {"duong", "nguyen", "dinh", "chieu"});
  }

  public void test_bigrams_do_not_cross_the_end_of_a_sentence() throws Exception {
    assertAnalyzesTo(
        bigrams,
        "Hội nghị sơ kết. Đại biểu đến dự",
        new String[] {"hoi nghi", "nghi so", "so ket", "dai bieu", "bieu den", "den du"},
        new int[] {0, 4, 9, 17, 21, 26},
        new int[] {8, 11, 15, 25, 29, 32});
  }

  public void test_wholes_stand_at_the_place_of_their_first_part() throws Exception {
    assertAnalyzesTo(
        exact,
        "ngày 7/11 ở TP.HCM: 102-KL/TW",
        new String[] {
          "ngày",
          "7",
          "--11-07",
          "11",
          "ở",
          "tp",
          "tphcm",
          "hcm",
          "102",
          "102-kl-tw",
          "kl-",
          "kl",
          "tw"
        },
        new int[] {0, 5, 5, 7, 10, 12, 12, 15, 20, 20, 20, 24, 27},
        new int[] {4, 6, 9, 9, 11, 14, 18, 18, 23, 29, 29, 26, 29},
        new int[] {1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1});
  }

  public void test_numbers_are_one_term_however_they_are_grouped() throws Exception {
    assertAnalyzesTo(
        exact,
        "1.200.000 1,200,000 1,5 07 007 12.500.000đ",
        new String[] {"1200000", "1200000", "1.5", "7", "007", "12500000", "đồng", "đ"});
  }

  public void test_decomposed_text_gives_the_terms_of_composed_text() throws Exception {
    String text = "Hội nghị quần chúng ở Đắk Lắk";
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertAnalyzesTo(
        exact, decomposed, new String[] {"hội", "nghị", "quần", "chúng", "ở", "đắk", "lắk"});
    assertEquals("Hội".length() + 2, VietnameseAnalyzer.tokens(decomposed).getFirst().end());
  }

  public void test_characters_without_width_do_not_cut_a_syllable() throws Exception {
    assertAnalyzesTo(exact, "tr\u200Buyền thô\u00ADng", new String[] {"truyền", "thông"});
  }

  public void test_lower_case_is_the_same_under_every_locale() throws Exception {
    Locale before = Locale.getDefault();
    try {
      for (String language : new String[] {"tr", "vi", "en"}) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertAnalyzesTo(exact, "VIỆT I", new String[] {"việt", "i"});
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  public void test_random_text() throws Exception {
    for (Analyzer analyzer : new Analyzer[] {exact, folded, bigrams}) {
      checkRandomData(random(), analyzer, 200 * RANDOM_MULTIPLIER);
    }
  }

  public void test_folded_terms_are_the_folded_exact_terms_on_random_text() {
    for (int i = 0; i < 200; i++) {
      String text = org.apache.lucene.tests.util.TestUtil.randomUnicodeString(random());
      for (TextToken syllable : VietnameseAnalyzer.tokens(text)) {
        assertEquals(Folding.fold(syllable.exact()), syllable.folded());
        assertEquals(syllable.folded(), Folding.fold(syllable.folded()));
        assertTrue(0 <= syllable.start() && syllable.start() <= syllable.end());
        assertTrue(syllable.end() <= text.length());
      }
    }
  }

  public void test_a_long_text_without_spaces_is_cut_and_takes_no_long_time() {
    String text = "ạ".repeat(1_000_000);
    assertEquals(
        Math.ceilDiv(text.length(), VietnameseTokenizer.MAX_TOKEN_LENGTH),
        VietnameseAnalyzer.tokens(text).size());
    assertEquals(1, VietnameseAnalyzer.tokens("e" + "\u0301".repeat(200)).size());
  }
}
