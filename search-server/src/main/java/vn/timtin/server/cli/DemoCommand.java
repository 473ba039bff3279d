package vn.timtin.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.timtin.index.NewsIndex;
import vn.timtin.lucene.IndexBuilder;
import vn.timtin.samples.SampleArticles;

/** Serves the sample articles, for a first look. */
@Command(
    name = "demo",
    description = "Index the sample articles into a temporary directory and serve them.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Mixin private ServerOptions server;

  @Override
  public Integer call() throws Exception {
    Path directory = Files.createTempDirectory("timtin-demo");
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      builder.addAll(SampleArticles.read(), 0);
      builder.publish();
    }
    server.serve(
        NewsIndex.open(directory),
        () -> delete(directory),
        address -> {
          System.out.println("A page for people:  " + address + "/");
          System.out.println(
              "An example request: curl '" + address + "/v1/search?q=hoi+nghi+so+ket&pageSize=3'");
          System.out.println("Stop with Ctrl-C.");
        });
    return TimtinCommand.DONE;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> entries = Files.walk(directory)) {
      // What a directory holds comes before the directory itself.
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
