package vn.timtin.analysis;

import com.carrotsearch.randomizedtesting.generators.RandomPicks;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;

/** JUnit 4, as Lucene's test framework is. */
public class VietnameseTokenizerTest extends BaseTokenStreamTestCase {
  /** The stages of analysis, each with those before it. */
  private enum Stage {
    TOKENIZER,
    NORMALIZATION,
    FOLDING,
    BIGRAMS
  }

  private static final List<String> PIECES =
      List.of(
          "11/8/2020",
          "ngày 7-11",
          "tháng Tám năm 2021",
          "quý III/2020",
          "102-KL/TW",
          "19 NQ/T.Ư",
          "100/2019/NĐ-CP",
          "TCVN 8421:2010",
          "14h30",
          "9 giờ 15 phút",
          "1.200.000",
          "7,5 %",
          "500.000đ",
          "$100",
          "đô la Mỹ",
          "10km",
          "m²",
          "½",
          "0938 221 226",
          "+84",
          "(028)",
          "51A-432.83",
          "U-23",
          "Covid-19",
          "GD&ĐT",
          "TP.HCM",
          "PGS. TS",
          "Q.8",
          "Sa-pa",
          "M’gar",
          "#ChongDich_2",
          "@baotre",
          "ban@bao.vn",
          "https://www.bao.vn/a",
          "khóa XIV",
          "N.T.H.",
          "hội",
          "nghị",
          "e\u0301\u0302",
          "tr\u200Buyền",
          "Đ",
          "漢字",
          "\uD83C\uDF27\uFE0F");

  private static final List<String> BETWEEN =
      List.of(" ", " ", "\u00A0", "", ". ", ", ", "-", " - ", "/", ".", "&", "\u200B", "\n");

  private final Analyzer analyzer = analyzer(Stage.TOKENIZER);

