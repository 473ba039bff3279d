package vn.timtin.index;

import java.io.IOException;
import java.nio.file.Path;

/** What can hold an index: found as a service, so that nothing here names it. */
public interface IndexEngine {
  /** Opens for reading and writing, as {@link NewsIndex#open} says. */
  NewsIndex open(Path directory) throws IOException;

  /** Opens for reading, as {@link NewsIndex#openForReading} says. */
  NewsIndex openForReading(Path directory) throws IOException;

  /** Yields the engine that is there. */
  static IndexEngine ofThisProgram() {
    return java.util.ServiceLoader.load(IndexEngine.class, IndexEngine.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no engine for an index on the class path"));
  }
}
