package vn.timtin.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.timtin.index.NewsIndex;

/** Serves an index over HTTP. */
@Command(
    name = "serve",
    description = "Serve the index over HTTP; make one if there is none.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;
  @Mixin private ServerOptions server;

  @Override
  public Integer call() throws Exception {
    server.serve(NewsIndex.open(index.directory), () -> {}, address -> {});
    return TimtinCommand.DONE;
  }
}
