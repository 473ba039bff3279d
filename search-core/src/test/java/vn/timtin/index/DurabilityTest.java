package vn.timtin.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex.PutOutcome;
import vn.timtin.lucene.IndexBuilder;
import vn.timtin.lucene.IndexCheck;
import vn.timtin.lucene.IndexHistory;
import vn.timtin.lucene.LuceneNewsIndex;
import vn.timtin.lucene.store.GroupCommit;
import vn.timtin.search.Hit;
import vn.timtin.search.SearchRequest;

class DurabilityTest {
  @TempDir Path directory;

  private static Article article(String id, String title) {
    return Article.builder().id(id).title(title).build();
  }

  private static List<String> ids(NewsIndex index, String text) throws IOException {
    return index.search(SearchRequest.of(text)).hits().stream().map(Hit::id).toList();
  }

  @Test
  void a_write_is_found_by_its_id_at_once_and_by_searches_within_a_second() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      assertThat(index.put(article("a", "một"))).isEqualTo(PutOutcome.CREATED);
      assertThat(index.get("a").orElseThrow().title()).isEqualTo("một");
      assertThat(index.put(article("a", "hai"))).isEqualTo(PutOutcome.UPDATED);
      assertThat(index.get("a").orElseThrow().title()).isEqualTo("hai");
      await().atMost(java.time.Duration.ofSeconds(1)).until(() -> ids(index, "hai").contains("a"));

