package vn.timtin.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import vn.timtin.index.IndexException;
import vn.timtin.lucene.store.Generation;
import vn.timtin.lucene.store.Generations;
import vn.timtin.lucene.store.IndexLock;
import vn.timtin.lucene.store.LiveGenerations;

/** What an index was before it was built anew. */
public final class IndexHistory {
  private IndexHistory() {}

  /**
   * Makes the generation current again in whose place the current one was put. Whoever has the
   * index open moves on to it, and what was written since is carried over. Called again, it undoes
   * itself.
   *
   * @return the number of the generation that is current now
   * @throws IndexException if there is none, it cannot be opened, or the index is being built
   */
  public static long restorePrevious(Path directory) throws IOException {
    var generations = new Generations(directory);
    generations.requirePublishedFile();
    IndexLock building = IndexLock.forBuilding(generations.root());
    try {
      return restorePrevious(generations);
    } finally {
      building.close();
    }
  }

  private static long restorePrevious(Generations generations) throws IOException {
    Generations.Published published = generations.requirePublishedFile();
    long current = published.number();
    long previous = published.previous().orElse(current);
    if (previous == current || !generations.has(previous)) {
      throw new IndexException(
          "the index in "
              + generations.root()
              + " keeps no generation from before the current one: it was not built anew with"
              + " `timtin reindex`, or the older one was deleted");
    }
    Generation.openForReading(generations, previous).close();
    generations.publish(
        previous, generations.has(current) ? OptionalLong.of(current) : OptionalLong.empty());
    if (!IndexLock.isOpenForWriting(generations.root())) {
      // Nobody is there who would carry over what was written since.
      LiveGenerations.openForWriting(generations, () -> {}).close();
    }
    return previous;
  }
}
