package vn.timtin.lucene.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import vn.timtin.index.IndexException;

/**
 * What the last commit of a build, and all that follow, say of the generation. A generation whose
 * commit says nothing was not built to its end, and cannot be opened.
 */
public final class BuildCommit {
  /** Writes with this stamp or a later one were not in the input of the build. */
  private static final String BEGAN = "buildBegan";

  /** The way in which articles are kept. */
  private static final String FORMAT = "format";

  /** The way of this version; it changes with the fields and what is stored in them. */
  private static final String CURRENT_FORMAT = "4";

  private BuildCommit() {}

  /** Makes the next commit of a build its last one. */
  public static void complete(IndexWriter writer, long began) {
    writer.setLiveCommitData(
        Map.of(BEGAN, String.valueOf(began), FORMAT, CURRENT_FORMAT).entrySet());
  }

  /**
   * Yields the stamp at which the building of a generation began.
   *
   * @throws IndexException if the generation was not built to its end, or by another version
   */
  static long requireBegan(Path path, Directory directory) throws IOException {
    Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
    if (!CURRENT_FORMAT.equals(data.get(FORMAT))) {
      throw new IndexException(
          data.containsKey(FORMAT)
              ? "the index in "
                  + path
                  + " was built by another version of timtin: build it anew with reindex"
              : "the building of " + path + " was cut off: build it anew with reindex");
    }
    return began(data);
  }

  /** Yields the stamp at which the building of what a reader has began, whatever its version. */
  static long began(DirectoryReader reader) throws IOException {
    return began(reader.getIndexCommit().getUserData());
  }

  private static long began(Map<String, String> data) {
    return Long.parseLong(data.getOrDefault(BEGAN, "0"));
  }

  /**
   * Whether a generation was built to its end and has something in it. What cannot be read is taken
   * to be of use: only what surely is not may be forgotten.
   */
  static boolean isOfUse(Path path) {
    try (Directory directory = FSDirectory.open(path)) {
      SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
      return commit.getUserData().containsKey(FORMAT) && commit.totalMaxDoc() > 0;
    } catch (IndexNotFoundException e) {
      return false; // nothing was ever committed
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }
}
