package vn.timtin.lucene.store;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import vn.timtin.index.IndexException;

/**
 * The files of a generation as Lucene opens them, and what it means where they cannot be opened.
 *
 * @param buildBegan the stamp at which its building began
 * @param writer null where it is open for reading alone
 */
record GenerationFiles(
    Path path, Directory directory, long buildBegan, @Nullable IndexWriter writer) {
  /**
   * Opens the files of a generation that exists. Where that fails, nothing stays open and no lock
   * is held.
   *
   * @throws IndexException if it is damaged, of another version, or open for writing elsewhere
   */
  static GenerationFiles open(Generations generations, long number, boolean writable)
      throws IOException {
    Path path = generations.directory(number);
    if (!generations.has(number)) { // Lucene would make it
      throw new IndexException("there is no directory " + path);
    }
    Directory directory = null;
    IndexWriter writer = null;
    GenerationFiles opened = null;
    try {
      directory = FSDirectory.open(path);
      long buildBegan = BuildCommit.requireBegan(path, directory);
      writer = writable ? new IndexWriter(directory, Generation.writerConfig()) : null;
      opened = new GenerationFiles(path, directory, buildBegan, writer);
      return opened;
    } catch (IOException | RuntimeException e) {
      throw failure(generations, number, e);
    } finally {
      if (opened == null) {
        abandon(directory, writer);
      }
    }
  }

  /** Yields what it means that a generation could not be opened. */
  static IndexException failure(Generations generations, long number, Exception e) {
    Path path = generations.directory(number);
    return switch (e) {
      case IndexException known -> known;
      case LockObtainFailedException locked ->
          new IndexException(
              "the index in "
                  + generations.root()
                  + " is open for writing in another process: a running server takes articles over"
                  + " HTTP",
              locked);
      case IndexFormatTooNewException tooNew -> ofAnotherVersion(path, tooNew);
      case IndexFormatTooOldException tooOld -> ofAnotherVersion(path, tooOld);
      case IllegalArgumentException noSuchCodec -> ofAnotherVersion(path, noSuchCodec);
      case CorruptIndexException corrupt -> damaged(path, corrupt);
      case EOFException cutOff -> damaged(path, cutOff);
      case NoSuchFileException missing -> damaged(path, missing);
      case FileNotFoundException missing -> damaged(path, missing);
      case IOException other ->
          new IndexException(
              "cannot open the index in " + path + ": " + Generations.reason(other), other);
      default -> damaged(path, e); // one of Lucene's checks of what it reads
    };
  }

  private static IndexException ofAnotherVersion(Path path, Exception e) {
    return new IndexException(
        "the index in " + path + " is of another version of Lucene: build it anew", e);
  }

  private static IndexException damaged(Path path, Exception e) {
    return new IndexException(
        "the index in "
            + path
            + " is damaged: build it anew with `timtin reindex`, or go back with `timtin restore"
            + " --previous`",
        e);
  }

  /** Closes what could not be used, and keeps nothing of it. */
  void abandon() {
    abandon(directory, writer);
  }

  private static void abandon(@Nullable Directory directory, @Nullable IndexWriter writer) {
    if (writer != null) {
      IOUtils.closeWhileHandlingException(writer::rollback);
    }
    IOUtils.closeWhileHandlingException(directory);
  }

  /** Whether writes can go on: a full disk ends a writer for good. */
  boolean isWritable() {
    return writer != null && writer.isOpen();
  }

  /** Commits what was written, and closes all of it. */
  void close() throws IOException {
    try (directory) {
      if (isWritable()) {
        try {
          writer.commit();
        } finally {
          writer.rollback(); // all that is to be kept is committed
        }
      }
    }
  }
}
