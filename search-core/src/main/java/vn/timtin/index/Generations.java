package vn.timtin.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * The generations of an index, one Lucene directory each, and which of them is current.
 *
 * <pre>
 *   news-index/
 *     CURRENT                 the number of the generation that is searched
 *     generation-000007/      that generation
 *     generation-000006/      the one before it
 *     synonyms.txt            what its owner wrote, if anything
 * </pre>
 *
 * <p>{@code CURRENT} is replaced by an atomic rename, so that a reader sees the old number or the
 * new one and nothing between.
 */
final class Generations {
  private static final String CURRENT = "CURRENT";
  private static final Pattern NAME = Pattern.compile("generation-(\\d{6,})");

  private final Path root;

  Generations(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Path directory(long generation) {
    return root.resolve(String.format(java.util.Locale.ROOT, "generation-%06d", generation));
  }

  /** Yields the number of the current generation, nothing where there is no index. */
  OptionalLong current() throws IOException {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(root.resolve(CURRENT)).strip()));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } catch (NumberFormatException e) {
      throw new IndexException(root.resolve(CURRENT) + " does not hold the number of a generation");
    }
  }

  /**
   * Makes sure that an index is here or can be made here.
   *
   * @throws IndexException if the directory is a file, or holds something that is no index
   */
  void prepare() throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new IndexException(root + " is a file, not the directory of an index");
    }
    if (current().isEmpty() && Files.isDirectory(root) && !isFreshDirectory()) {
      throw new IndexException(
          root + " is not an index, and not empty: name another directory, or empty this one");
    }
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new IndexException("cannot make the directory " + root + ": " + reason(e), e);
    }
    if (!Files.isWritable(root)) {
      throw new IndexException(
          "cannot write to the index in " + root + ": the directory is read-only");
    }
  }

  /** Yields the number of the current generation. */
  long requireCurrent() throws IOException {
    OptionalLong current = current();
    if (current.isEmpty()) {
      String what = Files.exists(root) ? root + " is not an index" : "there is no index in " + root;
      throw new IndexException(
          what + ": build one with `timtin reindex`, or name another directory");
    }
    return current.getAsLong();
  }

  /** Yields the number for a new generation. */
  long next() throws IOException {
    return numbers().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
  }

  /** Makes a generation the current one, durably and at once. */
  void publish(long generation) throws IOException {
    Path written = root.resolve(CURRENT + ".new");
    byte[] number = (generation + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            written,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(number));
      channel.force(true);
    }
    Files.move(
        written,
        root.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    IOUtils.fsync(root, true);
  }

  /** Deletes what is older than the generation before the current one. */
  void deleteOld() throws IOException {
    long current = requireCurrent();
    List<Long> older = numbers().stream().filter(n -> n < current).sorted().toList();
    for (long number : older.subList(0, Math.max(0, older.size() - 1))) {
      delete(number);
    }
  }

  void delete(long generation) throws IOException {
    Path directory = directory(generation);
    if (!Files.exists(directory)) {
      return;
    }
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.deleteIfExists(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (DirectoryNotEmptyException e) {
      throw new IndexException(
          directory + " could not be deleted: another process writes to it", e);
    }
  }

  /** Says what went wrong without the path, which the caller names. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private List<Long> numbers() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .map(entry -> NAME.matcher(entry.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> Long.parseLong(matcher.group(1)))
          .toList();
    }
  }

  /** Whether the directory has nothing but what an index that was never finished leaves. */
  private boolean isFreshDirectory() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .allMatch(
              name ->
                  NAME.matcher(name).matches()
                      || name.equals(IndexBuilder.LOCK)
                      || name.equals(SynonymsFile.NAME)
                      || name.equals(CURRENT + ".new"));
    }
  }
}
