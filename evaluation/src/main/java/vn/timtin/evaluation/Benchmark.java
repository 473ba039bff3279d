package vn.timtin.evaluation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.lucene.util.IOUtils;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.index.NewsIndex;
import vn.timtin.ingest.ArticleInput;
import vn.timtin.ingest.InputFile;
import vn.timtin.ingest.InputFormat;
import vn.timtin.lucene.IndexBuilder;
import vn.timtin.search.SearchRequest;

/**
 * The cost of searching and indexing, as a ratio to plain Lucene in the same run.
 *
 * <p>Searching: the queries on one thread, in turns with an OR query of their words over one folded
 * field; ten articles are read each, and all passes over the queries count that follow the warm-up.
 * Indexing: from the same JSON lines to a committed index on all threads, the article stored on
 * both sides; plain is one field with {@code StandardAnalyzer}, once before and once after timtin's
 * turn, since machines have slow and fast minutes. Writing: single articles, each on disk when its
 * {@code put} returns, from one thread and from 32 in turns, in an index to which they have already
 * written for some seconds.
 */
public record Benchmark(
    int queries, Times timtin, Times plain, Ratio ratio, Indexing indexing, Writing writing) {
  /** How many articles warm up the indexing. */
  private static final int WARM_UP = 6_000;

  /** How many searches of each side warm up: fewer measure the compiler of the Java machine. */
  private static final int SEARCHES_WARM_UP = 18_000;

  /** How many passes over all queries are measured. */
  private static final int PASSES = 3;

  private static final int WRITERS = 32;

  /** How many articles each of the writers puts in a turn; one alone puts as many in a turn. */
  private static final int PUTS = 60;

  /** So many turns of all writers come first, and so many of one and of all are then measured. */
  private static final int WRITING_WARM_UPS = 3;

  private static final int WRITING_TURNS = 6;

  private static final double PLAIN_BUFFER_MEGABYTES = 256;

  /** Times of a search. */
  public record Times(double meanMillis, double p50Millis, double p99Millis) {
    static Times of(Latency latency) {
      return new Times(latency.mean(), latency.p50(), latency.p99());
    }
  }

  /** Timtin's times over plain ones. */
  public record Ratio(double mean, double p50, double p99) {}

  /** Rates; the ratio is timtin's over plain. */
  public record Indexing(
      double timtinArticlesPerSecond, double plainArticlesPerSecond, double ratio) {}

  /** Rates of single writes; the ratio is that of many threads over that of one. */
  public record Writing(
      double oneThreadPutsPerSecond, double manyThreadsPutsPerSecond, double ratio) {}

  /**
   * Measures.
   *
   * @param index is searched, and its articles are indexed again elsewhere
   * @param progress is told what happens
   */
  public static Benchmark of(NewsIndex index, List<JudgedQuery> queries, Consumer<String> progress)
      throws IOException {
    Path folder = Files.createTempDirectory("timtin-benchmark");
    try {
      progress.accept("writing the articles as JSON lines");
      Path lines = folder.resolve("articles.jsonl");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines), 1 << 16)) {
        index.forEach(article -> write(article, out));
      }
      Indexing indexing = indexing(folder, lines, progress);
      progress.accept("writing single articles, from one thread and from " + WRITERS);
      Writing writing = writing(folder.resolve("writing"), lines);
      progress.accept("building the plain index to search");
      try (PlainIndex plain = PlainIndex.folded(folder.resolve("folded"))) {
        plain.build(
            consumer -> batches(lines, Integer.MAX_VALUE, new AtomicLong(), consumer),
            PLAIN_BUFFER_MEGABYTES);
        progress.accept("asking " + queries.size() + " queries in turns, after a warm-up");
        searching(index, plain, queries, Math.ceilDiv(SEARCHES_WARM_UP, queries.size()));
        long[][] nanos = searching(index, plain, queries, PASSES);
        Latency timtin = Latency.of(nanos[0]);
        Latency other = Latency.of(nanos[1]);
        return new Benchmark(
            queries.size(),
            Times.of(timtin),
            Times.of(other),
            new Ratio(
                timtin.mean() / other.mean(),
                timtin.p50() / other.p50(),
                timtin.p99() / other.p99()),
            indexing,
            writing);
      }
    } finally {
      IOUtils.rm(folder);
    }
  }

  private static long[][] searching(
      NewsIndex index, PlainIndex plain, List<JudgedQuery> queries, int passes) throws IOException {
    long[][] nanos = new long[2][passes * queries.size()];
    for (int i = 0; i < nanos[0].length; i++) {
      String text = queries.get(i % queries.size()).text();
      long began = System.nanoTime();
      index.search(SearchRequest.of(text).withHighlight(false));
      long between = System.nanoTime();
      plain.search(text);
      nanos[0][i] = between - began;
      nanos[1][i] = System.nanoTime() - between;
    }
    return nanos;
  }

  private static Indexing indexing(Path folder, Path lines, Consumer<String> progress)
      throws IOException {
    progress.accept("indexing, after a warm-up");
    plainRate(folder.resolve("plain-warm"), lines, WARM_UP);
    timtinRate(folder.resolve("timtin-warm"), lines, WARM_UP);
    double before = plainRate(folder.resolve("plain-before"), lines, Integer.MAX_VALUE);
    double timtin = timtinRate(folder.resolve("timtin"), lines, Integer.MAX_VALUE);
    double after = plainRate(folder.resolve("plain-after"), lines, Integer.MAX_VALUE);
    double plain = meanRate(before, after);
    return new Indexing(timtin, plain, timtin / plain);
  }

  private static double plainRate(Path path, Path lines, int most) throws IOException {
    long began = System.nanoTime();
    var counted = new AtomicLong();
    try (PlainIndex plain = PlainIndex.standard(path)) {
      plain.build(consumer -> batches(lines, most, counted, consumer), PLAIN_BUFFER_MEGABYTES);
    }
    return rate(counted, began);
  }

  private static double timtinRate(Path path, Path lines, int most) throws IOException {
    long began = System.nanoTime();
    var counted = new AtomicLong();
    try (IndexBuilder builder = IndexBuilder.create(path)) {
      batches(lines, most, counted, batch -> builder.addAll(batch.articles(), batch.number()));
      builder.publish();
    }
    return rate(counted, began);
  }

  private static Writing writing(Path path, Path lines) throws IOException {
    List<Article> articles = new ArrayList<>();
    batches(lines, 1, new AtomicLong(), batch -> articles.addAll(batch.articles()));
    try (NewsIndex index = NewsIndex.open(path)) {
      for (int i = 0; i < WRITING_WARM_UPS; i++) {
        secondsOfPuts(index, articles, WRITERS);
      }
      double alone = 0;
      double together = 0;
      for (int i = 0; i < WRITING_TURNS; i++) {
        alone += secondsOfPuts(index, articles, 1);
        together += secondsOfPuts(index, articles, WRITERS);
      }
      double one = WRITING_TURNS * PUTS / alone;
      double many = WRITING_TURNS * PUTS * WRITERS / together;
      return new Writing(one, many, many / one);
    }
  }

  private static double secondsOfPuts(NewsIndex index, List<Article> articles, int threads)
      throws IOException {
    Callable<Void> writer =
        () -> {
          for (int i = 0; i < PUTS; i++) {
            Article given = articles.get(i % articles.size());
            index.put(
                Article.builder()
                    .id(Thread.currentThread().getName() + "-" + i)
                    .title(given.title())
                    .summary(given.summary())
                    .body(given.body())
                    .build());
          }
          return null;
        };
    long began = System.nanoTime();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Future<Void> done : executor.invokeAll(Collections.nCopies(threads, writer))) {
        done.get();
      }
    } catch (InterruptedException e) {
      throw new InterruptedIOException("the benchmark was interrupted");
    } catch (ExecutionException e) {
      throw new IOException("a write failed: " + e.getCause().getMessage(), e.getCause());
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** The rate of two runs over the same work: one before and one after what it stands beside. */
  private static double meanRate(double before, double after) {
    return 2 / (1 / before + 1 / after);
  }

  private static double rate(AtomicLong counted, long began) {
    return counted.get() / ((System.nanoTime() - began) / 1e9);
  }

  /** Both sides read and parse with the same code, on all threads. */
  private static void batches(
      Path lines, int most, AtomicLong counted, ArticleInput.Consumer consumer) throws IOException {
    var file = new InputFile(lines.toString(), lines, InputFormat.JSONL);
    new ArticleInput(List.of(file))
        .forEachBatch(
            Runtime.getRuntime().availableProcessors(),
            batch -> {
              if (counted.get() < most) {
                counted.addAndGet(batch.articles().size());
                consumer.accept(batch);
              }
            });
  }

  private static void write(Article article, OutputStream out) {
    try {
      out.write(ArticleJson.write(article));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
