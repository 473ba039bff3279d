package vn.timtin.server.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.SuggestRequest;
import vn.timtin.server.params.SuggestParameters;
import vn.timtin.server.view.Json;
import vn.timtin.server.view.SuggestView;

/** Completes what is being typed. */
@Command(
    name = "suggest",
    description = {
      "Complete what is being typed with words, names and headlines of the index.",
      "Reads the words of all articles first, some seconds for 100,000; a server does so once."
    },
    mixinStandardHelpOptions = true)
final class SuggestCommand implements Callable<Integer> {
  private static final Map<String, String> OPTIONS =
      Map.of("size", "how many, at most " + SuggestRequest.MAX_SIZE + " (default: 8)");

  private static final Duration PATIENCE = Duration.ofHours(1);

  @Spec private CommandSpec spec;
  @Mixin private IndexOptions index;

  @Parameters(paramLabel = "PREFIX", arity = "1..*", description = "what has been typed so far")
  private String[] prefix;

  @Option(names = "--json", description = "print the answer as JSON")
  private boolean json;

  /** Adds the parameters of the question to the options. */
  static void addOptions(CommandSpec command) {
    RequestOptions.addTo(command, OPTIONS);
  }

  @Override
  public Integer call() throws Exception {
    Map<String, List<String>> values =
        RequestOptions.values(spec.commandLine().getParseResult(), OPTIONS.keySet());
    values.put("q", List.of(RequestOptions.join(prefix)));
    SuggestRequest request = SuggestParameters.of(values).request();
    try (NewsIndex news = NewsIndex.openForReading(index.directory)) {
      SuggestView view = SuggestView.of(news.suggest(request.withPatience(PATIENCE)));
      if (json) {
        System.out.println(Json.write(view));
      } else {
        view.suggestions().forEach(suggestion -> System.out.println(suggestion.text()));
      }
    }
    return TimtinCommand.DONE;
  }
}
