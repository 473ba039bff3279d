package vn.timtin.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Queries and the index that they are asked of. Sets of several kinds, each with its own articles,
 * are measured together: titles, questions, what readers type.
 *
 * @param index empty for the one that is not named
 */
public record JudgedSet(Optional<Path> index, List<JudgedQuery> queries) {
  /** Copies the list. */
  public JudgedSet {
    queries = List.copyOf(queries);
  }

  /**
   * Reads a set as it is named on a command line: {@code FILE}, or {@code INDEX=FILE}.
   *
   * @throws vn.timtin.ingest.InputException if the file is missing or has a line of another form
   */
  public static JudgedSet read(String named) throws IOException {
    int equals = named.indexOf('=');
    if (equals < 0 || Files.exists(Path.of(named))) {
      return new JudgedSet(Optional.empty(), JudgedQuery.read(Path.of(named)));
    }
    return new JudgedSet(
        Optional.of(Path.of(named.substring(0, equals))),
        JudgedQuery.read(Path.of(named.substring(equals + 1))));
  }
}
