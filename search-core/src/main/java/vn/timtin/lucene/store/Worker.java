package vn.timtin.lucene.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A thread that does one thing time and again, in the background. */
public final class Worker implements AutoCloseable {
  private final ScheduledExecutorService thread;

  /** Begins a thread of this name that keeps no program alive. */
  public Worker(String name) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Does it that long after the end of the last time, first after that time. */
  public void every(Duration pause, Runnable round) {
    schedule(pause, pause, round);
  }

  /** Does it at once, and again that long after the end of the last time. */
  public void now(Duration pause, Runnable round) {
    schedule(Duration.ZERO, pause, round);
  }

  private void schedule(Duration first, Duration pause, Runnable round) {
    thread.scheduleWithFixedDelay(round, first.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends after the round that is under way, without waiting for that. */
  @Override
  public void close() {
    thread.shutdown();
  }

  /** Ends when the round that is under way has ended. */
  public void closeAndWait() {
    thread.close();
  }
}
