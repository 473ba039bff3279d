package vn.timtin.server.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Views as comma-separated values (RFC 4180), a header line first. */
public final class Csv {
  private static final String END = "\r\n";

  private Csv() {}

  /** Yields a row for each hit. */
  public static String write(SearchView view) {
    return table(
        Stream.of(
            "id",
            "title",
            "summary",
            "source",
            "category",
            "author",
            "url",
            "publishedAt",
            "score"),
        view.hits().stream()
            .map(
                hit ->
                    Stream.of(
                        hit.id(),
                        hit.title(),
                        hit.summary(),
                        hit.source(),
                        hit.category(),
                        hit.author(),
                        hit.url(),
                        hit.publishedAt(),
                        String.valueOf(hit.score())))
            .toList());
  }

  /** Yields a row for each bucket. */
  public static String write(TimelineView view) {
    return table(
        Stream.of("start", "count"),
        view.buckets().stream().map(b -> Stream.of(b.start(), String.valueOf(b.count()))).toList());
  }

  private static String table(Stream<String> header, List<Stream<String>> rows) {
    return row(header) + rows.stream().map(Csv::row).collect(Collectors.joining());
  }

  private static String row(Stream<String> cells) {
    return cells.map(cell -> cell == null ? "" : quote(cell)).collect(Collectors.joining(","))
        + END;
  }

  private static String quote(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
