package vn.timtin.server.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "port to listen on, 0 for any free one (default: 8080)")
  int port;

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
    SearchServer server;
    try {
      server = SearchServer.start(index, host, port);
    } catch (IOException e) {
      index.close();
      cleanUp.run();
      throw e;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  int status = TimtinCommand.DONE;
                  try {
                    server.close();
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
