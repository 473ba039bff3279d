package vn.timtin.server.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.timtin.server.input.InputException;

/** Standard input line by line, and a line on standard output for each; both are UTF-8. */
final class StandardLines {
  private static final int MAX_LINE = 10_000_000;

  private StandardLines() {}

  /** Makes a line of another. */
  interface Filter {
    String apply(String line) throws IOException;
  }

  /** Writes what becomes of each line; at once where no further line waits. */
  static void forEach(Filter filter) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    var out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
    long number = 1;
    for (String line = next(in, number); line != null; line = next(in, number)) {
      write(filter.apply(line), out);
      if (!in.ready()) {
        out.flush();
      }
      number++;
    }
    out.flush();
  }

  private static void write(String line, Writer out) throws IOException {
    out.write(line);
    out.write('\n');
  }

  private static @Nullable String next(Reader in, long number) throws IOException {
    var line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() == MAX_LINE) {
        throw new InputException(
            "line " + number + " of standard input has more than " + MAX_LINE + " characters");
      }
      line.append((char) c);
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return line.toString();
  }
}
