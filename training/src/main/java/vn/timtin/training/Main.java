package vn.timtin.training;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.timtin.training.syllables.TrainSyllables;
import vn.timtin.training.words.TrainWords;

/** The programs that learn the models of the library, a command each. */
@Command(
    name = "training",
    description = "Learn the models of the library.",
    mixinStandardHelpOptions = true,
    subcommands = {TrainSyllables.class, TrainWords.class})
final class Main {
  private Main() {}

  /** Runs the command that is named first. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
