package vn.timtin.server.cli;

/** Whether a person reads along: the launcher knows, Java 21 cannot tell reliably. */
final class Terminal {
  private Terminal() {}

  static boolean isStandardOutput() {
    return Boolean.getBoolean("timtin.terminal.out");
  }

  static boolean isStandardError() {
    return Boolean.getBoolean("timtin.terminal.err");
  }
}
