package vn.timtin.lucene;

import java.io.IOException;
import java.nio.file.Path;
import vn.timtin.index.IndexEngine;
import vn.timtin.index.NewsIndex;

/** Holds an index in a directory of this machine, in Lucene. */
public final class LuceneEngine implements IndexEngine {
  /** For {@link java.util.ServiceLoader}. */
  public LuceneEngine() {}

  @Override
  public NewsIndex open(Path directory) throws IOException {
    return LuceneNewsIndex.open(directory, true);
  }

  @Override
  public NewsIndex openForReading(Path directory) throws IOException {
    return LuceneNewsIndex.open(directory, false);
  }
}
