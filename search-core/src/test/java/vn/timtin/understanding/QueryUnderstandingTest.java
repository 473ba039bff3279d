package vn.timtin.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.article.Article;
import vn.timtin.correction.CorrectedText;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.Correction;
import vn.timtin.search.QueryCorrection;
import vn.timtin.search.QueryInterpretation;
import vn.timtin.search.QueryInterpretation.Kind;
import vn.timtin.search.QueryInterpretation.Term;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;

class QueryUnderstandingTest {
  @TempDir Path directory;

  /** Articles of these bodies, each so often. */
  private NewsIndex index(Object... bodiesAndCounts) throws IOException {
    NewsIndex index = NewsIndex.open(directory.resolve("index"));
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < bodiesAndCounts.length; i += 2) {
      for (int n = 0; n < (int) bodiesAndCounts[i + 1]; n++) {
        articles.add(
            Article.builder().id(i + "-" + n).body(bodiesAndCounts[i] + " số " + n).build());
      }
    }
    index.putAll(articles);
    index.refresh();
    return index;
  }

  private static List<Term> terms(NewsIndex index, String query) throws IOException {
    return asTyped(index, query).interpretation().terms();
  }

  /** Nothing is corrected, so that what the words are taken for is theirs. */
  private static SearchResults asTyped(NewsIndex index, String query) throws IOException {
    return index.search(SearchRequest.of(query).withCorrection(Correction.OFF));
  }

  private static QueryInterpretation corrected(NewsIndex index, String query) throws IOException {
    return index.search(SearchRequest.of(query)).interpretation();
  }

  @ParameterizedTest
  @CsvSource({
    "Thủ đô của nước ta ở đâu, đâu",
    "Cầu dài bao nhiêu mét, bao nhiêu",
    "Cái bao gạo nặng nhất, ''",
    "Vì sao cầu sập, Vì sao",
    "Ngôi sao sân cỏ, ''",
    "thu do cua nuoc ta o dau?, dau",
    "thu do cua nuoc ta o dau, ''",
    "Đầu năm đi lễ?, ''",
  })
  void wordsThatOnlyAskAreTold(String query, String asking) {
    var words = VietnameseAnalyzer.words(query);
    String told =
        QuestionWords.of(words, query.endsWith("?")).stream()
            .mapToObj(i -> query.substring(words.get(i).start(), words.get(i).end()))
            .reduce((a, b) -> a + " " + b)
            .orElse("");
    assertThat(told).isEqualTo(asking);
  }

  @Test
  void a_bigram_of_one_word_counts_more_than_one_across_words() throws IOException {
    // All bigrams are in as many articles, and all their halves, so that only words tell them
    // apart.
    try (NewsIndex index =
        index("Hội nghị nông dân Việt Nam", 100, "Nam Việt dân nông nghị hội", 900, "Mưa", 1_000)) {
      assertThat(terms(index, "hội nghị nông dân Việt Nam"))
          .filteredOn(term -> term.kind() == Kind.PAIR)
          .extracting(Term::term, term -> Math.round(1_000 * term.weight()))
          .containsExactly(
              tuple("hoi nghi", 597), // 0.459 × 1.3
              tuple("nghi nong", 459),
              tuple("nong dan", 597),
              tuple("dan viet", 459),
              tuple("viet nam", 597));
    }
  }

  @Test
  void a_word_that_most_articles_have_is_left_out_of_a_long_query_that_has_others()
      throws IOException {
    try (NewsIndex index =
        index("Trời mưa nhiều nơi trên cả nước", 1_000, "Bão vào Quảng Nam", 20)) {
      assertThat(terms(index, "bão nhiều nơi trên cả nước"))
          .extracting(Term::kind, Term::term)
          .contains(tuple(Kind.MARKED, "bão"))
          .doesNotContain(tuple(Kind.MARKED, "trên"));
      assertThat(asTyped(index, "bão nhiều nơi trên cả nước").total().value()).isEqualTo(20);

      assertThat(terms(index, "bão trên nước"))
          .extracting(Term::kind, Term::term)
          .contains(tuple(Kind.MARKED, "trên"));
      for (String nothingElse :
          List.of("mưa nhiều nơi trên cả nước", "tuyết nhiều nơi trên cả nước")) {
        assertThat(asTyped(index, nothingElse).total().value()).isEqualTo(1_000);
      }
      assertThat(terms(index, "vì sao bão nhiều nơi trên cả nước?"))
          .extracting(Term::kind, Term::term)
          .contains(tuple(Kind.MARKED, "trên"));
      assertThat(asTyped(index, "số -(lụt nhiều nơi trên cả nước tuyết vào)").total().value())
          .isZero();
    }
  }

  @Test
  void a_bigram_that_says_hardly_more_than_its_rarer_word_is_left_out_of_a_long_query()
      throws IOException {
    try (NewsIndex index = index("Bão Yagi vào", 100, "Mưa bão to", 2, "Trời mưa", 1_000)) {
      assertThat(terms(index, "tin mưa bão Yagi vào"))
          .filteredOn(term -> term.kind() == Kind.PAIR)
          .extracting(Term::term)
          .contains("mua bao")
          .doesNotContain("bao yagi", "yagi vao");
      assertThat(terms(index, "bão Yagi"))
          .filteredOn(term -> term.kind() == Kind.PAIR)
          .extracting(Term::term)
          .containsExactly("bao yagi");
    }
  }

  @Test
  void what_only_asks_counts_little_in_a_long_query_and_fully_in_a_short_one() throws IOException {
    try (NewsIndex index = index("Thủ đô của nước ta", 1)) {
      assertThat(terms(index, "Thủ đô của nước ta ở đâu?"))
          .extracting(Term::term, Term::weight)
          .contains(tuple("đâu", 0.1f), tuple("thủ", 1f));
      assertThat(terms(index, "đi đâu"))
          .extracting(Term::term, Term::weight)
          .contains(tuple("đâu", 1f));
    }
  }

  @Test
  void who_leaves_diacritics_out_once_is_expected_to_do_so_again() throws IOException {
    // A quarter of the articles write cho without diacritics, the others write chợ; all write nghị.
    try (NewsIndex index = index("hội nghị cho dân", 10, "hội nghị ở chợ", 30)) {
      assertThat(terms(index, "hội cho"))
          .extracting(Term::term, Term::kind)
          .contains(tuple("cho", Kind.UNMARKED));
      assertThat(terms(index, "hội nghi cho"))
          .extracting(Term::term, Term::kind)
          .contains(tuple("nghi", Kind.MARKS_LEFT_OUT), tuple("cho", Kind.MARKS_LEFT_OUT));
    }
  }

  @Test
  void a_word_whose_diacritics_have_slipped_is_found_by_its_neighbours() throws IOException {
    try (NewsIndex index = index("hội nghị sơ kết", 60, "ngày nghĩ lễ", 30, "trời mưa to", 950)) {
      SearchResults found = asTyped(index, "hội nghĩ sơ kết");
      assertThat(found.interpretation().terms())
          .extracting(Term::term, Term::kind, Term::weight)
          .contains(
              tuple("nghi", Kind.MARKS_SLIPPED, 0.5f),
              tuple("nghĩ", Kind.MARKED, 0.5f),
              tuple("hội", Kind.MARKED, 1f));
      assertThat(found.hits().getFirst().id()).startsWith("0-");
      assertThat(terms(index, "ngày nghĩ lễ"))
          .extracting(Term::kind)
          .doesNotContain(Kind.MARKS_SLIPPED);
    }
  }

  @Test
  void what_is_excluded_is_what_was_typed() throws IOException {
    try (NewsIndex index =
        index(
            "hội nghị sơ kết", 60, "ngày nghỉ lễ", 30, "kết quả đề nghị", 5, "trời mưa to", 950)) {
      // Fewer articles have nghỉ than have hội nghị, and yet đề nghị is not excluded.
      assertThat(index.search(SearchRequest.of("kết -(hội nghỉ)")).hits())
          .hasSize(5)
          .allMatch(hit -> hit.id().startsWith("4-"));
    }
  }

  @Test
  void a_misspelt_word_asks_for_what_was_meant_and_less_for_what_was_typed() throws IOException {
    try (NewsIndex index = index("giá xăng giảm mạnh", 20, "giãm tô", 2)) {
      QueryInterpretation query = corrected(index, "giá xăng giãm mạnh");
      assertThat(query.text()).isEqualTo("giá xăng giảm mạnh");
      assertThat(query.terms())
          .extracting(Term::term, Term::kind, Term::weight)
          .contains(tuple("giảm", Kind.MARKED, 1f), tuple("giãm", Kind.TYPED, 0.3f));
      QueryCorrection correction = query.correction();
      assertThat(correction).isNotNull();
      assertThat(correction.text()).isEqualTo("giá xăng giảm mạnh");
      assertThat(correction.kinds()).containsExactly(CorrectedText.Kind.SPELLING);
      assertThat(correction.applied()).isTrue();
      assertThat(corrected(index, "giá xăng giảm mạnh").correction()).isNull();
    }
  }

  @Test
  void a_word_is_not_corrected_to_one_that_the_articles_have_less() throws IOException {
    try (NewsIndex index = index("giá xăng giãm mạnh", 5, "giảm", 4)) {
      QueryInterpretation query = corrected(index, "giá xăng giãm mạnh");
      assertThat(query.text()).isEqualTo("giá xăng giãm mạnh");
      assertThat(query.correction()).extracting(QueryCorrection::applied).isEqualTo(false);
    }
  }

  @Test
  void marks_of_many_words_are_restored_and_those_of_few_ask_for_any() throws IOException {
    try (NewsIndex index = index("hội nghị sơ kết công tác năm", 5, "trời mưa to", 1_000)) {
      QueryInterpretation few = corrected(index, "hoi nghi so ket");
      assertThat(few.text()).isEqualTo("hoi nghi so ket");
      assertThat(few.terms())
          .extracting(Term::term, Term::kind)
          .contains(tuple("nghi", Kind.MARKS_LEFT_OUT));
      assertThat(few.correction())
          .isEqualTo(
              new QueryCorrection("hội nghị sơ kết", Set.of(CorrectedText.Kind.DIACRITICS), false));
      QueryInterpretation many = corrected(index, "hoi nghi so ket cong tac");
      assertThat(many.text()).isEqualTo("hội nghị sơ kết công tác");
      assertThat(many.terms())
          .extracting(Term::term, Term::kind)
          .contains(tuple("nghị", Kind.MARKED));
    }
  }

  @Test
  void phrases_and_what_is_excluded_are_not_corrected() throws IOException {
    try (NewsIndex index = index("giá xăng giảm mạnh", 20)) {
      assertThat(corrected(index, "\"giá xăng giãm mạnh\"").text())
          .isEqualTo("\"giá xăng giãm mạnh\"");
      assertThat(corrected(index, "xăng -(giãm mạnh)").text()).contains("giãm");
    }
  }

  @Test
  void words_run_together_are_parted() throws IOException {
    try (NewsIndex index = index("hội nghị sơ kết công tác", 5)) {
      assertThat(corrected(index, "hộinghị sơkết công tác").text())
          .isEqualTo("hội nghị sơ kết công tác");
    }
  }

  @Test
  void a_decomposed_query_is_corrected_like_a_composed_one() throws IOException {
    try (NewsIndex index = index("giá xăng giảm mạnh", 20, "giãm tô", 2)) {
      String query = "giá xăng giãm mạnh";
      assertThat(corrected(index, Normalizer.normalize(query, Normalizer.Form.NFD)).terms())
          .extracting(Term::term, Term::weight)
          .isEqualTo(
              corrected(index, query).terms().stream()
                  .map(term -> tuple(term.term(), term.weight()))
                  .toList());
    }
  }

  @Test
  void a_misspelt_word_is_asked_for_as_typed_wherever_its_tone_stands() throws IOException {
    try (NewsIndex index = index("khóa học hòa bình", 20, "hoã", 1)) {
      assertThat(corrected(index, "khóa học hoã bình").terms())
          .extracting(Term::term, Term::kind)
          .contains(tuple("hòa", Kind.MARKED), tuple("hõa", Kind.TYPED));
    }
  }
}
