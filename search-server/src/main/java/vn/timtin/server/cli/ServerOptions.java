package vn.timtin.server.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.timtin.index.NewsIndex;
import vn.timtin.server.http.SearchServer;

/** Where a server listens, and how it ends. */
final class ServerOptions {
  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: 127.0.0.1)")
  String host;

  private static final int MAX_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private int port;

  /** Refuses a port that there is none of, before any work is done. */
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "port to listen on, 0 for any free one (default: 8080)")
  void setPort(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be from 0 to " + MAX_PORT + ": " + port);
    }
    this.port = port;
  }

  /** Something to do around the end of the server. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  /**
   * Serves the index until the process is told to stop, and then ends it with status 0.
   *
   * @param announce says that requests are answered
   * @param cleanUp what is left to do when server and index are closed
   */
  void serve(NewsIndex index, Step cleanUp, java.util.function.Consumer<String> announce)
      throws IOException, InterruptedException {
    SearchServer server = null;
    try {
      server = SearchServer.start(index, host, port);
    } finally {
      if (server == null) {
        index.close();
        cleanUp.run();
      }
    }
    SearchServer started = server;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  int status = TimtinCommand.DONE;
                  try {
                    started.close();
                    index.close();
                    cleanUp.run();
                  } catch (IOException e) {
                    System.err.println("timtin: " + e.getMessage());
                    status = TimtinCommand.FAILED;
                  }
                  // A signal would end the process with a status of its own.
                  Runtime.getRuntime().halt(status);
                },
                "timtin-stop"));
    System.out.println("Listening on " + server.address());
    announce.accept(server.address());
    new CountDownLatch(1).await();
  }
}
