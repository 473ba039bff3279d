package vn.timtin.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Keyword;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.QueryParser;
import vn.timtin.search.Correction;
import vn.timtin.search.Matching;
import vn.timtin.understanding.QueryPlan.AllOf;
import vn.timtin.understanding.QueryPlan.Asked;
import vn.timtin.understanding.QueryPlan.Beginning;
import vn.timtin.understanding.QueryPlan.BeginningWithin;
import vn.timtin.understanding.QueryPlan.Best;
import vn.timtin.understanding.QueryPlan.Combined;
import vn.timtin.understanding.QueryPlan.Everything;
import vn.timtin.understanding.QueryPlan.Found;
import vn.timtin.understanding.QueryPlan.InARow;
import vn.timtin.understanding.QueryPlan.Named;
import vn.timtin.understanding.QueryPlan.Nothing;
import vn.timtin.understanding.QueryPlan.Property;
import vn.timtin.understanding.QueryPlan.PublishedThen;
import vn.timtin.understanding.QueryPlan.Term;
import vn.timtin.understanding.QueryPlan.TermWithin;
import vn.timtin.understanding.QueryPlan.Weighted;
import vn.timtin.understanding.QueryPlan.Word;

/** What a query asks for, without any engine. */
class QueryPlannerTest {
  private static final Set<ArticlePart> EVERYWHERE = EnumSet.allOf(ArticlePart.class);

  private static QueryPlan plan(String query, TermStatistics index, Set<ArticlePart> parts)
      throws IOException {
    return QueryPlanner.plan(
        QueryParser.parse(query),
        parts,
        Matching.AUTO,
        Correction.AUTO,
        Synonyms.builtIn(),
        RankingWeights.DEFAULT,
        index);
  }

  private static Asked asked(String query) throws IOException {
    return plan(query, new KnownFrequencies(10), EVERYWHERE).asked();
  }

  private static Asked asked(String query, ArticlePart part) throws IOException {
    return plan(query, new KnownFrequencies(10), EnumSet.of(part)).asked();
  }

  /** All parts of a plan, those inside others too. */
  private static List<Asked> all(Asked asked) {
    List<Asked> all = new ArrayList<>(List.of(asked));
    List<Asked> inside =
        switch (asked) {
          case Combined c -> {
            List<Asked> parts = new ArrayList<>(c.required());
            parts.addAll(c.filters());
            parts.addAll(c.optional());
            parts.addAll(c.excluded());
            yield parts;
          }
          case Best best -> best.alternatives();
          case Weighted weighted -> List.of(weighted.asked());
          case Found found -> List.of(found.ranked());
          default -> List.of();
        };
    inside.forEach(part -> all.addAll(all(part)));
    return all;
  }

