package vn.timtin.lucene.store;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import vn.timtin.index.IndexException;

/**
 * The generation of an index that is in use, while others take its place.
 *
 * <p>Reading goes on whatever happens: a generation is closed only when another one is open and has
 * taken its place. Writing pauses for the moment in which that happens, so that each write is
 * either carried over or goes to the new one.
 *
 * <p>Writes run on {@linkplain OwnThreads threads of their own}.
 *
 * <p>Safe for many threads.
 */
public final class LiveGenerations implements Closeable {
  private static final System.Logger LOG = System.getLogger(LiveGenerations.class.getName());

  /** Opening costs time, and what could not be opened will hardly be in order in a moment. */
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

  /** Uses a point in time of the index. */
  @FunctionalInterface
  public interface View<R> {
    R over(Generation generation, IndexSearcher searcher) throws IOException;
  }

  /** Changes a generation. */
  @FunctionalInterface
  public interface Write<R> {
    R with(GenerationWriter writer) throws IOException;
  }

  /** An attempt that failed, not to be repeated at once. */
  private record Failed(long generation, long at, IOException failure) {
    boolean isFresh(long number) {
      return number == generation && System.nanoTime() - at < BETWEEN_ATTEMPTS.toNanos();
    }
  }

  private final Generations generations;
  private final @Nullable WriteSession writing;
  private final OwnThreads threads = new OwnThreads("timtin-write-");

  /** Writes hold the read lock, a change of generation the write lock. */
  private final ReentrantReadWriteLock change = new ReentrantReadWriteLock();

  private volatile Generation current;
  private volatile boolean closed;
  private @Nullable Failed failed;

  private LiveGenerations(
      Generations generations, Generation current, @Nullable WriteSession writing) {
    this.generations = generations;
    this.current = current;
    this.writing = writing;
  }

  /** Opens the current generation for searches alone. */
  public static LiveGenerations openForReading(Generations generations) throws IOException {
    long number = generations.requirePublished().number();
    return new LiveGenerations(generations, Generation.openForReading(generations, number), null);
  }

  /**
   * Opens the current generation.
   *
   * @param beginning what is done where there is none
   */
  public static LiveGenerations openForWriting(
      Generations generations, WriteSession.Beginning beginning) throws IOException {
    WriteSession session = WriteSession.begin(generations);
    Generation current = null;
    try {
      current = session.open(beginning);
      return new LiveGenerations(generations, current, session);
    } finally {
      if (current == null) {
        session.close();
      }
    }
  }

  /** Yields the generation in use. */
  public Generation current() {
    return current;
  }

  // ------------------------------------------------------------------ reads

  /** Lends the latest point in time that is visible. */
  public <R> R read(View<R> view) throws IOException {
    while (true) {
      Generation generation = current;
      IndexSearcher searcher;
      try {
        searcher = generation.searchers().acquire();
      } catch (AlreadyClosedException e) {
        requireChangeOf(generation, e);
        continue;
      }
      try {
        return view.over(generation, searcher);
      } finally {
        generation.searchers().release(searcher);
      }
    }
  }

  /** Uses the generation itself, again if another one takes its place meanwhile. */
  public <R> R readGeneration(ReadGeneration<R> read) throws IOException {
    while (true) {
      Generation generation = current;
      try {
        return read.of(generation);
      } catch (AlreadyClosedException e) {
        requireChangeOf(generation, e);
      }
    }
  }

  /** Reads from a generation. */
  @FunctionalInterface
  public interface ReadGeneration<R> {
    R of(Generation generation) throws IOException;
  }

  /** Between a look at the current generation and its use, another may have taken its place. */
  private void requireChangeOf(Generation generation, AlreadyClosedException e) {
    if (generation == current) {
      throw new IllegalStateException("the index is closed", e);
    }
  }

  // ------------------------------------------------------------------ writes

  /** Runs a write, which is under way for builders until it returns. */
  public <R> R write(Write<R> write) throws IOException {
    if (writing == null) {
      throw new IndexException("the index was opened for reading");
    }
    return threads.run(
        () -> {
          if (!current.isWritable()) {
            reopen();
          }
          change.readLock().lock();
          try {
            return writing.run(() -> write.with(current.writer()));
          } finally {
            change.readLock().unlock();
          }
        });
  }

  /** Makes all that was written visible. */
  public void refresh() throws IOException {
    Generation generation = current;
    try {
      if (generation.isWritable()) {
        threads.run(
            () -> {
              generation.searchers().maybeRefreshBlocking();
              return true;
            });
      } else {
        generation.searchers().maybeRefreshBlocking();
      }
    } catch (AlreadyClosedException e) {
      requireChangeOf(generation, e);
    }
  }

  /** A writer that has met a full disk is closed for good; another one takes its place. */
  private void reopen() throws IOException {
    change.writeLock().lock();
    try {
      Generation ended = current;
      if (!ended.isWritable() && !closed) {
        current = Generation.open(generations, ended.number(), writing.clock());
        ended.close();
      }
    } finally {
      change.writeLock().unlock();
    }
  }

  // ------------------------------------------------------------------ changes

  /** Makes writes visible, and lets old searchers go. */
  public void keepFresh() throws IOException {
    Generation generation = current;
    try {
      generation.searchers().maybeRefresh();
      generation.kept().prune();
    } catch (AlreadyClosedException e) {
      Throwable end = generation.endOfWriter();
      if (end != null) {
        throw new IOException("the next write tries again to write: " + end.getMessage());
      }
      if (!closed && generation == current) {
        throw e;
      }
    }
  }

  /**
   * Moves on to the generation that is published.
   *
   * @throws IndexException if it cannot be opened; the one in use stays in use
   */
  public void follow() throws IOException {
    Optional<Generations.Published> published = generations.published();
    if (published.isEmpty()) {
      throw new IndexException(
          "the file CURRENT is missing from "
              + generations.root()
              + ": write "
              + current.number()
              + " into it");
    }
    long number = published.get().number();
    if (number == current.number()) {
      failed = null;
      return;
    }
    if (failed != null && failed.isFresh(number)) {
      throw failed.failure();
    }
    try {
      moveTo(number);
      failed = null;
    } catch (IOException e) {
      failed = new Failed(number, System.nanoTime(), e);
      throw e;
    } catch (RuntimeException e) { // Lucene's, of what it reads
      var damaged =
          new IndexException("the index in " + generations.directory(number) + " is damaged", e);
      failed = new Failed(number, System.nanoTime(), damaged);
      throw damaged;
    }
  }

  private void moveTo(long number) throws IOException {
    Generation next =
        Generation.open(generations, number, writing == null ? null : writing.clock());
    try {
      LOG.log(System.Logger.Level.DEBUG, "opened generation " + number);
      if (writing != null) {
        next.catchUpWith(current); // most of it, while writes go on
      }
      change.writeLock().lock();
      try {
        if (closed) {
          return;
        }
        Generation old = current;
        if (writing != null) {
          next.catchUpWith(old);
          LOG.log(System.Logger.Level.DEBUG, "caught up with generation " + old.number());
          writing.clock().writtenGeneration(number);
        }
        current = next;
        next = null;
        LOG.log(System.Logger.Level.DEBUG, "switched to generation " + number);
        old.close();
      } finally {
        change.writeLock().unlock();
      }
    } finally {
      if (next != null) {
        next.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    change.writeLock().lock();
    try (writing) {
      if (!closed) {
        closed = true;
        threads.run(
            () -> {
              current.close();
              return true;
            });
        threads.close();
      }
    } finally {
      change.writeLock().unlock();
    }
  }
}
