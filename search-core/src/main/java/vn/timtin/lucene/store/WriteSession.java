package vn.timtin.lucene.store;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.store.AlreadyClosedException;
import vn.timtin.index.IndexException;

/**
 * What lets this process write to an index: the lock that keeps others away, and the clock.
 *
 * @param clock stamps the writes
 */
public record WriteSession(Generations generations, IndexLock lock, WriteClock clock)
    implements Closeable {
  private static final System.Logger LOG = System.getLogger(WriteSession.class.getName());

  /** Begins an index. */
  @FunctionalInterface
  public interface Beginning {
    /** Publishes an empty generation. */
    void run() throws IOException;
  }

  /**
   * Locks an index for writing.
   *
   * @throws IndexException if another process writes to it, or it cannot be written
   */
  static WriteSession begin(Generations generations) throws IOException {
    generations.prepare();
    IndexLock lock = IndexLock.forWriting(generations.root());
    WriteSession begun = null;
    try {
      WriteClock clock = WriteClock.open(generations.root());
      clock.forgetPending();
      begun = new WriteSession(generations, lock, clock);
      return begun;
    } finally {
      if (begun == null) {
        lock.close();
      }
    }
  }

  /**
   * Opens the current generation for writing, with all that was written to the index.
   *
   * @param beginning what is done where there is none
   */
  Generation open(Beginning beginning) throws IOException {
    if (generations.published().isEmpty()) {
      generations.requireNoLostGeneration();
      beginning.run();
    }
    Generations.Published published = generations.requirePublished();
    Generation current = Generation.open(generations, published.number(), clock);
    boolean done = false;
    try {
      takeOverLastWrites(published, current);
      done = true;
      return current;
    } finally {
      if (!done) {
        current.close();
      }
    }
  }

  /** What was written last may lie in another generation, if the one who wrote it died. */
  private void takeOverLastWrites(Generations.Published published, Generation current)
      throws IOException {
    long number = current.number();
    long last = clock.writtenGeneration().orElse(published.previous().orElse(number));
    if (last != number && generations.has(last)) {
      try {
        current.catchUpWith(generations.directory(last));
      } catch (CatchUp.UnreadableException e) {
        // It must not keep its successor from being used; it stays as the previous generation.
        LOG.log(System.Logger.Level.WARNING, e.getMessage());
      }
    }
    clock.notBefore(current.lastStamp());
    clock.writtenGeneration(number);
  }

  /**
   * Runs a write, which is under way for builders until it returns.
   *
   * @throws IndexException if it fails
   */
  <R> R run(OwnThreads.Work<R> write) throws IOException {
    long begun = 0;
    try {
      begun = clock.begin();
      return write.run();
    } catch (InternalError e) { // of the file that is mapped
      throw cannotWrite("its file " + WriteClock.FILE + " was cut off", e);
    } catch (IndexException e) {
      throw e;
    } catch (AlreadyClosedException | IOException e) {
      throw cannotWrite(BackgroundSteps.rootMessage(e), e);
    } finally {
      clock.end(begun);
    }
  }

  private IndexException cannotWrite(String why, Throwable cause) {
    return new IndexException(
        "cannot write to the index in " + generations.root() + ": " + why, cause);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
