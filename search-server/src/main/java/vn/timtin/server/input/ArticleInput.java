package vn.timtin.server.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.article.ArticleLines;
import vn.timtin.article.InvalidArticleException;
import vn.timtin.article.Reject;
import vn.timtin.article.TextPage;
import vn.timtin.article.Unpacking;

/**
 * Reads the articles of files in batches: one thread unpacks and cuts lines ahead, all cores parse.
 */
public final class ArticleInput {
  private static final int BATCH_LINES = 1_000;
  private static final int BATCH_BYTES = 8 << 20;
  private static final int BATCHES_AHEAD = 4;
  private static final int BEGINNING = 200;

  /**
   * Articles in their order, and what became no article.
   *
   * @param articles the valid ones
   * @param rejects the others
   */
  public record Batch(List<Article> articles, List<Reject> rejects) {}

  /** Takes batches in their order. */
  @FunctionalInterface
  public interface Consumer {
    /** Takes one batch. */
    void accept(Batch batch) throws IOException;
  }

  /** Yields an article or throws {@link InvalidArticleException} when it is parsed. */
  private sealed interface Unparsed {
    record JsonLine(ArticleLines.Line line) implements Unparsed {}

    record Page(String file, byte[] bytes) implements Unparsed {}
  }

  /** Lines, or the end, or why there are no more. */
  private record Ahead(List<Unparsed> inputs, boolean last, IOException failure) {}

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

  /** Passes everything on. */
  public void forEachBatch(Consumer consumer) throws IOException {
    BlockingQueue<Ahead> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    Thread reader = Thread.ofPlatform().name("timtin-input").daemon().start(() -> readAll(queue));
    try {
      Ahead next;
      do {
        next = queue.take();
        if (next.failure() != null) {
          throw next.failure();
        }
        if (!next.inputs().isEmpty()) {
          consumer.accept(parse(next.inputs()));
        }
      } while (!next.last());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading articles", e);
    } finally {
      reader.interrupt();
    }
  }

  private void readAll(BlockingQueue<Ahead> queue) {
    try {
      var batch = new ReadAhead(queue);
      try {
        for (InputFile file : files) {
          read(file, batch);
        }
        batch.pass(true, null);
      } catch (IOException e) {
        batch.pass(true, e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever took the batches has given up
    }
  }

  private void read(InputFile file, ReadAhead batch) throws IOException, InterruptedException {
    try (InputStream unpacked = Unpacking.unpack(new Counting(file.open()))) {
      var in = new PushbackInputStream(unpacked, 1);
      if (formatOf(file, in) == InputFormat.JSONL) {
        try (var lines = new ArticleLines(in, file.name())) {
          for (ArticleLines.Line line = lines.next(); line != null; line = lines.next()) {
            batch.add(new Unparsed.JsonLine(line), line.bytes().length);
          }
        }
      } else {
        byte[] page = in.readNBytes(ArticleJson.MAX_BYTES + 1);
        batch.add(new Unparsed.Page(file.name(), page), page.length);
      }
    } catch (IOException e) {
      throw new IOException("cannot read " + file.name() + ": " + e.getMessage(), e);
    }
  }

  private static InputFormat formatOf(InputFile file, PushbackInputStream in) throws IOException {
    if (file.format() != InputFormat.AUTO) {
      return file.format();
    }
    int first = in.read();
    if (first >= 0) {
      in.unread(first);
    }
    return first == '{' || first < 0 ? InputFormat.JSONL : InputFormat.TEXT;
  }

  private static Batch parse(List<Unparsed> inputs) {
    List<Object> parsed = inputs.parallelStream().map(ArticleInput::parse).toList();
    List<Article> articles = new ArrayList<>(parsed.size());
    List<Reject> rejects = new ArrayList<>();
    for (Object result : parsed) {
      switch (result) {
        case Article article -> articles.add(article);
        case Reject reject -> rejects.add(reject);
        default -> throw new IllegalStateException("neither article nor reject");
      }
    }
    return new Batch(articles, rejects);
  }

  private static Object parse(Unparsed input) {
    return switch (input) {
      case Unparsed.JsonLine json -> {
        try {
          yield json.line().article();
        } catch (InvalidArticleException e) {
          yield json.line().rejectedFor(e.getMessage());
        }
      }
      case Unparsed.Page page -> {
        try {
          yield page(page.bytes());
        } catch (InvalidArticleException | CharacterCodingException e) {
          String reason =
              e instanceof CharacterCodingException ? "the text is not UTF-8" : e.getMessage();
          int length = Math.min(page.bytes().length, BEGINNING);
          String beginning = new String(page.bytes(), 0, length, StandardCharsets.UTF_8);
          yield new Reject(page.file(), 1, reason, beginning);
        }
      }
    };
  }

  /**
   * Yields the article of a page that was scraped as text.
   *
   * @throws InvalidArticleException if there is none in it
   * @throws CharacterCodingException if the bytes are not UTF-8
   */
  public static Article page(byte[] bytes) throws CharacterCodingException {
    return TextPage.extract(
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** Collects what is read until a batch is full. */
  private static final class ReadAhead {
    private final BlockingQueue<Ahead> queue;
    private List<Unparsed> inputs = new ArrayList<>();
    private long bytes;

    ReadAhead(BlockingQueue<Ahead> queue) {
      this.queue = queue;
    }

    void add(Unparsed input, int size) throws InterruptedException {
      inputs.add(input);
      bytes += size;
      if (inputs.size() >= BATCH_LINES || bytes >= BATCH_BYTES) {
        pass(false, null);
      }
    }

    void pass(boolean last, IOException failure) throws InterruptedException {
      queue.put(new Ahead(inputs, last, failure));
      inputs = new ArrayList<>();
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
