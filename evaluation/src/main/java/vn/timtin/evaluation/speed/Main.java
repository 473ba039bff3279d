package vn.timtin.evaluation.speed;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks with JMH's options and prints one table: how fast each analysis is beside the
 * plain one, and what it leaves to the garbage collector.
 */
public final class Main {
  private static final String PLAIN = "plain";

  private Main() {}

  /** Takes the options of JMH, {@code -p articles=FILE} among them. */
  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .addProfiler(GCProfiler.class)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    double plain =
        results.stream()
            .filter(result -> name(result).equals(PLAIN))
            .mapToDouble(result -> score(result, "characters"))
            .findFirst()
            .orElse(Double.NaN);
    System.out.printf(
        "%n%-10s %12s %9s %9s %13s %12s%n",
        "analysis", "chars/s", "ratio", "a chain", "tokens/char", "bytes/token");
    for (RunResult result : results) {
      double characters = score(result, "characters");
      double tokens = score(result, "tokens");
      double ratio = characters / plain;
      // Both are rates, of tokens and of operations.
      double tokensEach = tokens / result.getPrimaryResult().getScore();
      System.out.printf(
          Locale.ROOT,
          "%-10s %,12.0f %9.2f %9.2f %13.3f %12.2f%n",
          name(result),
          characters,
          ratio,
          ratio * chains(result),
          tokens / characters,
          score(result, "gc.alloc.rate.norm") / tokensEach);
    }
  }

  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** How many chains of terms come out: exact, folded and bigrams at index time. */
  private static int chains(RunResult result) {
    return switch (name(result)) {
      case "indexed", "documents" -> 3;
      default -> 1;
    };
  }

  private static double score(RunResult result, String label) {
    return result.getSecondaryResults().get(label).getScore();
  }
}
