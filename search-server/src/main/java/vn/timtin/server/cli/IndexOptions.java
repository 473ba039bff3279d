package vn.timtin.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which index a command works on. */
final class IndexOptions {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "${env:TIMTIN_INDEX:-news-index}",
      description = "directory of the index (environment TIMTIN_INDEX; default: ./news-index)")
  Path directory;

  /** Whether the index is named, or there is something at the usual place. */
  boolean isNamedOrThere(CommandSpec command) {
    return command.commandLine().getParseResult().hasMatchedOption("--index")
        || System.getenv("TIMTIN_INDEX") != null
        || Files.exists(directory);
  }
}
