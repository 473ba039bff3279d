package vn.timtin.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.timtin.lucene.IndexHistory;

/** Goes back to what an index was. */
@Command(
    name = "restore",
    description = {
      "Go back to the index as it was before the last reindex; what was written since is kept.",
      "A server that runs on it moves on by itself. Called again, it undoes itself."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;

  @Option(
      names = "--previous",
      required = true,
      description = "to the generation in whose place the current one was put")
  private boolean previous;

  @Override
  public Integer call() throws Exception {
    long generation = IndexHistory.restorePrevious(index.directory);
    System.out.println("Generation " + generation + " is searched again.");
    return TimtinCommand.DONE;
  }
}
