package vn.timtin.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.timtin.lucene.IndexCheck;

/** Reads an index back in full. */
@Command(
    name = "check",
    description = "Read all of the index back and say whether it is sound.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;

  @Override
  public Integer call() throws Exception {
    List<String> faults = IndexCheck.faults(index.directory);
    if (faults.isEmpty()) {
      System.out.println("The index in " + index.directory + " is sound.");
      return TimtinCommand.DONE;
    }
    faults.forEach(System.err::println);
    System.err.println(
        "timtin: the index in "
            + index.directory
            + " is damaged: build it anew with `timtin reindex`");
    return TimtinCommand.FAILED;
  }
}
