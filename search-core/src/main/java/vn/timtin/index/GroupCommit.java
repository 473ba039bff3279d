package vn.timtin.index;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets writers at the same time share one commit.
 *
 * <p>A writer that has made its change waits here. If no commit is under way, it commits for all
 * who wait; else it waits for the next one, since the one under way may have begun before its
 * change (group commit; Gray and Reuter, Transaction Processing, 1993).
 */
final class GroupCommit {
  /** Makes all changes before it durable. */
  @FunctionalInterface
  interface Commit {
    void run() throws IOException;
  }

  private final Commit commit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private Round next = new Round();
  private boolean running;

  /** Those who share a commit: all learn how it ended. */
  private static final class Round {
    private boolean done;
    private Throwable failure;
  }

  GroupCommit(Commit commit) {
    this.commit = commit;
  }

  /** Returns once a commit that began after the call has succeeded. */
  void await() throws IOException {
    Round mine;
    lock.lock();
    try {
      mine = next;
      while (running && !mine.done) {
        ended.awaitUninterruptibly();
      }
      if (!mine.done) {
        running = true;
        next = new Round();
      }
    } finally {
      lock.unlock();
    }
    if (!mine.done) {
      lead(mine);
    }
    if (mine.failure != null) {
      throw new IOException(
          "the index could not be committed: " + mine.failure.getMessage(), mine.failure);
    }
  }

  private void lead(Round round) {
    Throwable failure = null;
    try {
      commit.run();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    lock.lock();
    try {
      round.failure = failure;
      round.done = true;
      running = false;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
