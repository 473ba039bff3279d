package vn.timtin.lucene.derived;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * What is derived from the articles of an index: read from each segment once, merged to one whole,
 * and forgotten with the segment.
 *
 * <p>A segment never changes, but for what is deleted from it, so that nothing is read twice. Work
 * is bounded: after a merge comes a pause of {@value #PAUSE} times what it took. Safe for many
 * threads, one of which refreshes.
 *
 * @param <P> what is read from a segment
 * @param <W> the whole that the parts are merged to
 */
public final class Derived<P, W> {
  /** How often the time that a merge took is waited for before the next. */
  private static final int PAUSE = 10;

  /** What depends on the time of day changes without a write too. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** How something is derived. */
  public interface Source<P, W> {
    /**
     * Reads a segment.
     *
     * @param documents how many the whole index has
     * @param isClosed whether nobody waits for the result any more
     */
    P read(LeafReader segment, int documents, BooleanSupplier isClosed) throws IOException;

    /** Merges what was read from all segments. */
    W merge(Collection<P> parts, Instant now);
  }

  /**
   * The whole, as it was merged last.
   *
   * @param segments which have been read
   */
  private record Merged<W>(W whole, Set<Object> segments, Instant end, Duration took) {}

  private final Source<P, W> source;
  private final Map<Object, P> read = new HashMap<>();
  private volatile Merged<W> merged;
  private volatile boolean isClosed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Begins with nothing read. */
  public Derived(Source<P, W> source) {
    this.source = source;
    this.merged =
        new Merged<>(source.merge(Set.of(), Instant.EPOCH), Set.of(), Instant.EPOCH, Duration.ZERO);
  }

  /** Yields the whole, as it was merged last. */
  public W current() {
    return merged.whole();
  }

  /** Whether that is of all articles of a reader. */
  public boolean covers(IndexReader reader) {
    return merged.segments().equals(segmentsOf(reader));
  }

  /** Waits for the next merge, but no longer than this. */
  public void awaitMerge(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      changed.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      lock.unlock();
    }
  }

  /** Ends a {@link #refresh} under way soon. */
  public void close() {
    isClosed = true;
  }

  /** Reads the segments of a reader that are not known yet, and forgets those it has not. */
  public void refresh(IndexReader reader) throws IOException {
    read.keySet().retainAll(segmentsOf(reader));
    for (LeafReaderContext leaf : reader.leaves()) {
      Object segment = key(leaf.reader());
      if (!isClosed && !read.containsKey(segment)) {
        read.put(segment, source.read(leaf.reader(), reader.maxDoc(), () -> isClosed));
        mergeIfDue();
      }
    }
    mergeIfDue();
  }

  private static Set<Object> segmentsOf(IndexReader reader) {
    Set<Object> segments = new HashSet<>();
    reader.leaves().forEach(leaf -> segments.add(key(leaf.reader())));
    return segments;
  }

  private static Object key(LeafReader segment) {
    return segment.getCoreCacheHelper().getKey();
  }

  private void mergeIfDue() {
    Instant now = Instant.now();
    Duration pause = Duration.between(merged.end(), now);
    boolean isDue =
        merged.segments().equals(read.keySet())
            ? pause.compareTo(LONGEST_PAUSE) > 0
            : pause.compareTo(merged.took().multipliedBy(PAUSE)) >= 0;
    if (!isClosed && isDue) {
      W whole = source.merge(read.values(), now);
      Instant end = Instant.now();
      lock.lock();
      try {
        merged = new Merged<>(whole, Set.copyOf(read.keySet()), end, Duration.between(now, end));
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
