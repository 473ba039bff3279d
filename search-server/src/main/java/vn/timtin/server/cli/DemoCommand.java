package vn.timtin.server.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.timtin.index.IndexBuilder;
import vn.timtin.index.NewsIndex;
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
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
