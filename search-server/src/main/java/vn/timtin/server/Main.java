package vn.timtin.server;

import vn.timtin.server.cli.TimtinCommand;

/** Starts timtin's command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit status. */
  public static void main(String[] arguments) {
    System.exit(TimtinCommand.run(arguments));
  }
}
