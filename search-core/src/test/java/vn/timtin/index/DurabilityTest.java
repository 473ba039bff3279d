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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex.PutOutcome;
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
