package vn.timtin.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.SuggestRequest;
import vn.timtin.search.Suggestion;
import vn.timtin.search.Suggestion.Kind;
import vn.timtin.search.Suggestions;

class SuggestionsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private NewsIndex index;

  @BeforeEach
  void open() throws IOException {
    index = NewsIndex.open(directory.resolve("index"));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private void put(String id, String title, String summary) throws IOException {
    index.put(article(id, title, summary).build());
    index.refresh();
  }

  private static Article.Builder article(String id, String title, String summary) {
    return Article.builder().id(id).title(title).summary(summary);
  }

  private Suggestions answer(String typed, int size) throws IOException {
    return index.suggest(SuggestRequest.of(typed).withSize(size).withPatience(PATIENCE));
  }

  private List<Suggestion> suggestions(String typed) throws IOException {
    Suggestions answer = answer(typed, 8);
    assertThat(answer.isComplete()).isTrue();
    return answer.suggestions();
  }

  private List<String> texts(String typed) throws IOException {
    return suggestions(typed).stream().map(Suggestion::text).toList();
  }

  private List<String> words(String typed) throws IOException {
    return suggestions(typed).stream()
        .filter(suggestion -> suggestion.kind() != Kind.HEADLINE)
        .map(Suggestion::text)
        .toList();
  }

  private List<String> headlines(String typed) throws IOException {
    return suggestions(typed).stream()
        .filter(suggestion -> suggestion.kind() == Kind.HEADLINE)
        .map(Suggestion::text)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoi ng",
        "hội ng",
        "hôi ng",
        "HOI NGH",
        "hooij ng",
        "hooi nghi",
        "hoij nghij",
        "ho6i5 ngh",
        "hooij nghi5",
        "“hội ng"
      })
  void a_half_typed_word_is_completed_with_marks_without_or_as_keystrokes(String typed)
      throws IOException {
    put("a", "Quận Tám tổ chức hội nghị", "Tại hội nghị, nhiều tập thể được khen.");
    assertThat(words(typed)).anyMatch(text -> text.endsWith("hội nghị"));
  }

  @Test
  void a_decomposed_text_is_completed_like_a_composed_one() throws IOException {
    put("a", "Quận Tám tổ chức hội nghị", "");
    String typed = Normalizer.normalize("hội ng", Normalizer.Form.NFD);
    assertThat(words(typed)).containsExactly("hội nghị");
  }

  @ParameterizedTest
  @CsvSource({
    "ho, hồ nước", // more articles have it
    "hô, hồ nước", // the tone may still come
    "hồ, hồ nước",
    "hộ, hội nghị"
  })
  void what_has_the_marks_that_were_typed_comes_first(String typed, String first)
      throws IOException {
    for (int i = 0; i < 5; i++) {
      put("a" + i, "Quận tổ chức hội nghị", "");
    }
    for (int i = 0; i < 6; i++) {
      put("b" + i, "Người dân bên hồ nước", "");
    }
    assertThat(words(typed)).contains("hội nghị", "hồ nước").first().isEqualTo(first);
  }

  @Test
  void more_articles_weigh_more_and_newer_ones_more_than_that() throws IOException {
    OffsetDateTime now = OffsetDateTime.now();
    for (int i = 0; i < 4; i++) {
      index.put(article("a" + i, "Mưa to ở cầu Ba Ngò", "").publishedAt(now.minusYears(3)).build());
      index.put(article("b" + i, "Mưa to ở cầu phao", "").publishedAt(now.minusYears(3)).build());
    }
    index.put(article("c", "Sửa cầu Ba Ngò", "").publishedAt(now.minusYears(3)).build());
    index.refresh();
    assertThat(words("cầu ")).containsSequence("cầu Ba Ngò", "cầu phao");
    index.put(article("d", "Sửa cầu phao", "").publishedAt(now).build());
    index.refresh();
    assertThat(words("cầu ")).containsSequence("cầu phao", "cầu Ba Ngò");
  }

  @Test
  void names_keep_their_capitals_and_words_lose_those_of_a_sentence() throws IOException {
    put("a", "Khởi tố vụ án", "Ông Trần Hưng Đạo nói về việc khởi tố. Khởi tố là đúng.");
    assertThat(suggestions("tran hung"))
        .extracting(Suggestion::text, Suggestion::kind)
        .contains(tuple("Trần Hưng Đạo", Kind.NAME));
    assertThat(suggestions("khoi"))
        .extracting(Suggestion::text, Suggestion::kind)
        .contains(tuple("khởi tố", Kind.WORD));
  }

  @Test
  void words_of_captions_and_tags_are_suggested_too() throws IOException {
    index.put(
        article("a", "Một tin", "")
            .captions(List.of("Nghệ nhân Lường Thị Ban bên khung cửi"))
            .tags(List.of("thổ cẩm"))
            .build());
    index.refresh();
    assertThat(words("luong thi")).contains("Lường Thị Ban");
    assertThat(words("tho c")).contains("thổ cẩm");
  }

  @Test
  void a_word_that_says_nothing_is_not_suggested() throws IOException {
    put("a", "Trong cuộc họp của huyện", "Của cải trong kho được trao cho các hộ trong xã.");
    assertThat(words("tro")).doesNotContain("trong");
    assertThat(words("cu")).contains("cuộc họp").doesNotContain("của", "cuộc", "cuộc họp của");
  }

  @Test
  void words_that_always_go_on_in_the_same_way_are_suggested_whole() throws IOException {
    for (int i = 0; i < 3; i++) {
      put("a" + i, "Bắt giữ máy bay không người lái", "");
    }
    assertThat(words("may bay k")).containsExactly("máy bay không người lái");
  }

  @Test
  void what_is_typed_already_is_not_suggested() throws IOException {
    put("a", "Quận Tám tổ chức hội nghị", "");
    assertThat(words("hội nghị")).isEmpty();
    assertThat(words("hoi nghi")).containsExactly("hội nghị");
  }

  @ParameterizedTest
  @CsvSource({"bac sy, bác sĩ", "bac si, bác sĩ", "ky th, kĩ thuật", "ki th, kĩ thuật"})
  void i_and_y_are_the_same_where_papers_write_both(String typed, String word) throws IOException {
    put("a", "Bác sĩ trẻ", "Một bác sĩ có kĩ thuật cao.");
    assertThat(words(typed)).contains(word);
  }

  @Test
  void the_last_words_are_completed_after_others_which_get_their_marks() throws IOException {
    put("a", "Cúp vàng", "Kết quả bóng đá hôm nay.");
    assertThat(words("ket qua bong da hom n")).containsExactly("kết quả bóng đá hôm nay");
    assertThat(words("xem kết quả bóng đá hôm n")).containsExactly("xem kết quả bóng đá hôm nay");
  }

  @Test
  void after_other_words_only_what_stands_there_in_an_article_is_suggested() throws IOException {
    put("a", "Cúp vàng", "Bóng đá hôm nay có tin về nông dân.");
    assertThat(words("bóng đá nông")).isEmpty();
  }

  @Test
  void a_headline_is_completed_marks_aside_and_names_its_article() throws IOException {
    put("a", "Cầu phao Ba Ngò thông xe trở lại", "");
    for (String typed :
        List.of("cầu phao ba ng", "cau phao ba ngo tho", "CAU PHAO BA NGO THONG ")) {
      assertThat(suggestions(typed))
          .contains(
              new Suggestion("Cầu phao Ba Ngò thông xe trở lại", Kind.HEADLINE, Optional.of("a")));
    }
    assertThat(headlines("ba ngo thong")).hasSize(1);
    assertThat(headlines("thong xe ba ngo")).hasSize(1); // in another order, if there is no other
    assertThat(headlines("cau phao ba ngo thong xe tro lai roi")).isEmpty();
  }

  @Test
  void headlines_that_begin_so_come_first_then_the_newest() throws IOException {
    OffsetDateTime day = OffsetDateTime.parse("2024-05-06T00:00:00+07:00");
    index.put(article("old", "Lũ quét ở Nậm Khuổi", "").publishedAt(day).build());
    index.put(article("new", "Lũ quét ở Khau Phàn", "").publishedAt(day.plusDays(1)).build());
    index.put(article("in", "Sau trận lũ quét ở bản", "").publishedAt(day.plusDays(2)).build());
    index.put(article("none", "Lũ quét ở đâu", "").build());
    index.refresh();
    assertThat(headlines("lu quet o"))
        .containsExactly(
            "Lũ quét ở Khau Phàn",
            "Lũ quét ở Nậm Khuổi",
            "Lũ quét ở đâu",
            "Sau trận lũ quét ở bản");
  }

  @Test
  void headlines_with_other_marks_come_last() throws IOException {
    put("a", "Hội nghị hôm nay", "");
    put("b", "Hỏi nghi can", "");
    assertThat(headlines("hỏi ngh")).containsExactly("Hỏi nghi can", "Hội nghị hôm nay");
    assertThat(headlines("hội ngh")).containsExactly("Hội nghị hôm nay", "Hỏi nghi can");
  }

  @Test
  void a_headline_of_many_papers_is_suggested_once() throws IOException {
    put("a", "Cầu phao Ba Ngò thông xe", "");
    put("b", "Cầu phao Ba Ngò thông xe", "");
    assertThat(headlines("cau phao")).hasSize(1);
  }

  @Test
  void a_deleted_article_leaves_neither_headline_nor_words() throws IOException {
    put("a", "Nghệ nhân Lường Thị Ban dệt vải", "");
    put("b", "Nghệ nhân Tòng Văn Hia đan giỏ", "");
    assertThat(texts("luong thi")).hasSizeGreaterThan(1);
    index.delete("a");
    index.refresh();
    assertThat(texts("luong thi")).isEmpty();
    assertThat(texts("tong van")).isNotEmpty();
  }

  @Test
  void a_changed_headline_takes_the_place_of_the_old_one() throws IOException {
    put("a", "Cầu phao Ba Ngò đứt neo", "");
    put("a", "Cầu phao Ba Ngò thông xe", "");
    assertThat(headlines("cau phao ba ngo")).containsExactly("Cầu phao Ba Ngò thông xe");
  }

  @Test
  void what_is_written_is_suggested_soon_without_patience() throws IOException {
    put("a", "Một tin", "");
    assertThat(words("luong")).isEmpty();
    index.put(article("b", "Nghệ nhân Lường Thị Ban dệt vải", "").build());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                index.suggest(SuggestRequest.of("luong thi")).suggestions().stream()
                    .anyMatch(suggestion -> suggestion.text().equals("Lường Thị Ban")));
  }

  @Test
  void whoever_reads_the_index_beside_its_writer_sees_what_is_written() throws IOException {
    put("a", "Một tin", "");
    try (NewsIndex reading = NewsIndex.openForReading(directory.resolve("index"))) {
      reading.suggest(SuggestRequest.of("a").withPatience(PATIENCE));
      put("b", "Nghệ nhân Lường Thị Ban dệt vải", "");
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> reading.suggest(SuggestRequest.of("luong thi")).suggestions().size(),
              size -> size > 1);
    }
  }

  @Test
  void of_eight_suggestions_three_are_headlines_if_there_are_enough_of_both() throws IOException {
    for (int i = 0; i < 12; i++) {
      put("a" + i, "Cầu số " + i + " thông xe", "Cầu treo " + (char) ('a' + i) + "a mở lại.");
    }
    assertThat(suggestions("cầu ")).hasSize(8);
    assertThat(headlines("cầu ")).hasSize(3);
    assertThat(answer("cầu ", 50).suggestions()).hasSizeGreaterThan(12);
    assertThat(answer("cầu ", 1).suggestions()).hasSize(1);
  }

  @Test
  void an_empty_index_suggests_nothing() throws IOException {
    assertThat(suggestions("hoi")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "…!?\"(", "\uD800", "😀"})
  void without_a_letter_nothing_is_suggested(String typed) throws IOException {
    put("a", "Hội nghị", "");
    assertThat(suggestions(typed)).isEmpty();
  }

  @Test
  void any_text_may_be_typed() throws IOException {
    put("a", "Hội nghị sơ kết: “Cầu phao” TP.HCM, 2/9 & 5.000 đồng", "Đắk Lắk, Covid-19, 😀 họp.");
    long seed = new Random().nextLong();
    var random = new Random(seed);
    String letters = "hội ngịsơkétTP.HCM-19\"+()*:/😀ĐẮđ\u0323\u0301\u0000 \n";
    for (int i = 0; i < 500; i++) {
      var typed = new StringBuilder();
      IntStream.range(0, random.nextInt(30))
          .forEach(k -> typed.append(letters.charAt(random.nextInt(letters.length()))));
      assertThat(suggestions(typed.toString()))
          .as("“%s”, seed %d", typed, seed)
          .hasSizeLessThanOrEqualTo(8);
    }
    assertThat(suggestions("hội ".repeat(2_500))).isEmpty();
    assertThat(suggestions("x".repeat(10_000))).isEmpty();
  }

  @Test
  void wrong_sizes_and_texts_are_refused() {
    SuggestRequest request = SuggestRequest.of("a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.withSize(0))
        .withMessageContaining("size must be at least 1");
    assertThatIllegalArgumentException().isThrownBy(() -> request.withSize(51));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SuggestRequest.of("a".repeat(10_001)))
        .withMessageContaining("10001");
    assertThatIllegalArgumentException().isThrownBy(() -> request.withPatience(Duration.ofDays(1)));
  }

  @Test
  void many_threads_may_ask_while_articles_are_written() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var asked =
          threads.submit(
              () -> {
                for (int i = 0; i < 300; i++) {
                  index.suggest(SuggestRequest.of("cau ph"));
                }
                return true;
              });
      for (int i = 0; i < 20; i++) {
        put("a" + i, "Cầu phao số " + i, "Người dân đi qua cầu phao.");
      }
      assertThat(asked.get()).isTrue();
    }
    assertThat(words("cau ph")).contains("cầu phao");
  }

  @Test
  void an_index_can_be_closed_while_its_words_are_read() throws IOException {
    var many = new ArrayList<Article>();
    for (int i = 0; i < 3_000; i++) {
      many.add(article("m" + i, "Tin số " + i + " về cầu phao", "Người dân đi lại.").build());
    }
    index.putAll(many);
    index.refresh();
    index.suggest(SuggestRequest.of("cau"));
    long began = System.nanoTime();
    index.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    assertThatThrownBy(() -> index.suggest(SuggestRequest.of("cau")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
