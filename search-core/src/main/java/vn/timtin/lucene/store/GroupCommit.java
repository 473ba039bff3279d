package vn.timtin.lucene.store;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets writers at the same time share one commit.
 *
 * <p>A writer that has made its change waits here. If no commit is under way, it commits for all
 * who wait; else it waits for the next one, since the one under way may have begun before its
 * change (group commit; Gray and Reuter, Transaction Processing, 1993).
 *
 * <p>Those who were just served come back at once when they have more to write. So whoever commits
 * first gives them up to half the time that a commit takes, until as many are there as the last
 * time; a writer that is alone never waits.
 */
public final class GroupCommit {
  /** Makes all changes before it durable. */
  @FunctionalInterface
  public interface Commit {
    void run() throws IOException;
  }

  private final Commit commit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Condition joined = lock.newCondition();
  private Round next = new Round();
  private boolean running;

  // Of the last commit.
  private int writers = 1;
  private long nanos;

  /** Those who share a commit: all learn how it ended. */
  private static final class Round {
    private int writers;
    private boolean done;
    private Throwable failure;
  }

  public GroupCommit(Commit commit) {
    this.commit = commit;
  }

  /** Returns once a commit that began after the call has succeeded. */
  public void await() throws IOException {
    Round mine;
    lock.lock();
    try {
      mine = next;
      mine.writers++;
      joined.signal();
      while (running && !mine.done) {
        ended.awaitUninterruptibly();
      }
      if (!mine.done) {
        running = true;
        awaitOthers(mine);
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

  private void awaitOthers(Round round) {
    long left = nanos / 2;
    try {
      while (round.writers < writers && left > 0) {
        left = joined.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the commit itself is not interrupted
    }
    writers = round.writers;
  }

  private void lead(Round round) {
    long began = System.nanoTime();
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
      nanos = System.nanoTime() - began;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
