package vn.timtin.lucene.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.timtin.index.IndexException;

class WriteClockTest {
  @TempDir Path directory;

  @Test
  void no_stamp_is_given_twice_whoever_shares_the_clock() throws Exception {
    int threads = 4;
    int each = 5_000;
    Set<Long> all = new HashSet<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<List<Long>>> given = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        WriteClock own = WriteClock.open(directory); // as another process has it
        given.add(
            pool.submit(
                () -> {
                  List<Long> stamps = new ArrayList<>();
                  for (int k = 0; k < each; k++) {
                    stamps.add(own.next());
                  }
                  return stamps;
                }));
      }
      for (Future<List<Long>> stamps : given) {
        assertThat(stamps.get()).isSorted();
        all.addAll(stamps.get());
      }
    }
    assertThat(all).hasSize(threads * each);
  }

  @Test
  void stamps_go_on_after_the_last_even_when_the_time_of_day_is_set_back() throws IOException {
    long ahead = System.currentTimeMillis() + 3_600_000;
    WriteClock.open(directory).notBefore(ahead);

    assertThat(WriteClock.open(directory).next()).isEqualTo(ahead + 1);
  }

  @Test
  void a_cut_lies_before_every_write_that_is_under_way_and_after_all_that_have_ended()
      throws IOException {
    WriteClock writer = WriteClock.open(directory);
    WriteClock builder = WriteClock.open(directory);
    long ended = writer.begin();
    long endedStamp = writer.next();
    writer.end(ended);
    long slow = writer.begin();
    long slowStamp = writer.next();
    long quick = writer.begin();
    long quickStamp = writer.next();
    writer.end(quick);

    long cut = builder.cut().stamp(true);
    assertThat(cut).isGreaterThan(endedStamp).isLessThanOrEqualTo(slowStamp);
    assertThat(writer.next()).isGreaterThan(cut);

    writer.end(slow);
    assertThat(builder.cut().stamp(true)).isGreaterThan(quickStamp);
  }

  @Test
  void writes_of_a_process_that_has_died_hold_no_build_back() throws IOException {
    WriteClock dead = WriteClock.open(directory);
    dead.begin();
    long stamp = dead.next();

    WriteClock builder = WriteClock.open(directory);
    assertThat(builder.cut().stamp(true)).isLessThanOrEqualTo(stamp);
    assertThat(builder.cut().stamp(false)).isGreaterThan(stamp);
    WriteClock.open(directory).forgetPending();
    assertThat(builder.cut().stamp(true)).isGreaterThan(stamp);
  }

  @Test
  void a_file_that_holds_something_else_is_begun_anew() throws IOException {
    Files.writeString(directory.resolve(WriteClock.FILE), "x".repeat(100));
    WriteClock clock = WriteClock.open(directory);
    assertThat(clock.writtenGeneration()).isEmpty();
    assertThat(clock.next()).isBetween(1L, System.currentTimeMillis() + 1_000);

    clock.writtenGeneration(7);
    assertThat(WriteClock.open(directory).writtenGeneration()).hasValue(7);
  }

  @Test
  void a_place_where_no_file_can_be_is_told() throws IOException {
    Files.createDirectory(directory.resolve(WriteClock.FILE));
    assertThatThrownBy(() -> WriteClock.open(directory))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining(WriteClock.FILE);
  }
}
