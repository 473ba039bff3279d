package vn.timtin.server.evaluation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.index.IndexBuilder;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.SearchRequest;
import vn.timtin.server.input.ArticleInput;
import vn.timtin.server.input.InputFile;
import vn.timtin.server.input.InputFormat;

/**
 * The cost of searching and indexing, as a ratio to plain Lucene in the same run.
 *
 * <p>Searching: the queries on one thread, in turns with an OR query of their words over one folded
 * field; ten articles are read each. Indexing: from the same JSON lines to a committed index on all
 * threads, the article stored on both sides; plain is one field with {@code StandardAnalyzer}.
 */
public record Benchmark(int queries, Times timtin, Times plain, Ratio ratio, Indexing indexing) {
  /** How many articles warm up the indexing. */
  private static final int WARM_UP = 6_000;

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
      progress.accept("building the plain index to search");
      try (PlainIndex plain = PlainIndex.folded(folder.resolve("folded"))) {
        plain.build(
            consumer -> batches(lines, Integer.MAX_VALUE, new AtomicLong(), consumer),
            PLAIN_BUFFER_MEGABYTES);
        progress.accept("asking " + queries.size() + " queries in turns, after a warm-up");
        searching(index, plain, queries);
        long[][] nanos = searching(index, plain, queries);
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
            indexing);
      }
    } finally {
      delete(folder);
    }
  }

  private static long[][] searching(NewsIndex index, PlainIndex plain, List<JudgedQuery> queries)
      throws IOException {
    long[][] nanos = new long[2][queries.size()];
    for (int i = 0; i < queries.size(); i++) {
      String text = queries.get(i).text();
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
    double plain = plainRate(folder.resolve("plain"), lines, Integer.MAX_VALUE);
    double timtin = timtinRate(folder.resolve("timtin"), lines, Integer.MAX_VALUE);
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

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
