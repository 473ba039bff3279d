package vn.timtin.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Work on all cores that may throw {@link IOException}. */
public final class Parallel {
  /** Works on one element. */
  @FunctionalInterface
  public interface Work<T> {
    void on(T element) throws IOException;
  }

  private Parallel() {}

  /** Works on each element, on several threads where there are at least {@code threshold}. */
  public static <T> void forEach(List<T> elements, int threshold, Work<T> work) throws IOException {
    var stream = elements.size() < threshold ? elements.stream() : elements.parallelStream();
    try {
      stream.forEach(
          element -> {
            try {
              work.on(element);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
