package vn.timtin.lucene;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import vn.timtin.index.IndexException;
import vn.timtin.lucene.store.Generations;

/** Reads an index back in full, with Lucene's own check. */
public final class IndexCheck {
  private IndexCheck() {}

  /**
   * Yields what is wrong with the current generation, as last committed; nothing where it is sound.
   * Another process may go on writing to it.
   *
   * @throws IndexException if there is no index
   */
  public static List<String> faults(Path directory) throws IOException {
    var generations = new Generations(directory);
    Path current = generations.directory(generations.requirePublished().number());
    List<String> faults = new ArrayList<>();
    var report = new ByteArrayOutputStream();
    // A commit is never changed, so that no lock is needed to read it.
    try (Directory lucene = FSDirectory.open(current, NoLockFactory.INSTANCE);
        var check = new CheckIndex(lucene);
        var out = new PrintStream(report, true, StandardCharsets.UTF_8)) {
      check.setInfoStream(out);
      CheckIndex.Status status = check.checkIndex();
      if (status.missingSegments) {
        faults.add("the list of segments is missing or damaged in " + current);
      }
      status.segmentInfos.stream()
          .filter(segment -> segment.toLoseDocCount > 0)
          .forEach(
              segment ->
                  faults.add(
                      "segment " + segment.name + " is damaged: " + segment.maxDoc + " articles"));
      if (!status.clean && faults.isEmpty()) {
        faults.add(report.toString(StandardCharsets.UTF_8));
      }
    }
    return faults;
  }
}
