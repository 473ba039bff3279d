package vn.timtin.ingest;

import java.io.IOException;
import java.io.InputStream;

/**
 * How articles are cut out of an input of one format.
 *
 * <p>Cutting is the work of the one thread that reads; what is cut is parsed by others. Safe for
 * many threads.
 */
public sealed interface ArticleSource permits JsonLinesSource, TextPageSource {
  /** Takes what is cut. */
  @FunctionalInterface
  interface Pieces {
    /** Takes one piece. */
    void add(Piece piece) throws IOException;
  }

  /**
   * Cuts an input and passes the pieces on in their order.
   *
   * @param file by which rejects name the input
   * @param in unpacked; stays the caller's to close
   */
  void cut(String file, InputStream in, Pieces pieces) throws IOException;
}
