package vn.timtin.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Synonyms;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.QueryParser;
import vn.timtin.search.Correction;
import vn.timtin.search.Matched;
import vn.timtin.search.Matching;
import vn.timtin.understanding.QueryPlan.AllOf;
import vn.timtin.understanding.QueryPlan.Asked;
import vn.timtin.understanding.QueryPlan.Combined;
import vn.timtin.understanding.QueryPlan.Cover;
import vn.timtin.understanding.QueryPlan.Found;
import vn.timtin.understanding.QueryPlan.InARow;
import vn.timtin.understanding.QueryPlan.Level;
import vn.timtin.understanding.QueryPlan.Said;
import vn.timtin.understanding.QueryPlan.Term;

/** Which articles are an answer, as levels of a plan, without any engine. */
class FoundRuleTest {
  private static final int ARTICLES = 20_000;

  private static QueryPlan plan(String query, Matching matching) throws IOException {
    var index = new KnownFrequencies(ARTICLES);
    for (String word : query.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      index.word(word, 500, Folding.fold(word), 800);
    }
    index.bigram("hoi nghi", 200).bigram("so ket", 100).bigram("cong tac", 300);
    for (String two : List.of("thanh pho", "pho ho", "ho chi", "chi minh")) {
      index.bigram(two, 90);
    }
    for (String two : List.of("mua to", "to gio", "gio lon", "lon song", "song dai")) {
      index.bigram(two, 90);
    }
    return QueryPlanner.plan(
        QueryParser.parse(query),
        EnumSet.allOf(ArticlePart.class),
        matching,
        Correction.OFF,
        Synonyms.builtIn(),
        RankingWeights.DEFAULT,
        index);
  }

  private static Found found(Asked asked) {
    return switch (asked) {
      case Found found -> found;
      case Combined combined ->
          combined.required().stream()
              .filter(part -> part instanceof Found || part instanceof Combined)
              .map(FoundRuleTest::found)
              .findFirst()
              .orElseThrow();
      default -> throw new AssertionError("nothing is found by a rule: " + asked);
    };
  }

  private static List<Level> levels(String query) throws IOException {
    return found(plan(query, Matching.AUTO).asked()).levels();
  }

  /** The terms that an article of a level must have, in the order of the query. */
  private static List<String> needed(Level level) {
    List<String> terms = new ArrayList<>();
    for (Asked part : ((Combined) level.needed()).filters()) {
      switch (part) {
        case Term term -> terms.add(term.term().text());
        case Combined any -> terms.add(needed(any));
        case InARow row -> terms.add("row of " + row.row().size());
        default -> terms.add(part.getClass().getSimpleName());
      }
    }
    return terms;
  }

  private static String needed(Combined any) {
    List<String> terms = new ArrayList<>();
    for (Asked part : any.optional()) {
      switch (part) {
        case Term term -> terms.add(term.term().text());
        case AllOf all -> terms.add(all.terms().stream().map(IndexTerm::text).toList().toString());
        default -> terms.add(part.getClass().getSimpleName());
      }
    }
    return String.join("|", terms);
  }

  @Test
  void a_single_word_is_its_syllables_side_by_side_if_one_article_has_it() throws IOException {
    Level first = levels("hội nghị").getFirst();

    assertThat(first.matched()).isEqualTo(Matched.ALL);
    assertThat(first.enough()).isEqualTo(1);
    assertThat(needed(first)).containsExactly("hội", "nghị", "hoi nghi", "row of 2");
  }

  @Test
  void words_have_their_syllables_side_by_side_but_not_one_beside_the_other() throws IOException {
    Level words = levels("hội nghị sơ kết").getFirst();

    assertThat(words.matched()).isEqualTo(Matched.ALL);
    assertThat(needed(words)).contains("hội", "nghị", "sơ", "kết", "hoi nghi", "so ket");
    assertThat(needed(words)).doesNotContain("nghi so");
  }

  @Test
  void of_few_words_every_syllable_is_asked_for_before_most_of_them() throws IOException {
    List<Level> levels = levels("hội nghị sơ kết");

    assertThat(levels)
        .extracting(Level::matched)
        .containsExactly(
            Matched.ALL, Matched.ALL, Matched.ALL, Matched.MOST, Matched.SOME, Matched.SOME);
    assertThat(needed(levels.get(1))).containsExactly("hội", "nghị", "sơ", "kết");
    assertThat(needed(levels.get(2))).containsExactly("hoi", "nghi", "so", "ket");
    assertThat(levels.getLast().enough()).isZero();
  }

