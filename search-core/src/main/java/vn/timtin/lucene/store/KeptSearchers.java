package vn.timtin.lucene.store;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** The searchers of the last minutes, for those who go on from an answer. Safe for many threads. */
public final class KeptSearchers implements Closeable {
  /** How long a searcher is kept after a newer one was used. */
  private static final double SECONDS_KEPT = 120;

  private final SearcherLifetimeManager searchers = new SearcherLifetimeManager();

  /** Keeps a searcher; yields the version that names it. */
  public synchronized long keep(IndexSearcher searcher) throws IOException {
    try { // alone: it must not be closed while something is put into it
      searchers.record(searcher);
    } catch (AlreadyClosedException e) {
      // Another generation has taken the place of this one: nobody goes on from here.
    }
    return ((DirectoryReader) searcher.getIndexReader()).getVersion();
  }

  /** Yields the searcher that was kept under this version, to be released; null if it is gone. */
  public @Nullable IndexSearcher acquire(long version) {
    try {
      return searchers.acquire(version);
    } catch (AlreadyClosedException e) {
      return null;
    }
  }

  public void release(IndexSearcher searcher) throws IOException {
    searchers.release(searcher);
  }

  /** Lets those go that are too old. */
  void prune() throws IOException {
    searchers.prune(new SearcherLifetimeManager.PruneByAge(SECONDS_KEPT));
  }

  @Override
  public synchronized void close() throws IOException {
    searchers.close();
  }
}
