package vn.timtin.lucene.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import vn.timtin.index.IndexException;

/**
 * The generations of an index, one Lucene directory each, and which of them is current.
 *
 * <pre>
 *   news-index/
 *     CURRENT                 the number of the generation that is searched, and of its predecessor
 *     generation-000007/      that generation
 *     generation-000005/      its predecessor
 *     writes                  the clock of the writes, see {@link WriteClock}
 *     build.lock, write.lock  held by who builds, and by who writes
 *     synonyms.txt            what its owner wrote, if anything
 * </pre>
 *
 * <p>{@code CURRENT} is replaced by an atomic rename, so that a reader sees the old numbers or the
 * new ones and nothing between. Only who holds the build lock publishes or deletes.
 */
public final class Generations {
  private static final long MAX_NUMBER = 999_999_999_999_999_999L;
  private static final Pattern NAME = Pattern.compile("generation-(\\d{6,18})");
  private static final System.Logger LOG = System.getLogger(Generations.class.getName());

  /**
   * What {@code CURRENT} says.
   *
   * @param number of the generation that is searched
   * @param previous the generation whose place it took, where that is known
   */
  public record Published(long number, OptionalLong previous) {}

  private final Path root;

  public Generations(Path directory) {
    this.root = directory.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  public Path directory(long generation) {
    return root.resolve(String.format(Locale.ROOT, "generation-%06d", generation));
  }

  /** Whether there is a directory for this generation. */
  public boolean has(long generation) {
    return Files.isDirectory(directory(generation));
  }

  // ------------------------------------------------------------------ which is current

  /**
   * Yields what is published, nothing where {@code CURRENT} is missing.
   *
   * @throws IndexException if it cannot be read, or holds something else
   */
  public Optional<Published> published() throws IOException {
    return CurrentFile.read(root);
  }

  /**
   * Yields what is published.
   *
   * @throws IndexException if nothing is, or it is not there
   */
  public Published requirePublished() throws IOException {
    Published published = requirePublishedFile();
    long number = published.number();
    if (!has(number)) {
      throw new IndexException(
          root.resolve(CurrentFile.NAME)
              + " names generation "
              + number
              + ", but there is no directory "
              + directory(number).getFileName()
              + ": build the index anew with `timtin reindex`");
    }
    return published;
  }

  /**
   * Yields what {@code CURRENT} says, whether or not that is there.
   *
   * @throws IndexException if there is no {@code CURRENT}
   */
  public Published requirePublishedFile() throws IOException {
    Optional<Published> published = published();
    if (published.isEmpty()) {
      requireNoLostGeneration();
      String what = Files.exists(root) ? root + " is not an index" : "there is no index in " + root;
      throw new IndexException(
          what + ": build one with `timtin reindex`, or name another directory");
    }
    return published.get();
  }

  /**
   * Makes a generation the current one, durably and at once.
   *
   * @param previous the one whose place it takes
   */
  public void publish(long generation, OptionalLong previous) throws IOException {
    CurrentFile.replace(root, new Published(generation, previous));
  }

  // ------------------------------------------------------------------ what is there

  /**
   * Makes sure that an index is here or can be made here.
   *
   * @throws IndexException if the directory is a file, or holds something that is no index
   */
  public void prepare() throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new IndexException(root + " is a file, not the directory of an index");
    }
    if (published().isEmpty()
        && Files.isDirectory(root)
        && !isFreshDirectory()
        && published().isEmpty()) { // a first build may have ended meanwhile
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

  /**
   * Makes sure that no index would be forgotten by beginning a new one.
   *
   * @throws IndexException if {@code CURRENT} is missing, but a generation that was built to its
   *     end is there
   */
  void requireNoLostGeneration() throws IOException {
    List<Long> lost = ofUse();
    if (!lost.isEmpty() && published().isEmpty()) {
      long last = lost.getLast();
      throw new IndexException(
          root
              + " has no file "
              + CurrentFile.NAME
              + ", but "
              + directory(last).getFileName()
              + " is there: write "
              + last
              + " into "
              + CurrentFile.NAME
              + " to go on with it, or build the index anew with `timtin reindex`");
    }
  }

  /** Yields the generations with articles that were built to their end, in order. */
  public List<Long> ofUse() throws IOException {
    return numbers().stream().filter(n -> has(n) && BuildCommit.isOfUse(directory(n))).toList();
  }

  /** Yields the number for a new generation. */
  public long next() throws IOException {
    long next = numbers().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
    if (next > MAX_NUMBER) {
      throw new IndexException(
          directory(next - 1) + " has the highest number there is: give it a lower one");
    }
    return next;
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
          .sorted()
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
                      || Set.of(
                              IndexLock.BUILD,
                              IndexLock.WRITE,
                              WriteClock.FILE,
                              SynonymsFile.NAME,
                              CurrentFile.NEW)
                          .contains(name));
    }
  }

  // ------------------------------------------------------------------ what is swept away

  /**
   * Deletes all generations but these and those that somebody writes to. What cannot be deleted is
   * left for the next time.
   */
  public void sweep(Set<Long> kept) throws IOException {
    for (long number : numbers()) {
      if (!kept.contains(number) && has(number)) {
        try {
          if (isWrittenTo(number)) {
            continue;
          }
          LOG.log(System.Logger.Level.DEBUG, "deleting generation " + number);
          delete(number);
        } catch (IOException e) {
          LOG.log(
              System.Logger.Level.WARNING,
              directory(number) + " is of no use and could not be deleted: " + reason(e));
        }
      }
    }
  }

  /** Whether a process has the generation open for writing. */
  public boolean isWrittenTo(long generation) throws IOException {
    try (var files = FSDirectory.open(directory(generation))) {
      files.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
      return false;
    } catch (LockObtainFailedException e) {
      return true;
    }
  }

  public void delete(long generation) throws IOException {
    Path directory = directory(generation);
    if (!Files.exists(directory)) {
      return;
    }
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
  }

  /** Says what went wrong without the path, which the caller names. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