  private static <T extends Asked> List<T> all(Asked asked, Class<T> kind) {
    return all(asked).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The terms of a plan as "form text × weight", with the zone where it is the title's. */
  private static String terms(Asked asked) {
    return all(asked, Term.class).stream()
        .map(QueryPlannerTest::print)
        .collect(Collectors.joining(", "));
  }

  private static String print(Term term) {
    String form = term.term().form().name().toLowerCase(Locale.ROOT).substring(0, 1);
    String zone = term.term().zone() == Zone.TITLE ? "title." : "";
    return zone + form + " " + term.term().text() + " × " + term.weight();
  }

  // ------------------------------------------------------------------ words

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hội nghị    | e hội × 1.0, e nghị × 1.0, b hoi nghi × 0.2",
        "hoi nghi    | f hoi × 1.0, f nghi × 1.0, b hoi nghi × 0.2",
        "hội nghi    | e hội × 1.0, e nghi × 1.0, b hoi nghi × 0.2",
        "hội. Nghị   | e hội × 1.0, e nghị × 1.0",
        "HOÀ, kĩ     | e hòa × 1.0, e kỹ × 1.0, b hoa ky × 0.2",
        "bão 5       | e bão × 1.0, e 5 × 1.0, b bao 5 × 0.2",
      })
  void a_syllable_asks_for_the_form_in_which_it_was_typed_and_neighbours_for_their_bigram(
      String query, String terms) throws IOException {
    assertThat(terms(asked(query))).isEqualTo(terms);
  }

  @Test
  void a_syllable_without_diacritics_among_marked_ones_asks_for_all_readings_if_articles_mark_it()
      throws IOException {
    var index =
        new KnownFrequencies(1_000).word("nghi", 1, "nghi", 400).word("cho", 600, "cho", 900);

    assertThat(terms(plan("hội nghi", index, EVERYWHERE).asked())).contains("f nghi × 1.0");
    assertThat(terms(plan("hội cho", index, EVERYWHERE).asked())).contains("e cho × 1.0");
  }

  @Test
  void a_whole_is_asked_for_beside_its_parts() throws IOException {
    assertThat(terms(asked("ngày 11/8/2020")))
        .contains("e 11 × 1.0")
        .contains("e 2020 × 1.0")
        .contains("e 2020-08-11 × 1.25");
  }

  @Test
  void another_name_is_asked_for_where_the_index_has_it() throws IOException {
    assertThat(all(asked("TP.HCM"), AllOf.class)).isEmpty();

    var index =
        new KnownFrequencies(1_000)
            .word("tphcm", 50, "tphcm", 50)
            .bigram("thanh pho", 300)
            .bigram("pho ho", 100)
            .bigram("ho chi", 100)
            .bigram("chi minh", 120);
    List<AllOf> others = all(plan("TP.HCM", index, EVERYWHERE).asked(), AllOf.class);

    assertThat(others)
        .extracting(other -> other.terms().stream().map(IndexTerm::text).toList())
        .contains(List.of("thanh pho", "pho ho", "ho chi", "chi minh"));
    assertThat(others).allMatch(other -> other.weight() > 0);
  }

  @Test
  void keystrokes_ask_for_what_they_make_or_for_themselves() throws IOException {
    var index = new KnownFrequencies(10).word("hội", 5, "hoi", 5).word("nghị", 5, "nghi", 5);

    Asked asked = plan("hooji nghij", index, EVERYWHERE).asked();

    assertThat(asked).isInstanceOf(Best.class);
    assertThat(((Best) asked).alternatives())
        .extracting(QueryPlannerTest::terms)
        .containsExactly(
            "e hội × 1.0, e nghị × 1.0, b hoi nghi × 0.2",
            "e hooji × 1.0, e nghij × 1.0, b hooji nghij × 0.2");
  }

  @Test
  void without_words_nothing_is_found_and_without_a_query_everything() throws IOException {
    assertThat(asked("")).isEqualTo(new Everything());
    assertThat(asked("…")).isEqualTo(new Nothing("no words"));
  }

  // ------------------------------------------------------------------ parts of an article

  @Test
  void words_of_the_title_are_asked_for_in_its_own_zone() throws IOException {
    assertThat(terms(asked("hội nghị", ArticlePart.TITLE)))
        .isEqualTo("title.e hội × 1.0, title.e nghị × 1.0, title.b hoi nghi × 0.2");
    assertThat(terms(asked("title:hội"))).isEqualTo("title.e hội × 1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUMMARY", "BODY"})
  void words_of_lead_and_body_are_terms_of_the_text_at_their_places(ArticlePart part)
      throws IOException {
    Asked asked = asked("hội nghị", part);

    assertThat(all(asked, TermWithin.class))
        .extracting(TermWithin::part, within -> print(within.term()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(part, "e hội × 1.0"),
            org.assertj.core.groups.Tuple.tuple(part, "e nghị × 1.0"));
    // The bigram has no places: it ranks, and finds nothing by itself.
    Combined ranked = (Combined) ((Found) asked).ranked();
    assertThat(((Combined) ranked.optional().getFirst()).required()).hasSize(1);
  }

  @Test
  void a_field_in_a_query_goes_before_the_parts_of_the_request() throws IOException {
    assertThat(terms(asked("title:bão", ArticlePart.BODY))).isEqualTo("title.e bão × 1.0");
  }

  // ------------------------------------------------------------------ phrases and beginnings

  @Test
  void a_phrase_asks_for_its_words_in_a_row_and_is_scored_by_them() throws IOException {
    Combined asked = (Combined) asked("\"hội nghi\"");

    InARow row = (InARow) asked.filters().getFirst();
    assertThat(row.parts()).isEqualTo(EVERYWHERE);
    assertThat(row.row())
        .containsExactly(
            new Word("hội", List.of(new QueryPlan.Reading("hội", false))),
            new Word("nghi", List.of(new QueryPlan.Reading("nghi", true))));
    assertThat(terms(asked)).isEqualTo("e hội × 1.0, e nghi × 1.0, b hoi nghi × 0.2");
  }

  @Test
  void a_phrase_may_have_another_name_in_place_of_its_words() throws IOException {
    InARow row = (InARow) ((Combined) asked("\"đường TP.HCM\"")).filters().getFirst();

    assertThat(row.row()).hasSize(2);
    assertThat(row.row().getLast()).isInstanceOf(Named.class);
    assertThat(((Named) row.row().getLast()).otherNames())
        .contains(List.of("thành", "phố", "hồ", "chí", "minh"));
  }

  @Test
  void a_phrase_among_words_counts_on_top_of_them() throws IOException {
    Combined asked = (Combined) asked("mưa \"hội nghị\"");

    assertThat(terms(asked.required().getFirst()))
        .contains("e mưa × 1.0", "e hội × 1.0", "b mua hoi × 0.2");
    assertThat(asked.optional().getFirst()).isInstanceOf(Weighted.class);
    assertThat(((Weighted) asked.optional().getFirst()).weight())
        .isEqualTo(RankingWeights.DEFAULT.phraseOnTop());
  }

  @Test
  void a_beginning_is_that_of_a_word_as_typed_and_of_its_canonical_spelling() throws IOException {
    assertThat(all(asked("hoà*"), Beginning.class))
        .extracting(beginning -> beginning.beginning().text())
        .containsExactly("hòa", "hoà");
    assertThat(all(asked("ho*"), Beginning.class))
        .extracting(Beginning::beginning)
        .containsExactly(new IndexTerm(Zone.TEXT, Form.FOLDED, "ho"));
    assertThat(all(asked("ho*", ArticlePart.BODY), BeginningWithin.class))
        .extracting(BeginningWithin::part)
        .containsExactly(ArticlePart.BODY);
  }

  // ------------------------------------------------------------------ combinations

  @Test
  void required_optional_and_excluded_parts_stay_apart() throws IOException {
    Combined asked = (Combined) asked("a +bão -lũ source:bao.example after:2020-01-31");

    assertThat(asked.required()).hasSize(3);
    assertThat(terms(asked.required().getFirst())).isEqualTo("e bão × 1.0");
    assertThat(asked.required())
        .contains(
            new Property(Keyword.SOURCE, "bao.example"),
            new PublishedThen(
                new vn.timtin.query.SearchQuery.Published(
                    Instant.parse("2020-01-30T17:00:00Z"), null)));
    assertThat(terms(asked.optional().getFirst())).isEqualTo("e a × 1.0");
    assertThat(terms(asked.excluded().getFirst())).isEqualTo("e lũ × 1.0");
  }

  @Test
  void words_say_what_is_found_beside_mere_restrictions_and_rank_beside_what_is_required()
      throws IOException {
    assertThat(((Combined) asked("bão source:bao.example")).required())
        .hasAtLeastOneElementOfType(Found.class);
    assertThat(all(asked("bão +lũ"), Found.class)).hasSize(1);
  }

  @Test
  void what_is_excluded_has_no_other_names_and_goes_by_its_own_diacritics() throws IOException {
    var index = new KnownFrequencies(1_000).word("nghi", 1, "nghi", 400);
    Combined asked = (Combined) plan("hội -nghi -(TP.HCM)", index, EVERYWHERE).asked();

    assertThat(asked.excluded())
        .extracting(QueryPlannerTest::terms)
        .first()
        .isEqualTo("f nghi × 1.0");
    assertThat(all(asked.excluded().getLast(), AllOf.class)).isEmpty();
  }

  @Test
  void only_what_is_excluded_is_taken_from_everything() throws IOException {
    Combined asked = (Combined) asked("-bão");

    assertThat(asked.required()).containsExactly(new Everything());
  }

  // ------------------------------------------------------------------ what it costs

  @Test
  void a_query_of_any_length_has_a_bounded_number_of_clauses() throws IOException {
    Asked words = asked("hội ".repeat(2_000));
    Asked phrases = asked("\"hội nghị\" bão* ".repeat(300));
    Asked nested = asked("+(a OR \"b c\" OR d*) ".repeat(200));

    assertThat(all(words, Term.class)).hasSizeLessThanOrEqualTo(2 * QueryBudget.MAX_SYLLABLES);
    assertThat(all(phrases, InARow.class)).hasSizeLessThanOrEqualTo(24);
    assertThat(all(nested, Term.class)).hasSizeLessThan(4 * QueryBudget.MAX_SYLLABLES);
  }

  @Test
  void what_is_left_out_of_a_long_query_is_not_required_of_any_article() throws IOException {
    var phrases = new StringBuilder("bão");
    var groups = new StringBuilder("bão");
    for (int i = 0; i < 300; i++) {
      phrases.append(" +(\"a").append(i).append(" b\" OR \"c").append(i).append(" d\")");
      groups.append(" +(x").append(i).append(" y").append(i).append(")");
    }
    for (StringBuilder query : List.of(phrases, groups)) {
      assertThat(all(asked(query.toString())))
          .doesNotContain(new Nothing("no words"), Combined.anyOf(List.of()));
    }
  }

  @Test
  void what_is_repeated_is_asked_for_once_and_restrictions_are_bounded() throws IOException {
    assertThat(((Combined) asked("bão " + "-a ".repeat(1_000))).excluded()).hasSize(1);
    assertThat(all(asked("source:a ".repeat(1_050)), Property.class)).hasSize(1);
    var many = new StringBuilder("bão");
    for (int i = 0; i < 2_000; i++) {
      many.append(" source:s").append(i).append(" OR title:t").append(i);
    }
    assertThat(all(asked(many.toString()), Property.class)).hasSizeLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hội nghị sơ kết công tác năm",
        "hoi nghi so ket cong tac nam 2020",
        "hooji nghij sow keets",
        "TP.HCM ngập nước ngày 11/8/2020 vì sao",
        "giá xăng giãm mạnh",
        "hội \"nghị sơ kết\" -bão title:lũ",
      })
  void an_index_is_asked_few_times_for_many_terms_and_for_none_twice(String query)
      throws IOException {
    var index = new KnownFrequencies(100_000);
    for (String syllable : List.of("hội", "nghị", "sơ", "kết", "giảm", "xăng")) {
      index.word(syllable, 900, vn.timtin.analysis.Folding.fold(syllable), 2_000);
    }

    plan(query, index, EVERYWHERE);

    assertThat(index.asked()).hasSizeLessThanOrEqualTo(6);
    List<IndexTerm> terms = index.asked().stream().flatMap(List::stream).toList();
    assertThat(terms).hasSameSizeAs(new HashSet<>(terms));
  }

  @Test
  void what_the_sender_is_told_are_the_terms_of_the_plan() throws IOException {
    QueryPlan plan = plan("hội nghị 11/8/2020", new KnownFrequencies(10), EVERYWHERE);

    Set<String> told =
        plan.interpretation().terms().stream()
            .map(term -> term.term() + " × " + term.weight())
            .collect(Collectors.toSet());
    Set<String> run =
        all(plan.asked(), Term.class).stream()
            .map(term -> term.term().text() + " × " + term.weight())
            .collect(Collectors.toSet());
    assertThat(told).isEqualTo(run);
  }
}
