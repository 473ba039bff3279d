package vn.timtin.server;

import vn.timtin.server.cli.TimtinCommand;
import vn.timtin.server.http.SearchServer;

/** Starts timtin's command line. */
public final class Main {
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
  private static final int SPARE_CARRIERS = 16;

  private Main() {}

  /** Runs one command and ends with its exit status. */
  public static void main(String[] arguments) {
    // Read once, before the first virtual thread. Requests that only compute would else hold all
    // carriers, and who asks for the server's health would wait for them.
    if (System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, String.valueOf(SearchServer.MAX_AT_ONCE + SPARE_CARRIERS));
    }
    System.exit(TimtinCommand.run(arguments));
  }
}
