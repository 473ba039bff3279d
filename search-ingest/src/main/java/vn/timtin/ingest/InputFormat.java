package vn.timtin.ingest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an input holds. */
public enum InputFormat {
  /** Told by the name, else by the first characters. */
  AUTO(null),
  /** An article a line, as JSON. */
  JSONL(new JsonLinesSource(), ".jsonl", ".ndjson"),
  /** A news page that was scraped as text. */
  TEXT(new TextPageSource(), ".txt");

  private final @Nullable ArticleSource source;
  private final List<String> endings;

  InputFormat(@Nullable ArticleSource source, String... endings) {
    this.source = source;
    this.endings = List.of(endings);
  }

  /** Yields the format that files of this name have, packing aside. */
  static Optional<InputFormat> ofName(String name) {
    return Stream.of(values())
        .filter(format -> format.endings.stream().anyMatch(name::endsWith))
        .findFirst();
  }

  /**
   * Yields how articles are cut out of an input.
   *
   * @param first the first character of the input, negative where there is none
   */
  ArticleSource source(int first) {
    if (source != null) {
      return source;
    }
    return (first == '{' || first < 0 ? JSONL : TEXT).source(first);
  }
}
