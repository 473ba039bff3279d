package vn.timtin.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Article;
import vn.timtin.article.InvalidArticleException;

/**
 * Reads the articles of files in batches: one thread unpacks and cuts lines ahead, others parse
 * them and pass them on.
 */
public final class ArticleInput {
  private static final int BATCH_LINES = 250;
  private static final int BATCH_BYTES = 4 << 20;
  private static final int BATCHES_AHEAD = 8;

  /**
   * Articles in their order, and what became no article.
   *
   * @param number of the batch in the order of the input
   * @param articles the valid ones
   * @param rejects the others
   */
  public record Batch(long number, List<Article> articles, List<Reject> rejects) {}

  /** Takes batches. */
  @FunctionalInterface
  public interface Consumer {
    /** Takes one batch. */
    void accept(Batch batch) throws IOException;
  }

  /** Pieces that are to be parsed. */
  private record Ahead(long number, List<Piece> pieces) {
    private static final Ahead END = new Ahead(-1, List.of());
  }

  private final List<InputFile> files;
  private final AtomicLong bytesRead = new AtomicLong();

  /** Will read these files. */
  public ArticleInput(List<InputFile> files) {
    this.files = files;
  }

  /** Yields the size of all files as they are on disk, packed or not; 0 where that is unknown. */
  public long totalBytes() throws IOException {
    long total = 0;
    for (InputFile file : files) {
      total += file.size();
    }
    return total;
  }

  /** Yields how much of {@link #totalBytes} has been read; for any thread. */
  public long bytesRead() {
    return bytesRead.get();
  }

  /** Passes everything on, batch by batch in the order of the input. */
  public void forEachBatch(Consumer consumer) throws IOException {
    forEachBatch(1, consumer);
  }

  /** Passes everything on from so many threads at the same time, in no order. */
  public void forEachBatch(int threads, Consumer consumer) throws IOException {
    BlockingQueue<Ahead> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    var failure = new AtomicReference<Throwable>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        workers.execute(() -> work(queue, consumer, failure));
      }
      try {
        readAll(queue, failure);
      } catch (IOException | RuntimeException e) {
        failure.compareAndSet(null, e);
      }
      end(queue, threads, failure);
    }
    rethrow(failure.get());
  }

  private void work(
      BlockingQueue<Ahead> queue, Consumer consumer, AtomicReference<Throwable> failure) {
    try {
      for (Ahead next = queue.take(); next != Ahead.END; next = queue.take()) {
        if (failure.get() == null) {
          consumer.accept(parse(next));
        } // else what was read ahead is let go
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private void readAll(BlockingQueue<Ahead> queue, AtomicReference<Throwable> failure)
      throws IOException {
    var batch = new ReadAhead(queue, failure);
    for (InputFile file : files) {
      read(file, batch);
    }
    batch.pass();
  }

  /** Tells all workers that nothing follows; those that have failed no longer listen. */
  private static void end(
      BlockingQueue<Ahead> queue, int threads, AtomicReference<Throwable> failure) {
    for (int i = 0; i < threads; i++) {
      offer(queue, Ahead.END, failure);
    }
  }

  private static void offer(
      BlockingQueue<Ahead> queue, Ahead ahead, AtomicReference<Throwable> failure) {
    try {
      while (!queue.offer(ahead, 100, TimeUnit.MILLISECONDS)) {
        if (failure.get() != null) {
          queue.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.compareAndSet(null, new IOException("interrupted while reading articles", e));
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  private void read(InputFile file, ReadAhead batch) throws IOException {
    try (InputStream unpacked = Unpacking.unpack(new Counting(file.open()))) {
      var in = new PushbackInputStream(unpacked, 1);
      int first = in.read();
      if (first >= 0) {
        in.unread(first);
      }
      file.format().source(first).cut(file.name(), in, batch::add);
    } catch (IOException e) {
      throw new IOException("cannot read " + file.name() + ": " + e.getMessage(), e);
    }
  }

  private static Batch parse(Ahead ahead) {
    List<Article> articles = new ArrayList<>(ahead.pieces().size());
    List<Reject> rejects = new ArrayList<>();
    for (Piece piece : ahead.pieces()) {
      try {
        articles.add(piece.article());
      } catch (InvalidArticleException e) {
        rejects.add(piece.rejectedFor(e.getMessage()));
      }
    }
    return new Batch(ahead.number(), articles, rejects);
  }

  /** Collects what is read until a batch is full. */
  private static final class ReadAhead {
    private final BlockingQueue<Ahead> queue;
    private final AtomicReference<Throwable> failure;
    private List<Piece> pieces = new ArrayList<>();
    private long bytes;
    private long batches;

    ReadAhead(BlockingQueue<Ahead> queue, AtomicReference<Throwable> failure) {
      this.queue = queue;
      this.failure = failure;
    }

    void add(Piece piece) throws IOException {
      pieces.add(piece);
      bytes += piece.size();
      if (pieces.size() >= BATCH_LINES || bytes >= BATCH_BYTES) {
        pass();
      }
    }

    void pass() throws IOException {
      if (failure.get() != null) {
        throw new IOException("reading ends, since what was read could not be stored");
      }
      if (!pieces.isEmpty()) {
        offer(queue, new Ahead(batches++, pieces), failure);
      }
      pieces = new ArrayList<>();
      bytes = 0;
    }
  }

  /** Counts what is read of the file, for the progress. */
  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        bytesRead.incrementAndGet();
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
      int read = super.read(buffer, start, length);
      bytesRead.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
