package vn.timtin.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which index a command works on. */
final class IndexOptions {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "${env:TIMTIN_INDEX:-news-index}",
      description = "directory of the index (environment TIMTIN_INDEX; default: ./news-index)")
  Path directory;
}
