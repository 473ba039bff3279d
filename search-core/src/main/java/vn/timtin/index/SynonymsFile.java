package vn.timtin.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.SynonymsException;

/**
 * The synonyms of an index: those of the library and those in the file {@value #NAME} of its
 * directory, which is read again when it changes. A file that is wrong leaves the last good one in
 * force. Safe for many threads.
 */
final class SynonymsFile {
  /** The name of the file in the directory of the index. */
  static final String NAME = "synonyms.txt";

  /** What an own synonym counts beside what was typed: as much as any of the library's. */
  private static final double WEIGHT = 0.2;

  private static final FileTime NEVER = FileTime.fromMillis(Long.MIN_VALUE);
  private static final System.Logger LOG = System.getLogger(SynonymsFile.class.getName());

  private final Path file;
  private volatile Synonyms current = Synonyms.builtIn();
  private FileTime readAt = NEVER;

  private SynonymsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file in the directory of an index, if there is one.
   *
   * @throws IndexException if a line of it is wrong
   */
  static SynonymsFile open(Path directory) throws IOException {
    var synonyms = new SynonymsFile(directory.resolve(NAME));
    try {
      synonyms.read();
    } catch (SynonymsException e) {
      throw new IndexException(e.getMessage(), e);
    }
    return synonyms;
  }

  Synonyms current() {
    return current;
  }

  /** Reads the file again if it changed. */
  void refresh() {
    try {
      read();
    } catch (SynonymsException | IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "synonyms are as before, since the file cannot be used: " + e.getMessage());
    }
  }

  private void read() throws IOException, SynonymsException {
    FileTime changedAt = Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER;
    if (!changedAt.equals(readAt)) {
      readAt = changedAt; // a wrong file is told of once
      current =
          changedAt.equals(NEVER)
              ? Synonyms.builtIn()
              : Synonyms.builtIn().and(Synonyms.read(file, WEIGHT));
    }
  }
}
