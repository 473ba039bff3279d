package vn.timtin.lucene.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is derived here is how many documents the segments were written with. */
class DerivedTest {
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final AtomicInteger reads = new AtomicInteger();
  private final Derived<Integer, Integer> derived =
      new Derived<>(
          new Derived.Source<>() {
            @Override
            public Integer read(LeafReader segment, int documents, BooleanSupplier isClosed) {
              reads.incrementAndGet();
              return segment.maxDoc();
            }

            @Override
            public Integer merge(Collection<Integer> parts, Instant now) {
              return parts.stream().mapToInt(Integer::intValue).sum();
            }
          });
  private IndexWriter writer;
  private DirectoryReader reader;

  @BeforeEach
  void open() throws IOException {
    writer =
        new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE));
    writer.commit();
    reader = DirectoryReader.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    writer.close();
  }

  private void write(int documents) throws IOException {
    for (int i = 0; i < documents; i++) {
      var document = new Document();
      document.add(new StringField("id", String.valueOf(i), Field.Store.NO));
      writer.addDocument(document);
    }
    look();
  }

  /** Commits what was written and looks at it, as a searcher does that is refreshed. */
  private void look() throws IOException {
    writer.commit();
    DirectoryReader changed = DirectoryReader.openIfChanged(reader);
    if (changed != null) {
      reader.close();
      reader = changed;
    }
  }

  /** Refreshes until all is merged: a merge waits for ten times what the last one took. */
  private void refresh() {
    await()
        .until(
            () -> {
              derived.refresh(reader);
              return derived.covers(reader);
            });
  }

  @Test
  void before_anything_is_read_the_whole_is_that_of_nothing() {
    assertThat(derived.current()).isZero();
  }

  @Test
  void each_segment_is_read_once_however_often_it_is_looked_at() throws IOException {
    write(3);
    write(4);
    refresh();
    derived.refresh(reader);
    assertThat(derived.current()).isEqualTo(7);
    assertThat(reads).hasValue(2);
    write(5);
    assertThat(derived.covers(reader)).isFalse();
    refresh();
    assertThat(derived.current()).isEqualTo(12);
    assertThat(reads).hasValue(3);
  }

  @Test
  void a_segment_is_not_read_again_when_something_is_deleted_from_it() throws IOException {
    write(3);
    refresh();
    writer.deleteDocuments(new Term("id", "1"));
    look();
    refresh();
    assertThat(reads).hasValue(1);
  }

  @Test
  void what_was_read_of_a_segment_is_forgotten_with_it() throws IOException {
    write(3);
    refresh();
    writer.deleteAll();
    write(2);
    refresh();
    assertThat(derived.current()).isEqualTo(2);
  }

  @Test
  void nothing_is_read_after_it_was_closed() throws IOException {
    write(3);
    derived.close();
    derived.refresh(reader);
    assertThat(reads).hasValue(0);
    assertThat(derived.current()).isZero();
  }

  @Test
  void who_waits_for_a_merge_is_told_of_it() throws Exception {
    write(3);
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                derived.awaitMerge(Duration.ofSeconds(30));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return derived.current();
            });
    Thread.sleep(50); // so that it waits
    refresh();
    assertThat(waiting.get()).isEqualTo(3);
  }
}
