package vn.timtin.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists of words that lie beside the classes that use them, in UTF-8. */
public final class WordList {
  private WordList() {}

  /**
   * Yields the lines that say something: neither empty, nor a comment from {@code #} on.
   *
   * @param resource is closed
   */
  public static List<String> lines(InputStream resource) {
    try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from the class path", e);
    }
  }
}
