package vn.timtin.lucene.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class BigramTermTest {
  private static final List<String> WORDS =
      List.of("hoi", "nghi", "so", "ket", "a", "z", "uyu", "7", "07", "0", "00", "999", "1000");

  @Test
  void bigrams_of_syllables_letters_and_small_numbers_take_three_bytes() {
    assertThat(term("hoi", "nghi").length).isEqualTo(3);
    assertThat(term("q", "8").length).isEqualTo(3);
    assertThat(term("ngay", "999").length).isEqualTo(3);
    assertThat(term("nam", "2026").length).isEqualTo(9);
    assertThat(term("vac", "xin").length).isEqualTo(3);
    assertThat(term("covid", "19").length).isEqualTo(9);
  }

  @Property
  void different_bigrams_have_different_terms(
      @ForAll("words") String first,
      @ForAll("words") String second,
      @ForAll("words") String otherFirst,
      @ForAll("words") String otherSecond) {
    boolean same = first.equals(otherFirst) && second.equals(otherSecond);
    assertThat(term(first, second).equals(term(otherFirst, otherSecond))).isEqualTo(same);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.of(WORDS),
        Arbitraries.integers().between(0, 3000).map(String::valueOf),
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(4),
        Arbitraries.of("đ", "漢", "1-2020", "covid", "nguyenx"));
  }

  /** They are in every index: where they change, {@code CURRENT_FORMAT} must change too. */
  @Test
  void the_numbers_of_words_stay_as_they_are() {
    assertThat(term("a", "a").bytes).containsExactly(0, 0, 0);
    assertThat(BigramTerm.numberOf("nghi")).isEqualTo(1005);
    assertThat(BigramTerm.numberOf("z")).isEqualTo(2193);
    assertThat(BigramTerm.numberOf("0")).isEqualTo(2194);
    assertThat(BigramTerm.numberOf("999")).isEqualTo(3193);
    for (String word : List.of("00", "1000", "covid", "")) {
      assertThat(BigramTerm.numberOf(word)).as(word).isEqualTo(BigramTerm.NO_NUMBER);
    }
  }

  @Test
  void counts_the_bigrams_of_an_article_however_many() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var counts = new BigramCounts();
    for (int most : new int[] {10, 5_000, 50, 20_000}) {
      counts.clear();
      Map<BytesRef, Integer> expected = new HashMap<>();
      for (int i = 0; i < most; i++) {
        BigramWord first = word(random);
        BigramWord second = word(random);
        int times = 1 + random.nextInt(3);
        counts.add(first, second, times);
        BytesRef term = term(first.term.utf8ToString(), second.term.utf8ToString());
        expected.merge(term, times, Integer::sum);
      }
      Map<BytesRef, Integer> actual = new HashMap<>();
      var term = new BytesRef(16);
      for (int entry = 0; entry < counts.size(); entry++) {
        counts.term(entry, term);
        actual.merge(BytesRef.deepCopyOf(term), counts.count(entry), Integer::sum);
      }
      assertThat(actual).as("seed " + seed).isEqualTo(expected);
    }
  }

  private static BigramWord word(Random random) {
    String word =
        switch (random.nextInt(4)) {
          case 0 -> "word" + random.nextInt(20);
          case 1 -> String.valueOf(random.nextInt(400));
          default -> List.of("hoi", "nghi", "so", "ket").get(random.nextInt(4));
        };
    return new BigramWord(word);
  }

  private static BytesRef term(String first, String second) {
    return BigramTerm.of(first, second);
  }
}
