package vn.timtin.lucene.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.SynonymsException;
import vn.timtin.index.IndexException;

/**
 * The synonyms of an index: those of the library and those in the file {@value #NAME} of its
 * directory, which is read again when it changes. A file that is wrong leaves the last good one in
 * force. Safe for many threads.
 */
public final class SynonymsFile {
  /** The name of the file in the directory of the index. */
  static final String NAME = "synonyms.txt";

  /** What an own synonym counts beside what was typed: as much as any of the library's. */
  private static final double WEIGHT = 1;

  private static final FileTime NEVER = FileTime.fromMillis(Long.MIN_VALUE);

  private final Path file;
  private volatile Synonyms current = Synonyms.builtIn();
  private FileTime readAt = NEVER;

  /** What is wrong with the file as it was read last. */
  private @Nullable SynonymsException wrong;

  private SynonymsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file in the directory of an index, if there is one.
   *
   * @throws IndexException if a line of it is wrong
   */
  public static SynonymsFile open(Path directory) throws IOException {
    var synonyms = new SynonymsFile(directory.resolve(NAME));
    try {
      synonyms.read();
    } catch (SynonymsException e) {
      throw new IndexException(e.getMessage(), e);
    }
    return synonyms;
  }

  public Synonyms current() {
    return current;
  }

  /**
   * Reads the file again if it changed.
   *
   * @throws IOException if the file as it is now cannot be used; the synonyms are as before
   */
  public void refresh() throws IOException {
    try {
      read();
    } catch (SynonymsException e) {
      throw new IndexException(e.getMessage(), e);
    }
  }

  private void read() throws IOException, SynonymsException {
    try {
      readIfChanged();
    } catch (IOException e) {
      throw new IndexException("cannot read " + file + ": " + Generations.reason(e), e);
    }
  }

  private void readIfChanged() throws IOException, SynonymsException {
    FileTime changedAt = Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER;
    if (!changedAt.equals(readAt)) {
      readAt = changedAt;
      wrong = null;
      try {
        current =
            changedAt.equals(NEVER)
                ? Synonyms.builtIn()
                : Synonyms.builtIn().and(Synonyms.read(file, WEIGHT));
      } catch (SynonymsException e) {
        wrong = e;
      }
    }
    if (wrong != null) {
      throw wrong;
    }
  }
}
