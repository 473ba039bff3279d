package vn.timtin.server.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.timtin.evaluation.Benchmark;
import vn.timtin.evaluation.JudgedQuery;
import vn.timtin.index.NewsIndex;
import vn.timtin.server.view.Json;

/** Measures what searching and indexing cost beside plain Lucene. */
@Command(
    name = "benchmark",
    description = "Measure the cost of searching and indexing beside plain Lucene, in one run.",
    mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      required = true,
      description = "tab-separated: query id, kind, query, relevant ids")
  private Path queries;

  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  @Option(names = "--quiet", description = "show no progress")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    var judged = JudgedQuery.read(queries);
    try (NewsIndex news = NewsIndex.openForReading(index.directory)) {
      Benchmark figures =
          Benchmark.of(
              news,
              judged,
              step -> {
                if (!quiet) {
                  System.err.println("benchmark: " + step);
                }
              });
      if (json) {
        System.out.println(Json.write(figures));
        return TimtinCommand.DONE;
      }
      System.out.println("searching, ms      mean    p50    p99");
      row(
          "timtin",
          figures.timtin().meanMillis(),
          figures.timtin().p50Millis(),
          figures.timtin().p99Millis());
      row(
          "plain",
          figures.plain().meanMillis(),
          figures.plain().p50Millis(),
          figures.plain().p99Millis());
      row("ratio", figures.ratio().mean(), figures.ratio().p50(), figures.ratio().p99());
      System.out.printf(
          Locale.ROOT,
          "indexing, articles a second: timtin %,.0f, plain %,.0f, ratio %.2f%n",
          figures.indexing().timtinArticlesPerSecond(),
          figures.indexing().plainArticlesPerSecond(),
          figures.indexing().ratio());
      System.out.printf(
          Locale.ROOT,
          "writing, articles a second: 1 thread %,.0f, 32 threads %,.0f, ratio %.1f%n",
          figures.writing().oneThreadPutsPerSecond(),
          figures.writing().manyThreadsPutsPerSecond(),
          figures.writing().ratio());
    }
    return TimtinCommand.DONE;
  }

  private static void row(String name, double mean, double p50, double p99) {
    System.out.printf(Locale.ROOT, "%-15s %7.2f %6.2f %6.2f%n", name, mean, p50, p99);
  }
}
