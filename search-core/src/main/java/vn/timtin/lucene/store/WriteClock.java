package vn.timtin.lucene.store;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import vn.timtin.index.IndexException;

/**
 * The clock that stamps the writes of an index, shared by who writes and who builds.
 *
 * <p>A build replaces all that was acknowledged before it began, and everything else must be
 * carried over. The time of day cannot tell these apart: it jumps, two writes may have the same,
 * and a write that was stamped before a build begins may be acknowledged after it. So there is one
 * clock for all processes, a file that they map: each stamp is later than all before it (a Lamport
 * clock that keeps close to the time of day; Lamport, Time, Clocks, and the Ordering of Events in a
 * Distributed System, 1978), and beside it stands the oldest stamp that a write under way may have.
 *
 * <p>The file also names the generation that takes the writes. After a crash it says where the last
 * ones are, even when another generation is current by then. All of it survives the death of a
 * process; after a power failure the numbers may be old, which {@link #notBefore} and the
 * predecessor in {@code CURRENT} make good.
 *
 * <p>Safe for many threads.
 */
public final class WriteClock {
  /** The name of the file in the directory of the index. */
  static final String FILE = "writes";

  // The file: four numbers of eight bytes.
  private static final int MAGIC_AT = 0;
  private static final int LAST_AT = 8;
  private static final int OLDEST_PENDING_AT = 16;
  private static final int WRITTEN_GENERATION_AT = 24;
  private static final int BYTES = 32;

  private static final long MAGIC = 0x74696d74696e0001L; // "timtin", version 1
  private static final long NONE = 0;

  /** A stamp farther ahead of the time of day is no stamp: the file holds something else. */
  private static final long MAX_AHEAD_MILLIS = Duration.ofDays(100 * 365).toMillis();

  private static final VarHandle NUMBER =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final MappedByteBuffer file;
  private final ReentrantLock lock = new ReentrantLock();

  /** How many writes of this process are under way, by a stamp that is before theirs. */
  private final TreeMap<Long, Integer> pending = new TreeMap<>();

  private WriteClock(MappedByteBuffer file) {
    this.file = file;
  }

  /**
   * Opens the clock of the index in this directory, makes one where there is none.
   *
   * @throws IndexException if the file cannot be written
   */
  public static WriteClock open(Path root) throws IOException {
    Path path = root.resolve(FILE);
    // One at a time: of two who find no file, the later must not clear what the first has written.
    synchronized (WriteClock.class) {
      return openAlone(path);
    }
  }

  private static WriteClock openAlone(Path path) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      if (channel.size()
          < BYTES) { // on a full disk this fails, where a write to memory would crash
        channel.write(ByteBuffer.allocate(BYTES), 0);
      }
      var clock = new WriteClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES));
      clock.clearUnlessSound();
      return clock;
    } catch (IOException e) {
      throw new IndexException("cannot write " + path + ": " + Generations.reason(e), e);
    }
  }

  private void clearUnlessSound() {
    long last = number(LAST_AT);
    if (number(MAGIC_AT) != MAGIC
        || last < 0
        || last > System.currentTimeMillis() + MAX_AHEAD_MILLIS) {
      set(LAST_AT, NONE);
      set(OLDEST_PENDING_AT, NONE);
      set(WRITTEN_GENERATION_AT, NONE);
      set(MAGIC_AT, MAGIC);
    }
  }

  // ------------------------------------------------------------------ stamps

  /**
   * Yields a stamp later than all before it: milliseconds since 1970, or more where there were more
   * stamps than milliseconds, or the time of day was set back.
   */
  long next() {
    while (true) {
      long last = number(LAST_AT);
      long next = Math.max(System.currentTimeMillis(), last + 1);
      if (NUMBER.compareAndSet(file, LAST_AT, last, next)) {
        return next;
      }
    }
  }

  /** Makes all stamps from now on later than this one, which is in the index. */
  public void notBefore(long stamp) {
    long last = number(LAST_AT);
    while (last < stamp && !NUMBER.compareAndSet(file, LAST_AT, last, stamp)) {
      last = number(LAST_AT);
    }
  }

  // ------------------------------------------------------------------ writes under way

  /**
   * Says that a write is under way, before it takes a stamp.
   *
   * @return to be given to {@link #end} when it is acknowledged or has failed
   */
  long begin() {
    lock.lock();
    try {
      long before = number(LAST_AT) + 1;
      pending.merge(before, 1, Integer::sum);
      showOldest();
      return before;
    } finally {
      lock.unlock();
    }
  }

  /** Says that a write has ended. */
  void end(long begun) {
    lock.lock();
    try {
      pending.computeIfPresent(begun, (stamp, writes) -> writes == 1 ? null : writes - 1);
      showOldest();
    } finally {
      lock.unlock();
    }
  }

  private void showOldest() {
    Map.Entry<Long, Integer> oldest = pending.firstEntry();
    set(OLDEST_PENDING_AT, oldest == null ? NONE : oldest.getKey());
  }

  /** Forgets the writes of a process that has died: none of them will be acknowledged. */
  void forgetPending() {
    set(OLDEST_PENDING_AT, NONE);
  }

  /**
   * Where a build begins.
   *
   * @param now a stamp later than all that were given
   * @param oldest the oldest stamp that a write under way may have
   */
  public record Cut(long now, OptionalLong oldest) {
    /**
     * Yields the stamp: all writes with an earlier one were acknowledged before the cut.
     *
     * @param written whether somebody has the index open for writing, asked after the cut
     */
    public long stamp(boolean written) {
      return written && oldest.isPresent() ? Math.min(now, oldest.getAsLong()) : now;
    }
  }

  /** Cuts between what is acknowledged and what is not. */
  public Cut cut() {
    // In this order: a write shows that it is under way before it takes its stamp.
    long now = next();
    long oldest = number(OLDEST_PENDING_AT);
    return new Cut(now, oldest == NONE ? OptionalLong.empty() : OptionalLong.of(oldest));
  }

  // ------------------------------------------------------------------ where writes go

  /** Yields the generation that takes the writes or took the last ones, where that is known. */
  public OptionalLong writtenGeneration() {
    long generation = number(WRITTEN_GENERATION_AT);
    return generation <= 0 ? OptionalLong.empty() : OptionalLong.of(generation);
  }

  /** Says which generation takes the writes from now on. */
  public void writtenGeneration(long generation) {
    set(WRITTEN_GENERATION_AT, generation);
    file.force();
  }

  private long number(int at) {
    return (long) NUMBER.getVolatile(file, at);
  }

  private void set(int at, long number) {
    NUMBER.setVolatile(file, at, number);
  }
}