      assertThat(index.delete("a")).isTrue();
      assertThat(index.get("a")).isEmpty();
      assertThat(index.delete("a")).isFalse();
      index.refresh();
      assertThat(ids(index, "")).isEmpty();
      assertThat(index.stats().articles()).isZero();
      assertThat(index.put(article("a", "ba"))).isEqualTo(PutOutcome.CREATED);
    }
  }

  @Test
  void of_several_articles_with_one_id_the_last_one_stands() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      assertThat(index.putAll(List.of(article("a", "một"), article("b", "x"), article("a", "hai"))))
          .containsExactly(PutOutcome.CREATED, PutOutcome.CREATED, PutOutcome.UPDATED);
      assertThat(index.get("a").orElseThrow().title()).isEqualTo("hai");
    }
  }

  @Test
  void what_was_acknowledged_is_on_disk_while_the_index_is_still_open() throws IOException {
    try (NewsIndex writing = NewsIndex.open(directory)) {
      writing.put(article("a", "một"));
      try (NewsIndex reading = NewsIndex.openForReading(directory)) {
        assertThat(reading.get("a")).isPresent();
        writing.put(article("b", "hai"));
        await().until(() -> reading.get("b").isPresent());
        assertThatThrownBy(() -> reading.put(article("c", "ba")))
            .isInstanceOf(IndexException.class)
            .hasMessageContaining("for reading");
      }
    }
  }

  @Test
  void writers_at_the_same_time_share_commits_and_lose_nothing() throws Exception {
    int writers = 32;
    int each = 8;
    try (NewsIndex index = NewsIndex.open(directory);
        ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Callable<PutOutcome>> writes = new ArrayList<>();
      for (int i = 0; i < writers * each; i++) {
        String id = "n" + i;
        writes.add(() -> index.put(article(id, "bài " + id)));
      }
      for (Future<PutOutcome> write : threads.invokeAll(writes)) {
        assertThat(write.get()).isEqualTo(PutOutcome.CREATED);
      }
      long commits = segmentsGeneration();
      assertThat(commits).isLessThan(writers * each / 4);
      try (NewsIndex reading = NewsIndex.openForReading(directory)) {
        assertThat(reading.stats().articles()).isEqualTo(writers * each);
      }
    }
  }

  /** Lucene numbers its commits in the base of 36. */
  private long segmentsGeneration() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("generation-000001"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("segments_"))
          .mapToLong(name -> Long.parseLong(name.substring("segments_".length()), 36))
          .max()
          .orElseThrow();
    }
  }

  @Test
  void whoever_waits_for_a_commit_under_way_joins_the_next() throws Exception {
    var commits = new AtomicInteger();
    var group =
        new GroupCommit(
            () -> {
              commits.incrementAndGet();
              try {
                Thread.sleep(50);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Boolean>> waits =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      (Callable<Boolean>)
                          () -> {
                            group.await();
                            return true;
                          })
              .toList();
      for (Future<Boolean> wait : threads.invokeAll(waits)) {
        assertThat(wait.get()).isTrue();
      }
    }
    assertThat(commits.get()).isBetween(2, 4);
  }

  @Test
  void a_failed_commit_is_told_to_all_who_shared_it_and_the_next_one_is_tried() {
    var fails = new boolean[] {true};
    var group =
        new GroupCommit(
            () -> {
              if (fails[0]) {
                throw new IOException("no space left");
              }
            });
    assertThatThrownBy(group::await).hasMessageContaining("no space left");
    fails[0] = false;
    org.assertj.core.api.Assertions.assertThatNoException().isThrownBy(group::await);
  }

  // ------------------------------------------------------------------ generations

  @Test
  void an_open_index_moves_on_to_a_new_generation_with_what_it_was_given_meanwhile()
      throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("old", "cũ"));
      index.put(article("gone", "bị xóa"));
      try (IndexBuilder builder = IndexBuilder.create(directory)) {
        builder.addAll(
            List.of(article("new", "mới"), article("gone", "bị xóa"), article("kept", "a")), 0);
        index.put(article("meanwhile", "trong lúc đó"));
        index.put(article("kept", "b"));
        index.delete("gone");
        builder.publish();
      }
      index.put(article("after", "sau đó"));

      await().until(() -> index.stats().generation() == 2);
      index.refresh();
      assertThat(ids(index, "")).containsExactlyInAnyOrder("new", "meanwhile", "kept", "after");
      assertThat(index.get("kept").orElseThrow().title()).isEqualTo("b");
    }
    try (NewsIndex index = NewsIndex.open(directory)) {
      assertThat(index.stats().articles()).isEqualTo(4);
    }
  }

  @Test
  void searches_never_fail_while_generations_change() throws Exception {
    try (NewsIndex index = NewsIndex.open(directory);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      index.put(article("a", "một"));
      var done = new java.util.concurrent.atomic.AtomicBoolean();
      List<Future<Integer>> searchers =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            int searches = 0;
                            while (!done.get()) {
                              index.search(SearchRequest.of("một"));
                              index.get("a");
                              searches++;
                            }
                            return searches;
                          }))
              .toList();
      try {
        for (int generation = 2; generation <= 4; generation++) {
          try (IndexBuilder builder = IndexBuilder.create(directory)) {
            builder.addAll(List.of(article("a", "một")), 0);
            builder.publish();
          }
          long wanted = generation;
          await().until(() -> index.stats().generation() == wanted);
        }
      } finally {
        done.set(true); // else those who search never end
      }
      for (Future<Integer> searcher : searchers) {
        assertThat(searcher.get()).isPositive();
      }
    }
    try (Stream<Path> kept = Files.list(directory)) {
      assertThat(kept.filter(Files::isDirectory)).hasSize(2);
    }
  }

  @Test
  void a_builder_that_is_not_published_leaves_the_index_as_it_was() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
    }
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      assertThat(builder.addAll(List.of(article("b", "x"), article("b", "y")), 0)).isEqualTo(1);
      assertThatThrownBy(() -> IndexBuilder.create(directory))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("being built");
    }
    try (NewsIndex index = NewsIndex.openForReading(directory)) {
      assertThat(ids(index, "")).containsExactly("a");
      assertThat(IndexCheck.faults(directory)).isEmpty();
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  void of_batches_that_are_added_out_of_order_the_last_one_stands() throws IOException {
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      assertThat(builder.addAll(List.of(article("a", "sau")), 2)).isZero();
      assertThat(builder.addAll(List.of(article("a", "trước"), article("b", "x")), 1)).isEqualTo(1);
      builder.publish();
    }
    try (NewsIndex index = NewsIndex.openForReading(directory)) {
      assertThat(index.get("a").orElseThrow().title()).isEqualTo("sau");
      assertThat(index.stats().articles()).isEqualTo(2);
    }
  }

  @Test
  void a_directory_that_is_no_index_is_refused_and_left_alone() throws IOException {
    Files.writeString(directory.resolve("notes.txt"), "x");
    assertThatThrownBy(() -> NewsIndex.open(directory))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("not an index");
    assertThatThrownBy(() -> NewsIndex.openForReading(directory.resolve("absent")))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("there is no index in");
    assertThatThrownBy(() -> NewsIndex.open(directory.resolve("notes.txt")))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("is a file");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void every_part_of_an_article_comes_back_as_it_was_given() throws IOException {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("số trang", 12);
    attributes.put("nested", List.of("a", true, Map.of("b", "ă")));
    attributes.put("nothing", null);
    Article whole =
        Article.builder()
            .id("a")
            .title("Tìm tin")
            .summary("Lead, “nguyên văn”")
            .body("Một.\nHai.\n\nBa 😀.")
            .captions(List.of("Ảnh: một", "Ảnh: hai"))
            .tags(List.of("thời sự", ""))
            .author("Nguyễn Văn A")
            .source("tin.example.vn")
            .category("Thời sự")
            .url("https://tin.example.vn/a?b=c")
            .publishedAt(OffsetDateTime.parse("2020-08-11T09:30:15.123+05:30"))
            .attributes(attributes)
            .build();
    Article least = Article.builder().id("b").body("x").build();
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.putAll(List.of(whole, least));
    }
    try (NewsIndex index = NewsIndex.openForReading(directory)) {
      assertThat(index.get("a")).contains(whole);
      assertThat(index.get("b")).contains(least);
    }
  }

  @Test
  void an_index_of_another_format_is_refused_and_can_be_built_anew_in_its_place()
      throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
    }
    try (var files = FSDirectory.open(directory.resolve("generation-000001"));
        var writer = new IndexWriter(files, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("format", "1").entrySet());
      writer.commit();
    }
    for (boolean writable : new boolean[] {true, false}) {
      assertThatThrownBy(() -> LuceneNewsIndex.open(directory, writable))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("reindex");
    }
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      builder.addAll(List.of(article("b", "hai")), 0);
      builder.publish();
    }
    try (NewsIndex index = NewsIndex.openForReading(directory)) {
      assertThat(ids(index, "hai")).containsExactly("b");
    }
  }

  @Test
  void writes_are_seen_while_what_was_published_cannot_be_opened() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      var config =
          new IndexWriterConfig().setCodec(new FilterCodec("Nowhere", Codec.getDefault()) {});
      try (var files = FSDirectory.open(directory.resolve("generation-000002"));
          var writer = new IndexWriter(files, config)) {
        writer.addDocument(new Document());
      }
      Files.writeString(directory.resolve("CURRENT"), "2\n");
      await()
          .during(java.time.Duration.ofMillis(600)) // two rounds
          .atMost(java.time.Duration.ofSeconds(2))
          .until(() -> index.stats().generation() == 1);

      index.put(article("a", "một"));

      await().atMost(java.time.Duration.ofSeconds(2)).until(() -> ids(index, "một").contains("a"));
      assertThatThrownBy(() -> NewsIndex.openForReading(directory))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("build it anew");
    }
  }

  @Test
  void a_second_writer_is_told_that_the_index_is_in_use() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      assertThat(index.get("a")).isEmpty();
      assertThatThrownBy(() -> NewsIndex.open(directory))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("open for writing");
    }
  }

  // ------------------------------------------------------------------ what goes wrong

  @Test
  void an_interrupted_writer_has_written_and_harms_nobody() throws Exception {
    try (NewsIndex index = NewsIndex.open(directory)) {
      for (int i = 0; i < 50; i++) {
        String id = "n" + i;
        var thread =
            new FutureTask<>(
                () -> {
                  Thread.currentThread().interrupt();
                  index.put(article(id, "một"));
                  index.refresh();
                  return Thread.interrupted();
                });
        Thread.ofPlatform().start(thread);
        assertThat(thread.get()).as("the interrupt is still to be seen").isTrue();
      }
      index.put(article("after", "hai"));
      index.refresh();
      assertThat(ids(index, "hai")).containsExactly("after");
      assertThat(index.stats().articles()).isEqualTo(51);
      assertThat(index.troubles()).isEmpty();
    }
  }

  @Test
  void a_generation_that_cannot_be_opened_leaves_no_lock_after() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
    }
    Path segment = fileOf("generation-000001", ".cfs");
    byte[] sound = Files.readAllBytes(segment);
    Files.write(segment, new byte[0]);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> NewsIndex.open(directory))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("generation-000001")
          .hasMessageNotContaining("another process");
    }
    Files.write(segment, sound);
    try (NewsIndex index = NewsIndex.open(directory)) {
      assertThat(index.get("a")).isPresent();
    }
  }

  private Path fileOf(String generation, String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(generation))) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  @Test
  void an_article_that_is_damaged_on_disk_is_told_and_the_others_are_found() throws IOException {
    int articles = 40;
    try (NewsIndex index = NewsIndex.open(directory)) {
      for (int i = 0; i < articles; i++) {
        index.put(
            Article.builder()
                .id("n" + i)
                .title("hội nghị " + i)
                .body("khác nhau ".repeat(200) + new Random(i).nextLong())
                .build());
      }
    }
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      List<Article> all = new ArrayList<>();
      try (NewsIndex index = NewsIndex.openForReading(directory)) {
        index.forEach(all::add);
      }
      builder.addAll(all, 0);
      builder.publish();
    }
    Path stored = fileOf("generation-000002", ".fdt");
    byte[] bytes = Files.readAllBytes(stored);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 64; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(stored, bytes);
    try (NewsIndex index = NewsIndex.open(directory)) {
      List<String> found = new ArrayList<>();
      List<String> damaged = new ArrayList<>();
      for (int i = 0; i < articles; i++) {
        try {
          assertThat(index.get("n" + i)).isPresent();
          found.add("n" + i);
        } catch (IndexException e) {
          assertThat(e).hasMessageContaining("damaged");
          damaged.add("n" + i);
        }
      }
      assertThat(damaged).isNotEmpty();
      assertThat(found).hasSizeGreaterThan(articles / 2);
      SearchRequest all = SearchRequest.of("hội nghị").withPage(1, 100);
      for (SearchRequest request : List.of(all, all.withHighlight(false))) {
        assertThat(index.search(request).hits().stream().map(Hit::id))
            .containsAll(found)
            .hasSizeLessThanOrEqualTo(articles);
      }
      assertThat(index.troubles()).singleElement().asString().contains("damaged");
      assertThat(index.stats().troubles()).isEqualTo(index.troubles());
    }
  }

  @Test
  void what_was_published_and_cannot_be_opened_is_told_until_it_is_mended() throws Exception {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
      Files.createDirectories(directory.resolve("generation-000002"));
      Files.writeString(directory.resolve("CURRENT"), "2\n");
      await().until(() -> !index.troubles().isEmpty());
      assertThat(index.troubles()).singleElement().asString().contains("generation-000002");
      assertThat(index.stats().troubles()).hasSize(1);
      assertThat(ids(index, "một")).containsExactly("a");

      // The next build carries over what is written to the one that is in use.
      try (IndexBuilder builder = IndexBuilder.create(directory)) {
        builder.addAll(List.of(article("b", "hai")), 0);
        index.put(article("c", "ba"));
        builder.publish();
      }
      await().until(() -> index.stats().generation() == 3);
      await().until(() -> index.troubles().isEmpty()); // the round that moved on has to end
      index.refresh();
      assertThat(ids(index, "")).containsExactlyInAnyOrder("b", "c");
    }
  }

  @Test
  void a_lost_file_of_the_current_generation_is_told_and_no_new_index_is_begun()
      throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
      Files.delete(directory.resolve("CURRENT"));
      await().until(() -> !index.troubles().isEmpty());
      assertThat(index.troubles()).singleElement().asString().contains("CURRENT", "write 1");
    }
    for (Opening opening : List.<Opening>of(NewsIndex::open, NewsIndex::openForReading)) {
      assertThatThrownBy(() -> opening.of(directory))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("generation-000001")
          .hasMessageContaining("write 1 into CURRENT");
    }
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      builder.addAll(List.of(article("b", "hai")), 0);
      builder.publish();
    }
    assertThat(directory.resolve("generation-000001")).exists();
    assertThat(IndexHistory.restorePrevious(directory)).isEqualTo(1);
    try (NewsIndex index = NewsIndex.open(directory)) {
      assertThat(ids(index, "")).containsExactly("a");
    }
  }

  /** Opens an index. */
  @FunctionalInterface
  private interface Opening {
    NewsIndex of(Path directory) throws IOException;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "0", "1 2", "99999999999999999999", "1\nprevious", "\0\0"})
  void a_current_that_holds_something_odd_is_told(String text) throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
    }
    Files.writeString(directory.resolve("CURRENT"), text);
    for (Opening opening : List.<Opening>of(NewsIndex::open, NewsIndex::openForReading)) {
      assertThatThrownBy(() -> opening.of(directory))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("CURRENT")
          .hasMessageContaining("number of a generation");
    }
  }

  @Test
  void a_current_that_names_nothing_is_told() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
    }
    Files.writeString(directory.resolve("CURRENT"), "7\n");
    assertThatThrownBy(() -> NewsIndex.open(directory))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("generation-000007");
    Files.delete(directory.resolve("CURRENT"));
    Files.createDirectory(directory.resolve("CURRENT"));
    assertThatThrownBy(() -> NewsIndex.openForReading(directory))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("CURRENT");
  }

  // ------------------------------------------------------------------ mistakes of a build

  @Test
  void a_build_with_hardly_any_articles_leaves_the_index_as_it_is() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      for (int i = 0; i < 5; i++) {
        index.put(article("n" + i, "một"));
      }
    }
    for (int given = 0; given < 3; given++) {
      try (IndexBuilder builder = IndexBuilder.create(directory)) {
        for (int i = 0; i < given; i++) {
          builder.addAll(List.of(article("x" + i, "hai")), i);
        }
        assertThatThrownBy(builder::publish)
            .isInstanceOf(TooFewArticlesException.class)
            .hasMessageContaining("5 articles")
            .hasMessageContaining("at least 3 articles");
      }
      try (NewsIndex index = NewsIndex.openForReading(directory)) {
        assertThat(index.stats().articles()).isEqualTo(5);
        assertThat(index.stats().generation()).isEqualTo(1);
      }
    }
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      builder.publish(0);
    }
    try (NewsIndex index = NewsIndex.openForReading(directory)) {
      assertThat(index.stats().articles()).isZero();
    }
  }

  @Test
  void a_first_build_without_articles_begins_no_index() throws IOException {
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      assertThatThrownBy(builder::publish).isInstanceOf(TooFewArticlesException.class);
    }
    assertThatThrownBy(() -> NewsIndex.openForReading(directory))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("not an index");
  }

  @Test
  void the_previous_generation_comes_back_with_what_was_written_since() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("old", "cũ"));
      index.put(article("gone", "bị xóa"));
      try (IndexBuilder builder = IndexBuilder.create(directory)) {
        builder.addAll(List.of(article("wrong", "sai")), 0);
        builder.publish();
      }
      await().until(() -> index.stats().generation() == 2);
      index.put(article("since", "mới"));

      assertThat(IndexHistory.restorePrevious(directory)).isEqualTo(1);
      await().until(() -> index.stats().generation() == 1);
      index.refresh();
      assertThat(ids(index, "")).containsExactlyInAnyOrder("old", "gone", "since");
      index.delete("gone");
      index.put(article("later", "sau"));
    }
    assertThat(IndexHistory.restorePrevious(directory)).isEqualTo(2);
    try (NewsIndex index = NewsIndex.open(directory)) {
      assertThat(ids(index, "")).containsExactlyInAnyOrder("wrong", "since", "later");
    }
  }

  @Test
  void readers_see_what_was_written_since_though_no_writer_is_there() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("old", "cũ"));
    }
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      builder.addAll(List.of(article("new", "mới")), 0);
      builder.publish();
    }
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("since", "từ đó"));
    }
    IndexHistory.restorePrevious(directory);
    try (NewsIndex index = NewsIndex.openForReading(directory)) {
      assertThat(ids(index, "")).containsExactlyInAnyOrder("old", "since");
    }
  }

  @Test
  void a_build_beside_a_current_that_names_nothing_deletes_nothing() throws IOException {
    for (String id : List.of("a", "b")) {
      try (IndexBuilder builder = IndexBuilder.create(directory)) {
        builder.addAll(List.of(article(id, "một")), 0);
        builder.publish();
      }
    }
    Files.writeString(directory.resolve("CURRENT"), "77\n");
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      assertThatThrownBy(builder::publish).isInstanceOf(TooFewArticlesException.class);
    }
    assertThat(directory.resolve("generation-000001")).exists();
    assertThat(directory.resolve("generation-000002")).exists();
    assertThat(directory.resolve("generation-000077")).doesNotExist();
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      builder.addAll(List.of(article("c", "ba")), 0);
      builder.publish();
    }
    assertThat(IndexHistory.restorePrevious(directory)).isEqualTo(2);
  }

  @Test
  void writes_are_carried_over_from_a_generation_whose_files_were_damaged_meanwhile()
      throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
      index.refresh();
      Path segment = fileOf("generation-000001", ".cfs");
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length - 12] ^= 1;
      try (IndexBuilder builder = IndexBuilder.create(directory)) {
        builder.addAll(List.of(article("b", "hai")), 0);
        Files.write(segment, bytes);
        index.put(article("c", "ba"));
        builder.publish();
      }
      await().until(() -> index.stats().generation() == 2);
      index.refresh();
      assertThat(ids(index, "")).containsExactlyInAnyOrder("b", "c");
    }
  }

  /** Lucene ends a writer for good whose lock is gone, as it does when the disk is full. */
  @Test
  void an_index_whose_writer_has_ended_is_read_and_moves_on_and_takes_writes_again()
      throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
      index.refresh();
      Files.delete(directory.resolve("generation-000001").resolve("write.lock"));
      assertThatThrownBy(() -> index.put(article("b", "hai"))).isInstanceOf(IndexException.class);
      assertThat(ids(index, "")).containsExactly("a");
      assertThat(index.get("a")).isPresent();
      await().until(() -> !index.troubles().isEmpty());

      try (IndexBuilder builder = IndexBuilder.create(directory)) {
        builder.addAll(List.of(article("c", "ba")), 0);
        builder.publish();
      }
      await().until(() -> index.stats().generation() == 2);
      await().until(() -> index.troubles().isEmpty());
      index.put(article("d", "bốn"));
      index.refresh();
      assertThat(ids(index, "")).containsExactlyInAnyOrder("c", "d");
    }
  }

  @Test
  void what_cannot_be_swept_away_hinders_no_build() throws IOException {
    Files.createDirectories(directory.resolve("generation-000009").resolve("write.lock"));
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      builder.addAll(List.of(article("a", "một")), 0);
      builder.publish();
    }
    try (NewsIndex index = NewsIndex.openForReading(directory)) {
      assertThat(index.stats().generation()).isEqualTo(10);
    }
  }

  @Test
  void a_generation_with_the_highest_number_is_told() throws IOException {
    Files.createDirectories(directory.resolve("generation-999999999999999999"));
    assertThatThrownBy(() -> IndexBuilder.create(directory))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("highest number");
  }

  @Test
  void there_is_nothing_to_go_back_to_before_the_first_build() throws IOException {
    NewsIndex.open(directory).close();
    assertThatThrownBy(() -> IndexHistory.restorePrevious(directory))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("keeps no generation");
    assertThatThrownBy(() -> IndexHistory.restorePrevious(directory.resolve("absent")))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("no index in");
  }

  @Test
  void builds_one_after_the_other_without_a_writer_keep_two_generations() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
    }
    for (int i = 0; i < 3; i++) {
      try (IndexBuilder builder = IndexBuilder.create(directory)) {
        builder.addAll(List.of(article("a", "hai")), 0);
        builder.publish();
      }
    }
    try (Stream<Path> kept = Files.list(directory)) {
      assertThat(kept.filter(Files::isDirectory).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("generation-000003", "generation-000004");
    }
  }

  @Test
  void a_damaged_index_is_found_out() throws IOException {
    try (NewsIndex index = NewsIndex.open(directory)) {
      index.put(article("a", "một"));
    }
    Path segment;
    try (Stream<Path> files = Files.list(directory.resolve("generation-000001"))) {
      segment = files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 1;
    Files.write(segment, bytes);

    assertThat(IndexCheck.faults(directory)).isNotEmpty();
  }
}
