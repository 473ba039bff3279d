package vn.timtin.server.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.timtin.correction.CorrectedText;
import vn.timtin.correction.TextCorrector;
import vn.timtin.index.NewsIndex;
import vn.timtin.server.view.CorrectView;
import vn.timtin.server.view.Json;

/** Corrects text. */
@Command(
    name = "correct",
    description = {
      "Put marks back, undo keystrokes and slips.",
      "Where an index is named, or there is one at the usual place, its words count too."
    },
    mixinStandardHelpOptions = true)
final class CorrectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private IndexOptions index;

  @Parameters(
      paramLabel = "TEXT",
      arity = "1..*",
      description = "the text; - reads lines and prints one for each")
  private String[] text;

  @Option(names = "--json", description = "print the answer as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (!index.isNamedOrThere(spec)) {
      print(TextCorrector.ofNews()::correct);
      return TimtinCommand.DONE;
    }
    try (NewsIndex news = NewsIndex.openForReading(index.directory)) {
      print(news::correct);
    }
    return TimtinCommand.DONE;
  }

  /** Corrects a text. */
  private interface Corrector {
    CorrectedText correct(String text) throws IOException;
  }

  private void print(Corrector corrector) throws IOException {
    String given = RequestOptions.join(text);
    if (given.equals("-")) {
      TextLines.forEach(System.in, "standard input", line -> printed(corrector.correct(line)));
    } else {
      System.out.println(printed(corrector.correct(given)));
    }
  }

  private String printed(CorrectedText corrected) {
    return json ? Json.write(CorrectView.of(corrected)) : corrected.corrected();
  }
}
