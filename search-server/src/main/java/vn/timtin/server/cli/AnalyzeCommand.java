package vn.timtin.server.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.timtin.analysis.AnalysisStage;
import vn.timtin.server.view.AnalyzeView;
import vn.timtin.server.view.Json;

/** Shows the terms of a text. */
@Command(
    name = "analyze",
    description = "Show the terms of a text after each stage of analysis.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  /** Given with every command by those who script them; analysis is the same for all indexes. */
  @Mixin private IndexOptions index;

  @Parameters(paramLabel = "TEXT", arity = "1..*", description = "the text")
  private String[] text;

  @Option(names = "--json", description = "print the stages as JSON")
  private boolean json;

  @Override
  public Integer call() {
    var view = new AnalyzeView(AnalysisStage.of(RequestOptions.join(text)));
    if (json) {
      System.out.println(Json.write(view));
      return TimtinCommand.DONE;
    }
    for (AnalysisStage stage : view.stages()) {
      System.out.println(
          stage.name()
              + ": "
              + stage.tokens().stream()
                  .map(AnalysisStage.Token::term)
                  .collect(Collectors.joining(" | ")));
    }
    return TimtinCommand.DONE;
  }
}
