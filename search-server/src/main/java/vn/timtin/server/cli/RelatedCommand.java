package vn.timtin.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.RelatedRequest;
import vn.timtin.search.RelatedResults;
import vn.timtin.server.params.RelatedParameters;
import vn.timtin.server.view.Json;
import vn.timtin.server.view.RelatedView;

/** Finds articles on the subject of another one. */
@Command(
    name = "related",
    description = "Find articles on the same subject as one of the index.",
    mixinStandardHelpOptions = true)
final class RelatedCommand implements Callable<Integer> {
  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put("size", "how many, at most 100 (default: 10)");
    OPTIONS.put("from", "published on this day (in Vietnam) or at this time, or later");
    OPTIONS.put("to", "published on this day or at this time, or earlier");
    OPTIONS.put("sameStory", "include; others come later");
    OPTIONS.put("recency", "distance in time at which an article counts half: 7d (default: none)");
  }

  @Spec private CommandSpec spec;
  @Mixin private IndexOptions index;

  @Parameters(paramLabel = "ID", description = "the article's id")
  private String id;

  @Option(names = "--json", description = "print the answer as JSON")
  private boolean json;

  /** Adds the parameters of the question to the options. */
  static void addOptions(CommandSpec command) {
    RequestOptions.addTo(command, OPTIONS);
  }

  @Override
  public Integer call() throws Exception {
    RelatedParameters parameters =
        RelatedParameters.of(
            RequestOptions.values(spec.commandLine().getParseResult(), OPTIONS.keySet()));
    try (NewsIndex news = NewsIndex.openForReading(index.directory)) {
      RelatedResults results = news.related(parameters.apply(RelatedRequest.to(id)));
      if (json) {
        System.out.println(Json.write(RelatedView.of(results)));
      } else {
        ResultPrinter.toTerminal().print(results);
      }
    }
    return TimtinCommand.DONE;
  }
}
