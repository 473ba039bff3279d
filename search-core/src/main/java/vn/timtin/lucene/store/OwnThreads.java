package vn.timtin.lucene.store;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs what writes files on threads that nobody interrupts.
 *
 * <p>Lucene closes its writer for all when a thread is interrupted that writes a file, and whose
 * thread it is that calls the library is not known. There are as many threads as callers at a time.
 * Safe for many threads.
 */
final class OwnThreads implements AutoCloseable {
  /** Something to do. */
  @FunctionalInterface
  interface Work<R> {
    R run() throws IOException;
  }

  private final ExecutorService threads;

  OwnThreads(String name) {
    threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name(name, 0).factory());
  }

  /**
   * Does it and waits to the end, even where the caller is interrupted: what is under way is not
   * called back. The caller finds itself interrupted afterwards.
   *
   * @throws IllegalStateException after {@link #close}
   */
  <R> R run(Work<R> work) throws IOException {
    boolean interrupted = false;
    try {
      Future<R> result = threads.submit(work::run);
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the index is closed", e);
    } catch (ExecutionException e) {
      throw failureOf(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IOException failureOf(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error failure) {
      throw failure;
    }
    return cause instanceof IOException failure ? failure : new IOException(cause);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
