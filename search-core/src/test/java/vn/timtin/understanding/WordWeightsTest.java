package vn.timtin.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.analysis.Synonyms;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.QueryParser;
import vn.timtin.search.Correction;
import vn.timtin.search.Matching;
import vn.timtin.search.QueryInterpretation;
import vn.timtin.search.QueryInterpretation.Kind;
import vn.timtin.search.QueryInterpretation.Term;

/** What each term counts, by what is known of the index, without one. */
class WordWeightsTest {
  private static final int ARTICLES = 100_000;

  private static QueryInterpretation understood(String query, TermStatistics index, Correction mode)
      throws IOException {
    return QueryPlanner.plan(
            QueryParser.parse(query),
            EnumSet.allOf(ArticlePart.class),
            Matching.AUTO,
            mode,
            Synonyms.NONE,
            RankingWeights.DEFAULT,
            index)
        .interpretation();
  }

  private static List<Term> terms(String query, TermStatistics index) throws IOException {
    return understood(query, index, Correction.OFF).terms();
  }

  private static KnownFrequencies index() {
    var index = new KnownFrequencies(ARTICLES);
    for (String word : List.of("mưa", "lớn", "ở", "nhiều", "tỉnh", "thành")) {
      index.word(word, 5_000, vn.timtin.analysis.Folding.fold(word), 8_000);
    }
    return index;
  }

  private static float weight(String term, List<Term> terms) {
    return terms.stream()
        .filter(t -> t.term().equals(term))
        .findFirst()
        .map(Term::weight)
        .orElse(0f);
  }

  private static double rarity(int articles) {
    return Math.log(1 + (ARTICLES - articles + 0.5) / (articles + 0.5));
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 400, 1_000, 3_000})
  void of_many_words_a_bigram_counts_by_what_it_says_beyond_its_rarer_half(int articles)
      throws IOException {
    KnownFrequencies index = index().bigram("lon o", articles);

    double more = 1 - rarity(5_000) / rarity(articles);
    RankingWeights weights = RankingWeights.DEFAULT;
    double expected = more < 0.2 ? 0 : weights.minBigram() + weights.bigramGain() * more;
    assertThat((double) weight("lon o", terms("mưa lớn ở nhiều tỉnh thành", index)))
        .isCloseTo(expected, within(1e-5));
  }

  @Test
  void a_bigram_of_very_few_articles_may_be_chance_and_counts_no_more_than_that()
      throws IOException {
    KnownFrequencies index = index().bigram("lon o", 5);

    assertThat(weight("lon o", terms("mưa lớn ở nhiều tỉnh thành", index)))
        .isEqualTo(RankingWeights.DEFAULT.rareBigram());
  }

  @Test
  void of_few_words_and_in_a_small_index_all_bigrams_count_alike() throws IOException {
    assertThat(weight("lon o", terms("mưa lớn ở", index().bigram("lon o", 5))))
        .isEqualTo(RankingWeights.DEFAULT.bigram());
    var small = new KnownFrequencies(500).bigram("lon o", 3);
    assertThat(weight("lon o", terms("mưa lớn ở nhiều tỉnh thành", small)))
        .isEqualTo(RankingWeights.DEFAULT.bigram());
  }

  @Test
  void a_word_whose_neighbours_stand_more_often_beside_other_diacritics_asks_for_those_too()
      throws IOException {
    KnownFrequencies index =
        index().word("nghĩ", 40, "nghi", 900).bigram("hoi nghi", 300).word("hội", 400, "hoi", 500);

    assertThat(terms("hội nghĩ", index))
        .extracting(Term::term, Term::kind, Term::weight)
        .contains(
            tuple("nghi", Kind.MARKS_SLIPPED, 0.5f),
            tuple("nghĩ", Kind.MARKED, 0.5f),
            tuple("hội", Kind.MARKED, 1f));
    index.word("nghĩ", 400, "nghi", 900);
    assertThat(terms("hội nghĩ", index)).extracting(Term::kind).doesNotContain(Kind.MARKS_SLIPPED);
  }

  @Test
  void a_word_of_most_articles_is_left_out_of_a_long_query_but_never_the_last_one()
      throws IOException {
    KnownFrequencies index = index().word("ở", 90_000, "o", 95_000);
    assertThat(weight("ở", terms("mưa lớn ở nhiều tỉnh", index))).isZero();
    assertThat(weight("ở", terms("mưa ở", index))).isEqualTo(1);
    assertThat(weight("ở", terms("ở ở ở ở ở", index))).isEqualTo(1);
  }

  @Test
  void corrections_that_the_articles_do_not_confirm_are_only_suggested() throws IOException {
    QueryInterpretation confirmed =
        understood(
            "giá xăng giãm mạnh",
            new KnownFrequencies(ARTICLES).word("giảm", 900, "giam", 900),
            Correction.AUTO);
    assertThat(confirmed.text()).isEqualTo("giá xăng giảm mạnh");

    QueryInterpretation unconfirmed =
        understood(
            "giá xăng giãm mạnh",
            new KnownFrequencies(ARTICLES).word("giãm", 900, "giam", 900),
            Correction.AUTO);
    assertThat(unconfirmed.text()).isEqualTo("giá xăng giãm mạnh");
    assertThat(unconfirmed.correction()).isNotNull();
    assertThat(unconfirmed.correction().applied()).isFalse();

    QueryInterpretation suggested =
        understood(
            "giá xăng giãm mạnh",
            new KnownFrequencies(ARTICLES).word("giảm", 900, "giam", 900),
            Correction.SUGGEST);
    assertThat(suggested.text()).isEqualTo("giá xăng giãm mạnh");
    assertThat(suggested.correction().text()).isEqualTo("giá xăng giảm mạnh");
  }

  @Test
  void weights_that_are_no_weights_are_refused() {
    for (float wrong : new float[] {-1, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new RankingWeights(
                      1.6f, 0.85f, 1.2f, 0.9f, wrong, 0, 0, 0, 1, 0, 1, 0, 0.5f, 0, 1, 0, 0));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RankingWeights(
                    1.6f, 1.5f, 1.2f, 0.9f, 0.2f, 0, 0, 0, 1, 0, 1, 0, 0.5f, 0, 1, 0, 0));
  }
}