  private static Analyzer analyzer(Stage stage) {
    return new Analyzer() {
      @Override
      protected Reader initReader(String fieldName, Reader reader) {
        return new VietnameseCharFilter(reader);
      }

      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new VietnameseTokenizer();
        TokenStream stream = tokenizer;
        if (stage.compareTo(Stage.NORMALIZATION) >= 0) {
          stream = new VietnameseNormalizationFilter(stream);
        }
        if (stage.compareTo(Stage.FOLDING) >= 0) {
          stream = new VietnameseFoldingFilter(stream);
        }
        if (stage == Stage.BIGRAMS) {
          stream = new SyllableBigramFilter(stream);
        }
        return new TokenStreamComponents(tokenizer, stream);
      }
    };
  }

  @Override
  public void tearDown() throws Exception {
    analyzer.close();
    super.tearDown();
  }

  private void assertTokens(
      String text,
      String[] terms,
      int[] starts,
      int[] ends,
      String[] types,
      int[] increments,
      int[] lengths)
      throws Exception {
    assertAnalyzesTo(analyzer, text, terms, starts, ends, types, increments, lengths);
  }

  private static String[] words(String text) {
    return text.split(" ");
  }

  private static String[] types(String text) {
    return Arrays.stream(words(text)).map(type -> "<" + type + ">").toArray(String[]::new);
  }

  private static int[] offsets(int... offsets) {
    return offsets;
  }

  public void test_a_date_is_its_parts_and_three_wholes_at_the_place_of_the_day() throws Exception {
    assertTokens(
        "ngày 11/8/2020",
        words("ngày 11 2020-08-11 2020-08 --08-11 8 2020"),
        offsets(0, 5, 5, 5, 5, 8, 10),
        offsets(4, 7, 14, 14, 14, 9, 14),
        types("SYLLABLE NUMBER DATE DATE DATE NUMBER NUMBER"),
        offsets(1, 1, 0, 0, 0, 1, 1),
        offsets(1, 1, 3, 3, 3, 1, 1));
  }

  public void test_a_date_in_words_has_the_wholes_of_a_date_in_digits() throws Exception {
    assertTokens(
        "11 tháng 8 năm 2020",
        words("11 2020-08-11 2020-08 --08-11 tháng 8 năm 2020"),
        offsets(0, 0, 0, 0, 3, 9, 11, 15),
        offsets(2, 19, 19, 19, 8, 10, 14, 19),
        types("NUMBER DATE DATE DATE SYLLABLE NUMBER SYLLABLE NUMBER"),
        offsets(1, 0, 0, 0, 1, 1, 1, 1),
        offsets(1, 5, 5, 5, 1, 1, 1, 1));
  }

  public void test_a_day_and_a_month_may_be_a_score() throws Exception {
    assertTokens(
        "thắng 2-1",
        words("thắng 2 --01-02 1"),
        offsets(0, 6, 6, 8),
        offsets(5, 7, 9, 9),
        types("SYLLABLE NUMBER DATE NUMBER"),
        offsets(1, 1, 0, 1),
        offsets(1, 1, 2, 1));
  }

  public void test_a_quarter_and_a_period_are_wholes() throws Exception {
    assertTokens(
        "quý III/2020, 2016 - 2020",
        words("quý III 2020q3 3 2020 2016 2016-2020 2020"),
        offsets(0, 4, 4, 4, 8, 14, 14, 21),
        offsets(3, 7, 12, 12, 12, 18, 25, 25),
        types("SYLLABLE SYLLABLE DATE DATE NUMBER NUMBER PERIOD NUMBER"),
        offsets(1, 1, 0, 0, 1, 1, 0, 1),
        offsets(1, 1, 2, 2, 1, 1, 2, 1));
  }

  public void test_a_document_number_is_its_parts_its_whole_and_its_type() throws Exception {
    assertTokens(
        "19-NQ/T.Ư",
        words("19 19-nq-tw nq- NQ tw"),
        offsets(0, 0, 0, 3, 6),
        offsets(2, 9, 9, 5, 9),
        types("NUMBER DOCUMENT_NUMBER DOCUMENT_NUMBER SYLLABLE INITIALISM"),
        offsets(1, 0, 0, 1, 1),
        offsets(1, 3, 3, 1, 1));
  }

  public void test_a_document_number_with_a_year_is_found_by_the_prefix() throws Exception {
    assertTokens(
        "100/2019/NĐ-CP",
        words("100 100-2019-nd-cp 100/2019 nd- 2019 NĐ nđcp CP"),
        offsets(0, 0, 0, 0, 4, 9, 9, 12),
        offsets(3, 14, 14, 14, 8, 11, 14, 14),
        types(
            "NUMBER DOCUMENT_NUMBER DOCUMENT_NUMBER DOCUMENT_NUMBER NUMBER SYLLABLE INITIALISM SYLLABLE"),
        offsets(1, 0, 0, 0, 1, 1, 0, 1),
        offsets(1, 4, 4, 4, 1, 1, 2, 1));
  }

  public void test_a_time_is_one_token() throws Exception {
    assertTokens(
        "14 giờ 30 phút, 7h00",
        words("14h30 giờ 7h"),
        offsets(0, 0, 16),
        offsets(14, 14, 20),
        types("TIME TIME TIME"),
        offsets(1, 0, 1),
        offsets(1, 1, 1));
  }

  public void test_a_number_is_one_token_without_its_grouping() throws Exception {
    assertTokens(
        "1.200.000 đồng, 1\u00A0200\u00A0000 và 1,5 tỷ",
        words("1200000 đồng 1200000 và 1.5 tỷ"),
        offsets(0, 10, 16, 26, 29, 33),
        offsets(9, 14, 25, 28, 32, 35),
        types("NUMBER SYLLABLE NUMBER SYLLABLE NUMBER SYLLABLE"),
        offsets(1, 1, 1, 1, 1, 1),
        offsets(1, 1, 1, 1, 1, 1));
  }

  public void test_a_percentage_is_a_number_too() throws Exception {
    assertTokens(
        "7,5 % phiếu",
        words("7.5 7.5% phiếu"),
        offsets(0, 0, 6),
        offsets(3, 3, 11),
        types("PERCENT PERCENT SYLLABLE"),
        offsets(1, 0, 1),
        offsets(1, 1, 1));
  }

  public void test_money_is_a_number_and_a_currency() throws Exception {
    assertTokens(
        "500.000đ, $100",
        words("500000 đồng đ usd 100"),
        offsets(0, 7, 7, 10, 11),
        offsets(7, 8, 8, 11, 14),
        types("NUMBER CURRENCY CURRENCY CURRENCY NUMBER"),
        offsets(1, 1, 0, 1, 1),
        offsets(1, 1, 1, 1, 1));
  }

  public void test_a_phone_number_is_all_its_digits() throws Exception {
    assertTokens(
        "(028) 3829 1234",
        words("02838291234"),
        offsets(0),
        offsets(15),
        types("PHONE"),
        offsets(1),
        offsets(1));
  }

  public void test_a_plate_is_one_token_and_its_series() throws Exception {
    assertTokens(
        "xe 51A-432.83",
        words("xe 51a43283 51a"),
        offsets(0, 3, 3),
        offsets(2, 13, 13),
        types("SYLLABLE PLATE PLATE"),
        offsets(1, 1, 0),
        offsets(1, 1, 1));
  }

  public void test_a_code_is_one_token() throws Exception {
    assertTokens(
        "U-23, Covid-19",
        words("u23 u 23 covid19 covid 19"),
        offsets(0, 0, 0, 6, 6, 6),
        offsets(4, 4, 4, 14, 14, 14),
        types("CODE CODE CODE CODE CODE CODE"),
        offsets(1, 0, 0, 1, 0, 0),
        offsets(1, 1, 1, 1, 1, 1));
  }

  public void test_a_standard_is_found_without_its_year() throws Exception {
    assertTokens(
        "TCVN 8421:2010",
        words("TCVN tcvn8421 tcvn8421:2010 8421 2010"),
        offsets(0, 0, 0, 5, 10),
        offsets(4, 14, 14, 9, 14),
        types("SYLLABLE STANDARD STANDARD NUMBER NUMBER"),
        offsets(1, 0, 0, 1, 1),
        offsets(1, 3, 3, 1, 1));
  }

  public void test_a_host_and_an_address_are_found_by_their_names() throws Exception {
    assertTokens(
        "www.bao.com.vn, ban@bao.vn",
        words("bao.com.vn bao ban@bao.vn ban bao.vn bao"),
        offsets(0, 0, 16, 16, 16, 16),
        offsets(14, 14, 26, 26, 26, 26),
        types("HOST HOST EMAIL EMAIL EMAIL EMAIL"),
        offsets(1, 0, 1, 0, 0, 0),
        offsets(1, 1, 1, 1, 1, 1));
  }

  public void test_a_hashtag_is_found_by_its_parts() throws Exception {
    assertTokens(
        "#ChongDich_2",
        words("chongdich2 chongdich_2 chong dich 2"),
        offsets(0, 0, 0, 0, 0),
        offsets(12, 12, 12, 12, 12),
        types("HASHTAG HASHTAG HASHTAG HASHTAG HASHTAG"),
        offsets(1, 0, 0, 0, 0),
        offsets(1, 1, 1, 1, 1));
  }

  public void test_initials_are_one_word_and_their_parts() throws Exception {
    assertTokens(
        "ở TP.HCM",
        words("ở TP tphcm HCM"),
        offsets(0, 2, 2, 5),
        offsets(1, 4, 8, 8),
        types("SYLLABLE SYLLABLE INITIALISM SYLLABLE"),
        offsets(1, 1, 0, 1),
        offsets(1, 1, 2, 1));
  }

  public void test_an_abbreviation_before_a_number_has_a_dot_after_it() throws Exception {
    assertTokens(
        "ở Q.8",
        words("ở Q q. 8"),
        offsets(0, 2, 2, 4),
        offsets(1, 3, 3, 5),
        types("SYLLABLE SYLLABLE ABBREVIATION NUMBER"),
        offsets(1, 1, 0, 1),
        offsets(1, 1, 1, 1));
  }

  public void test_a_roman_numeral_is_a_number() throws Exception {
    assertTokens(
        "khóa XIV",
        words("khóa xiv 14"),
        offsets(0, 5, 5),
        offsets(4, 8, 8),
        types("SYLLABLE NUMBER NUMBER"),
        offsets(1, 1, 0),
        offsets(1, 1, 1));
  }

  public void test_a_compound_is_its_parts_and_one_word() throws Exception {
    assertTokens(
        "Cam-pu-chia",
        words("Cam campuchia pu chia"),
        offsets(0, 0, 4, 7),
        offsets(3, 11, 6, 11),
        types("SYLLABLE COMPOUND SYLLABLE SYLLABLE"),
        offsets(1, 0, 1, 1),
        offsets(1, 3, 1, 1));
  }

  public void test_an_apostrophe_is_inside_a_name() throws Exception {
    assertTokens(
        "Cư M'gar",
        words("Cư mgar m gar"),
        offsets(0, 3, 3, 3),
        offsets(2, 8, 8, 8),
        types("SYLLABLE SYLLABLE SYLLABLE SYLLABLE"),
        offsets(1, 1, 0, 0),
        offsets(1, 1, 1, 1));
  }

  public void test_ideographs_are_a_token_each() throws Exception {
    assertTokens(
        "漢字ab",
        words("漢 字 ab"),
        offsets(0, 1, 2),
        offsets(1, 2, 4),
        types("IDEOGRAPH IDEOGRAPH SYLLABLE"),
        offsets(1, 1, 1),
        offsets(1, 1, 1));
  }

  public void test_what_is_glued_by_mistake_parts() throws Exception {
    assertTokens(
        "năm 2020Tổng 10km",
        words("năm 2020 Tổng 10 km"),
        offsets(0, 4, 8, 13, 15),
        offsets(3, 8, 12, 15, 17),
        types("SYLLABLE NUMBER SYLLABLE NUMBER SYLLABLE"),
        offsets(1, 1, 1, 1, 1),
        offsets(1, 1, 1, 1, 1));
  }

  public void test_sentences_end_where_readers_pause_not_inside_wholes() {
    List<TextToken> tokens =
        VietnameseAnalyzer.words("Lúc 14:30, TP.HCM mưa. Quận 7 ngập! Ai đi… hay ở");

    assertEquals(
        List.of("lúc", "14h30", "tp", "hcm", "mưa"), exactIn(0, tokens)); // the time has a colon
    assertEquals(List.of("quận", "7", "ngập"), exactIn(1, tokens));
    assertEquals(List.of("ai", "đi"), exactIn(2, tokens));
    assertEquals(List.of("hay", "ở"), exactIn(3, tokens));
  }

  private static List<String> exactIn(int sentence, List<TextToken> tokens) {
    return tokens.stream()
        .filter(token -> token.sentence() == sentence)
        .map(TextToken::exact)
        .toList();
  }

  public void test_a_mark_after_the_buffer_of_the_tokenizer_belongs_to_the_letter_before_it() {
    for (int length = 4090; length < 4100; length++) {
      String text = "x ".repeat(length / 2) + " ".repeat(length % 2) + "d\u0335i";
      assertEquals("đi", VietnameseAnalyzer.tokens(text).getLast().exact());
    }
  }

  public void test_random_text_through_each_stage() throws Exception {
    for (Stage stage : Stage.values()) {
      try (Analyzer stages = analyzer(stage)) {
        checkRandomData(random(), stages, 100 * RANDOM_MULTIPLIER);
      }
    }
  }

  public void test_random_text_of_what_the_rules_look_for_through_each_stage() throws Exception {
    for (Stage stage : Stage.values()) {
      try (Analyzer stages = analyzer(stage)) {
        for (int i = 0; i < 100 * RANDOM_MULTIPLIER; i++) {
          checkAnalysisConsistency(random(), stages, random().nextBoolean(), randomNews());
        }
      }
    }
  }

  /** Yields pieces of what is no word, with anything or nothing between them. */
  private static String randomNews() {
    var text = new StringBuilder();
    for (int i = random().nextInt(12); i >= 0; i--) {
      text.append(RandomPicks.randomFrom(random(), PIECES));
      text.append(RandomPicks.randomFrom(random(), BETWEEN));
    }
    return text.toString();
  }
}