  @Test
  void most_of_a_query_is_a_share_of_what_its_words_say() throws IOException {
    List<Level> levels = levels("hội nghị sơ kết công tác năm");
    Level first =
        levels.stream().filter(level -> level.matched() == Matched.MOST).findFirst().orElseThrow();
    Cover most = (Cover) first.needed();

    int all = most.parts().stream().mapToInt(part -> part.amounts().syllables()).sum();
    assertThat(most.parts().stream().filter(part -> part.amounts().syllables() > 0)).hasSize(7);
    assertThat(most.min().syllables()).isBetween((int) (0.4 * all), (int) (0.7 * all));
    assertThat(most.min().bigrams()).isPositive();
    assertThat(most.min().words()).isZero();
  }

  @Test
  void all_of_many_words_is_each_syllable_and_each_two_of_a_word_side_by_side() throws IOException {
    Level first = levels("hội nghị sơ kết công tác năm").getFirst();
    Cover all = (Cover) first.needed();

    assertThat(first.matched()).isEqualTo(Matched.ALL);
    assertThat(
            all.parts().stream()
                .filter(part -> part.amounts().words() == 1 && part.amounts().bigrams() > 0)
                .map(part -> ((Term) part.alternatives().getFirst()).term().text()))
        .containsExactly("hoi nghi", "so ket", "cong tac");
    assertThat(all.min().words()).isEqualTo(7 + 3);
  }

  @Test
  void levels_of_many_words_are_of_the_same_parts_so_that_one_pass_finds_them() throws IOException {
    List<Cover> covers = new ArrayList<>();
    for (Level level : levels("mưa to gió lớn sông dài")) {
      if (level.needed() instanceof Cover cover && level.matched() != Matched.SOME) {
        covers.add(cover);
      }
    }

    assertThat(covers).hasSize(4);
    assertThat(covers).allMatch(cover -> cover.parts().equals(covers.getFirst().parts()));
    assertThat(covers).extracting(Cover::min).doesNotHaveDuplicates();
  }

  @Test
  void an_answer_to_a_question_has_much_of_it_or_less_with_something_side_by_side()
      throws IOException {
    List<Level> levels =
        levels("vì sao mưa to gió lớn sông dài").stream()
            .filter(level -> level.matched() == Matched.MOST)
            .toList();
    List<Cover> covers = levels.stream().map(level -> (Cover) level.needed()).toList();

    assertThat(covers).hasSize(3);
    for (int i = 1; i < covers.size(); i++) {
      assertThat(covers.get(i).min().syllables()).isLessThan(covers.get(i - 1).min().syllables());
      assertThat(covers.get(i).min().bigrams()).isGreaterThan(covers.get(i - 1).min().bigrams());
    }
    assertThat(levels.getLast().enough()).isEqualTo(1);
  }

  @Test
  void a_word_that_no_article_has_may_be_missing() throws IOException {
    var index = new KnownFrequencies(ARTICLES).word("bão", 500, "bao", 800).word("lũ", 9, "lu", 9);
    QueryPlan plan =
        QueryPlanner.plan(
            QueryParser.parse("bão xyzzy lũ"),
            EnumSet.allOf(ArticlePart.class),
            Matching.AUTO,
            Correction.OFF,
            Synonyms.NONE,
            RankingWeights.DEFAULT,
            index);

    for (Level level : found(plan.asked()).levels()) {
      assertThat(level.matched()).isNotEqualTo(Matched.ALL);
      if (level.needed() instanceof Cover cover) {
        assertThat(cover.parts()).filteredOn(part -> part.amounts().words() > 0).hasSize(2);
        assertThat(cover.parts().toString())
            .contains("text=bao", "text=lu")
            .doesNotContain("xyzzy");
      }
    }
  }

  @Test
  void an_article_with_another_name_has_all_words_of_the_name() throws IOException {
    Level words =
        levels("kẹt xe TP.HCM").stream()
            .filter(level -> level.matched() == Matched.ALL)
            .findFirst()
            .orElseThrow();

    assertThat(needed(words))
        .anyMatch(place -> place.contains("tphcm") && place.contains("thanh pho"));
  }

  @ParameterizedTest
  @CsvSource({"ALL, 1", "MOST, 1", "ANY, 1"})
  void a_program_may_ask_for_one_level(Matching matching, int levels) throws IOException {
    List<Level> asked = found(plan("hội nghị sơ kết", matching).asked()).levels();

    assertThat(asked).hasSize(levels);
    assertThat(asked.getFirst().enough()).isZero();
  }

  @Test
  void phrases_and_other_parts_among_words_must_be_there_where_all_is() throws IOException {
    List<Level> levels = levels("mưa \"hội nghị\" bão*");

    assertThat(needed(levels.getFirst())).contains("mưa", "hội", "nghị");
    assertThat(((Combined) levels.getFirst().needed()).filters().size()).isGreaterThan(4);
  }

  @Test
  void what_a_hit_may_lack_is_told_word_by_word_as_it_was_typed() throws IOException {
    assertThat(plan("Hội nghị SƠ KẾT năm", Matching.AUTO).said())
        .extracting(Said::typed)
        .containsExactly("Hội nghị", "SƠ KẾT", "năm");
  }
}
