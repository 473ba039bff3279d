package vn.timtin.server.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.timtin.index.NewsIndex;
import vn.timtin.server.view.Json;
import vn.timtin.server.view.StatsView;

/** Shows how large an index is. */
@Command(
    name = "stats",
    description = "Show the size of the index.",
    mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;

  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    StatsView stats;
    try (NewsIndex news = NewsIndex.openForReading(index.directory)) {
      stats = StatsView.of(news.stats());
    }
    if (json) {
      System.out.println(Json.write(stats));
    } else {
      System.out.printf(
          Locale.ROOT,
          "%,d articles of %,d sources, %,d bytes, generation %d%n",
          stats.articles(),
          stats.sources(),
          stats.bytes(),
          stats.generation());
      if (stats.firstPublished() != null) {
        System.out.println("published " + stats.firstPublished() + " to " + stats.lastPublished());
      }
      stats.troubles().forEach(System.err::println);
    }
    return TimtinCommand.DONE;
  }
}
