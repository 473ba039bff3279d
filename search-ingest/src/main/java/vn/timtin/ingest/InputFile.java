package vn.timtin.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of articles, or standard input.
 *
 * @param name as the user gave it
 * @param path the file, null for standard input
 * @param format what it holds; {@link InputFormat#AUTO} where its first characters must tell
 */
public record InputFile(String name, @Nullable Path path, InputFormat format) {
  private static final List<String> PACKED = List.of(".gz", ".zst");

  /**
   * Finds the files that the arguments name: files themselves, in directories those whose names say
   * that they hold articles, in the order of their names.
   *
   * @throws InputException if one does not exist, or a directory holds none
   */
  public static List<InputFile> find(List<String> arguments, InputFormat format)
      throws IOException {
    List<InputFile> files = new ArrayList<>();
    for (String argument : arguments) {
      Path path = Path.of(argument);
      if (argument.equals("-")) {
        files.add(new InputFile("-", null, format));
      } else if (Files.isDirectory(path)) {
        List<InputFile> found = inDirectory(path, format);
        if (found.isEmpty()) {
          throw new InputException(
              "no articles in the directory " + argument + ": looked for .jsonl, .ndjson and .txt");
        }
        files.addAll(found);
      } else if (Files.isReadable(path)) {
        InputFormat known =
            format == InputFormat.AUTO ? byName(path).orElse(InputFormat.AUTO) : format;
        files.add(new InputFile(argument, path, known));
      } else {
        throw new InputException(
            Files.exists(path) ? "cannot read " + argument : "no such file: " + argument);
      }
    }
    return files;
  }

  /**
   * Yields the one file of this name, or standard input for {@code -}.
   *
   * @throws InputException if it does not exist or is a directory
   */
  public static InputFile named(String name) throws IOException {
    if (!name.equals("-") && Files.isDirectory(Path.of(name))) {
      throw new InputException(name + " is a directory: name a file");
    }
    return find(List.of(name), InputFormat.AUTO).getFirst();
  }

  private static List<InputFile> inDirectory(Path directory, InputFormat format)
      throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(
              path ->
                  byName(path)
                      .filter(known -> format == InputFormat.AUTO || format == known)
                      .map(known -> new InputFile(path.toString(), path, known))
                      .stream())
          .toList();
    }
  }

  private static Optional<InputFormat> byName(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    for (String packed : PACKED) {
      if (name.endsWith(packed)) {
        name = name.substring(0, name.length() - packed.length());
      }
    }
    return InputFormat.ofName(name);
  }

  /** Opens the file as it is, packed or not. */
  public InputStream open() throws IOException {
    return path == null ? System.in : new BufferedInputStream(Files.newInputStream(path), 1 << 16);
  }

  long size() throws IOException {
    return path == null ? 0 : Files.size(path);
  }
}
