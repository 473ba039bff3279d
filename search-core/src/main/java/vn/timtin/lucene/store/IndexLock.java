package vn.timtin.lucene.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import vn.timtin.index.IndexException;

/**
 * The right to build an index, or to write to it: one process at a time has it, and loses it when
 * it ends, however it ends.
 *
 * <p>The lock for writing is that of the whole index, not of a generation: who writes to a
 * generation that is no longer the current one must be the one who carries its writes over.
 */
public final class IndexLock implements Closeable {
  /** The file that is locked by who builds a generation or goes back to one. */
  static final String BUILD = "build.lock";

  /** The file that is locked by who has the index open for writing. */
  static final String WRITE = "write.lock";

  /** Somebody who only looks whether a lock is free has it for a moment. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final long RETRY_MILLIS = 20;

  private final Directory root;
  private final Lock lock;

  private IndexLock(Directory root, Lock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Obtains the right to build.
   *
   * @throws IndexException if another has it, or the directory cannot be written
   */
  public static IndexLock forBuilding(Path root) throws IOException {
    return obtain(root, BUILD, "the index in " + root + " is being built by another process");
  }

  /**
   * Obtains the right to write.
   *
   * @throws IndexException if another has it, or the directory cannot be written
   */
  public static IndexLock forWriting(Path root) throws IOException {
    return obtain(
        root,
        WRITE,
        "the index in "
            + root
            + " is open for writing in another process: a running server takes articles over HTTP");
  }

  /** Whether somebody has the index open for writing. */
  public static boolean isOpenForWriting(Path root) throws IOException {
    try (Directory directory = FSDirectory.open(root, NativeFSLockFactory.INSTANCE)) {
      directory.obtainLock(WRITE).close();
      return false;
    } catch (LockObtainFailedException e) {
      return true;
    }
  }

  private static IndexLock obtain(Path root, String name, String taken) throws IOException {
    Directory directory = null;
    try {
      directory = FSDirectory.open(root, NativeFSLockFactory.INSTANCE);
      var lock = new IndexLock(directory, obtain(directory, name));
      directory = null;
      return lock;
    } catch (LockObtainFailedException e) {
      throw new IndexException(taken, e);
    } catch (IOException e) {
      throw new IndexException(
          "cannot write to the index in " + root + ": " + Generations.reason(e), e);
    } finally {
      if (directory != null) {
        directory.close();
      }
    }
  }

  private static Lock obtain(Directory directory, String name) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return directory.obtainLock(name);
      } catch (LockObtainFailedException e) {
        if (System.nanoTime() - deadline > 0) {
          throw e;
        }
      }
      try {
        Thread.sleep(RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LockObtainFailedException("interrupted", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (root) {
      lock.close();
    }
  }
}
