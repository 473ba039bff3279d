package vn.timtin.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.timtin.analysis.Folding;
import vn.timtin.search.SearchRequest;

class PhrasesTest {
  private static final Instant NOW = Instant.parse("2024-05-06T00:00:00Z");
  private static final String[] SYLLABLES = {
    "hội", "hồi", "hoi", "nghị", "nghỉ", "sơ", "so", "TP.", "HCM", "ế", "a", "đi", "Đi", "2024"
  };

  /** Different phrases with different worths, in no order. */
  private static List<Phrase> random(int size, Random random) {
    var phrases = new TreeMap<String, Phrase>();
    while (phrases.size() < size) {
      var text = new StringBuilder();
      for (int i = random.nextInt(4); i >= 0; i--) {
        text.append(text.isEmpty() ? "" : " ");
        text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      phrases.putIfAbsent(
          PhraseText.lower(text.toString()), new Phrase(text.toString(), phrases.size() + 1, 0));
    }
    return new ArrayList<>(phrases.values());
  }

  private static List<String> best(Phrases phrases, String beginning, int most) {
    List<Phrase> found = new ArrayList<>();
    phrases.best(beginning, most, found::add);
    return found.stream()
        .distinct()
        .sorted(Comparator.comparing(phrase -> -phrase.worth()))
        .map(Phrase::text)
        .toList();
  }

  @Test
  void the_best_that_begin_with_the_letters_are_found_as_by_looking_at_all() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    List<Phrase> all = random(1_500, random);
    var phrases = new Phrases(PhraseList.of(all, 2_000, NOW));
    for (int i = 0; i < 2_000; i++) {
      String key = PhraseText.lower(all.get(random.nextInt(all.size())).text());
      String beginning = key.substring(0, random.nextInt(key.length() + 1));
      String unmarked = Folding.fold(beginning);
      int most = 1 + random.nextInt(20);
      List<String> expected =
          all.stream()
              .filter(p -> Folding.fold(PhraseText.lower(p.text())).startsWith(unmarked))
              .sorted(Comparator.comparing(phrase -> -phrase.worth()))
              .limit(most)
              .map(Phrase::text)
              .toList();
      assertThat(best(phrases, unmarked, most))
          .as("“%s”, seed %d", unmarked, seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void the_best_with_the_same_marks_are_among_those_that_are_found() {
    List<Phrase> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      all.add(new Phrase("hội " + Integer.toString(i, 36), 1_000 + i, 0));
    }
    all.add(new Phrase("hồi âm", 1, 0));
    var phrases = new Phrases(PhraseList.of(all, 1_000, NOW));
    assertThat(best(phrases, "hoi", 8)).doesNotContain("hồi âm");
    assertThat(best(phrases, "hồi", 8)).contains("hồi âm");
    assertThat(best(phrases, "hồi ", 8)).contains("hồi âm");
    assertThat(best(phrases, "x", 8)).isEmpty();
  }

  @Test
  void a_list_keeps_what_is_worth_most() {
    List<Phrase> phrases =
        List.of(new Phrase("một", 3, 0), new Phrase("hai", 1, 1), new Phrase("ba", 2, 0));
    PhraseList kept = PhraseList.of(phrases, 2, NOW);
    assertThat(kept.size()).isEqualTo(2);
    assertThat(kept.get(0)).isEqualTo(new Phrase("hai", 1, 1)); // fresh
    assertThat(kept.get(1)).isEqualTo(new Phrase("một", 3, 0));
  }

  @Test
  void a_phrase_that_was_cut_in_several_ways_is_listed_once() {
    PhraseList list =
        PhraseList.of(List.of(new Phrase("nông dân", 3, 0), new Phrase("nông dân", 1, 0)), 10, NOW);
    assertThat(list.size()).isEqualTo(1);
    assertThat(list.get(0).articles()).isEqualTo(4);
  }

  @Test
  void merged_lists_add_the_figures_of_a_phrase_and_let_it_age() {
    PhraseList old =
        PhraseList.of(
            List.of(new Phrase("Hội nghị", 2, 1), new Phrase("ao", 1, 0)),
            10,
            NOW.minus(SearchRequest.FRESHNESS_HALF_LIFE));
    PhraseList recent =
        PhraseList.of(List.of(new Phrase("hội nghị", 3, 1), new Phrase("bờ", 1, 0)), 10, NOW);
    PhraseList merged = PhraseList.merge(List.of(old, recent), 10, NOW);
    assertThat(merged.size()).isEqualTo(3);
    assertThat(merged.get(2)).isEqualTo(new Phrase("hội nghị", 5, 1.5f));
    assertThat(PhraseList.merge(List.of(old, recent), 1, NOW).get(0).text()).isEqualTo("hội nghị");
  }

  @Test
  void freshness_halves_with_each_half_life_and_never_exceeds_one() {
    Duration halfLife = SearchRequest.FRESHNESS_HALF_LIFE;
    assertThat(Phrase.freshness(NOW, NOW)).isEqualTo(1);
    assertThat(Phrase.freshness(NOW, NOW.plus(halfLife))).isEqualTo(1);
    assertThat(Phrase.freshness(NOW, NOW.minus(halfLife.multipliedBy(2)))).isEqualTo(.25f);
    assertThat(Phrase.freshness(NOW, Instant.EPOCH)).isZero();
  }
}
