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

  public void testSyllablesKeepTheirDiacriticsAndPointIntoTheText() throws Exception {
    assertAnalyzesTo(
        exact,
        "Hội nghị sơ kết, ĐẮK LẮK!",
        new String[] {"hội", "nghị", "sơ", "kết", "đắk", "lắk"},
        new int[] {0, 4, 9, 12, 17, 21},
        new int[] {3, 8, 11, 15, 20, 24});
  }

  public void testFoldingTakesAllDiacriticsAndTheBarOfDd() throws Exception {
    assertAnalyzesTo(
        folded, "Đường Nguyễn Đình Chiểu", new String[] {"duong", "nguyen", "dinh", "chieu"});
  }

  public void testBigramsDoNotCrossTheEndOfASentence() throws Exception {
    assertAnalyzesTo(
        bigrams,
        "Hội nghị sơ kết. Đại biểu đến dự",
        new String[] {"hoi nghi", "nghi so", "so ket", "dai bieu", "bieu den", "den du"},
        new int[] {0, 4, 9, 17, 21, 26},
        new int[] {8, 11, 15, 25, 29, 32});
  }

  public void testWholesStandAtThePlaceOfTheirFirstPart() throws Exception {
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

  public void testNumbersAreOneTermHoweverTheyAreGrouped() throws Exception {
    assertAnalyzesTo(
        exact,
        "1.200.000 1,200,000 1,5 07 007 12.500.000đ",
        new String[] {"1200000", "1200000", "1.5", "7", "007", "12500000", "đồng", "đ"});
  }

  public void testDecomposedTextGivesTheTermsOfComposedText() throws Exception {
    String text = "Hội nghị quần chúng ở Đắk Lắk";
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertAnalyzesTo(
        exact, decomposed, new String[] {"hội", "nghị", "quần", "chúng", "ở", "đắk", "lắk"});
    assertEquals("Hội".length() + 2, VietnameseAnalyzer.tokens(decomposed).getFirst().end());
  }

  public void testCharactersWithoutWidthDoNotCutASyllable() throws Exception {
    assertAnalyzesTo(exact, "tr\u200Buyền thô\u00ADng", new String[] {"truyền", "thông"});
  }

  public void testLowerCaseIsTheSameUnderEveryLocale() throws Exception {
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

  public void testRandomText() throws Exception {
    for (Analyzer analyzer : new Analyzer[] {exact, folded, bigrams}) {
      checkRandomData(random(), analyzer, 200 * RANDOM_MULTIPLIER);
    }
  }

  public void testFoldedTermsAreTheFoldedExactTermsOnRandomText() {
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

  public void testALongTextWithoutSpacesIsCutAndTakesNoLongTime() {
    String text = "ạ".repeat(1_000_000);
    assertEquals(
        Math.ceilDiv(text.length(), VietnameseTokenizer.MAX_TOKEN_LENGTH),
        VietnameseAnalyzer.tokens(text).size());
    assertEquals(1, VietnameseAnalyzer.tokens("e" + "\u0301".repeat(200)).size());
  }
}
