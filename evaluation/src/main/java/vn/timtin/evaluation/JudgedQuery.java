package vn.timtin.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.timtin.ingest.InputException;

/**
 * A query whose right answers are known.
 *
 * @param id names the query
 * @param kind how it was typed; measures are taken for each kind
 * @param text what is asked
 * @param relevant the ids of the right articles
 */
public record JudgedQuery(String id, String kind, String text, Set<String> relevant) {
  private static final int COLUMNS = 4;

  /**
   * Reads a file of tab-separated lines: id, kind, text, relevant ids separated by commas.
   *
   * @throws InputException if the file is missing, empty, or has a line of another form
   */
  public static List<JudgedQuery> read(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new InputException("no such file of queries: " + file);
    }
    List<JudgedQuery> queries = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      int number = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        number++;
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
          throw new InputException(
              file
                  + ":"
                  + number
                  + " must have 4 columns (id, kind, query, relevant ids), separated by tabs: it has "
                  + columns.length);
        }
        queries.add(
            new JudgedQuery(columns[0], columns[1], columns[2], Set.of(columns[3].split(","))));
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw new InputException(file + " is not UTF-8 text");
      }
      throw e.getCause();
    }
    if (queries.isEmpty()) {
      throw new InputException(file + " has no queries");
    }
    return queries;
  }
}
