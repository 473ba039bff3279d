package vn.timtin.server.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.timtin.ingest.InputException;

/** The lines of a text, and a line on standard output for each; both are UTF-8. */
final class TextLines {
  private static final int BUFFER = 1 << 16;
  private static final int MAX_LINE = 10_000_000;

  private final Reader in;
  private final String name;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int limit;
  private long number;

  private TextLines(InputStream in, String name) {
    this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
    this.name = name;
  }

  /** Makes a line of another. */
  interface Filter {
    CharSequence apply(String line) throws IOException;
  }

  /**
   * Writes what becomes of each line; at once where no further line waits.
   *
   * @param name of the input, for messages
   * @throws InputException if a line has more than {@value #MAX_LINE} characters
   */
  static void forEach(InputStream in, String name, Filter filter) throws IOException {
    var lines = new TextLines(in, name);
    Writer out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), BUFFER);
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        out.append(filter.apply(line)).append('\n');
        if (lines.position == lines.limit) {
          out.flush();
        }
      }
    } finally {
      out.flush();
    }
  }

  private @Nullable String next() throws IOException {
    number++;
    StringBuilder line = null;
    while (position < limit || fill()) {
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      if (line == null) {
        line = new StringBuilder(end - position);
      }
      if (line.length() + end - position > MAX_LINE) {
        throw new InputException(
            "line " + number + " of " + name + " has more than " + MAX_LINE + " characters");
      }
      line.append(buffer, position, end - position);
      position = end;
      if (end < limit) {
        position++;
        return withoutReturn(line);
      }
    }
    return line == null ? null : withoutReturn(line);
  }

  private static String withoutReturn(StringBuilder line) {
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return line.toString();
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }
}
