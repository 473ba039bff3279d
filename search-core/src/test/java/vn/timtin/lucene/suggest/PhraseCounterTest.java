package vn.timtin.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseCounterTest {
  private static Map<String, Integer> counted(int least, String... articles) {
    var counter = new PhraseCounter();
    for (String article : articles) {
      counter.add(List.of(article.split("\\|")), 0);
    }
    return counter.phrases(least).stream()
        .collect(Collectors.toMap(Phrase::text, Phrase::articles, Integer::sum));
  }

  @Test
  void articles_are_counted_not_occurrences() {
    assertThat(counted(1, "Hội nghị, hội nghị|hội nghị", "hội nghị"))
        .containsExactly(Map.entry("hội nghị", 2));
  }

  @Test
  void a_row_ends_at_a_sign_and_with_its_text() {
    assertThat(counted(1, "nông dân, công nhân|hội nghị"))
        .containsOnlyKeys("nông dân", "công nhân", "hội nghị");
  }

  @Test
  void a_word_without_end_and_what_stands_after_10_000_letters_are_left_out() {
    assertThat(counted(1, "nông dân " + "x".repeat(41) + " công nhân"))
        .containsOnlyKeys("nông dân", "công nhân");
    assertThat(counted(1, "nông dân" + " .".repeat(5_000) + " công nhân"))
        .containsOnlyKeys("nông dân");
  }

  @Test
  void a_row_that_goes_on_in_one_way_gives_way_to_the_longer_one() {
    assertThat(counted(1, "máy bay không người lái", "máy bay không người lái"))
        .containsKey("máy bay không người lái")
        .doesNotContainKeys("máy bay không", "máy bay không người")
        .containsKey("máy bay");
  }

  @Test
  void what_few_articles_have_is_left_out() {
    assertThat(counted(2, "nông dân họp", "nông dân hát", "công nhân"))
        .containsExactly(Map.entry("nông dân", 2));
  }

  @Test
  void spellings_of_a_word_count_together_and_the_usual_one_is_shown() {
    assertThat(
            counted(1, "đẹp như hoà bình", "vì hòa bình", "cho hòa bình", "vì hoà bình thôi nhé"))
        .containsEntry("hòa bình", 4)
        .doesNotContainKey("hoà bình");
  }

  @Test
  void the_freshness_of_articles_adds_up() {
    var counter = new PhraseCounter();
    counter.add(List.of("nông dân"), .5f);
    counter.add(List.of("nông dân"), .25f);
    counter.add(List.of(), 1);
    assertThat(counter.phrases(1)).containsExactly(new Phrase("nông dân", 2, .75f));
  }
}
