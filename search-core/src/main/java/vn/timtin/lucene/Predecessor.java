package vn.timtin.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.store.CatchUp;
import vn.timtin.lucene.store.Generation;
import vn.timtin.lucene.store.Generations;
import vn.timtin.lucene.store.IndexLock;
import vn.timtin.lucene.store.LiveGenerations;
import vn.timtin.lucene.store.WriteClock;

/**
 * The generation whose place a build will take, and what may be deleted before and after.
 *
 * <p>Deleted is only what is neither current nor the predecessor, and takes no writes. For who
 * holds the build lock.
 */
final class Predecessor {
  private static final System.Logger LOG = System.getLogger(Predecessor.class.getName());

  private record Found(long number, int articles) {}

  private final Generations generations;
  private final WriteClock clock;
  private final Optional<Found> found;

  /** The generation that took the last writes, and its commit that was carried over. */
  private long written;

  private long carried;

  private Predecessor(Generations generations, WriteClock clock, Optional<Found> found) {
    this.generations = generations;
    this.clock = clock;
    this.found = found;
  }

  /** Finds the first that can be opened, which has the last word on what time it is. */
  static Predecessor find(Generations generations, WriteClock clock) throws IOException {
    Optional<Generations.Published> published = generations.published();
    List<Long> likely = new ArrayList<>();
    published.ifPresent(current -> likely.add(current.number()));
    clock.writtenGeneration().ifPresent(likely::add);
    published.ifPresent(current -> current.previous().ifPresent(likely::add));
    Optional<Found> found = firstOf(likely, generations, clock);
    if (found.isEmpty()) {
      found = firstOf(generations.ofUse().reversed(), generations, clock);
    }
    return new Predecessor(generations, clock, found);
  }

  private static Optional<Found> firstOf(
      List<Long> numbers, Generations generations, WriteClock clock) {
    for (long number : numbers) {
      if (generations.has(number)) {
        try (Generation opened = Generation.openForReading(generations, number)) {
          clock.notBefore(opened.lastStamp()); // in case the clock was lost
          return Optional.of(new Found(number, opened.articles()));
        } catch (IOException e) {
          LOG.log(System.Logger.Level.WARNING, "it has to stand aside: " + e.getMessage());
        }
      }
    }
    return Optional.empty();
  }

  boolean isKnown() {
    return found.isPresent();
  }

  /** Yields how many articles it has, 0 where there is none. */
  int articles() {
    return found.map(Found::articles).orElse(0);
  }

  /** Deletes what earlier builds left, but nothing that is needed should this one fail. */
  void sweepBefore(long build) throws IOException {
    Set<Long> kept = new HashSet<>(Set.of(build));
    found.ifPresent(old -> kept.add(old.number()));
    clock.writtenGeneration().ifPresent(kept::add);
    Optional<Generations.Published> published = generations.published();
    published.ifPresent(
        current -> {
          kept.add(current.number());
          current.previous().ifPresent(kept::add);
        });
    if (published.isEmpty() || !generations.has(published.get().number())) {
      kept.addAll(generations.ofUse()); // which of them is the last good one is not known
    }
    generations.sweep(kept);
  }

  /** Adds to a build what the index was given since it began. */
  void carryOver(long began, IndexWriter build, ArticleDocuments documents) throws IOException {
    written = clock.writtenGeneration().orElse(found.map(Found::number).orElse(0L));
    if (generations.has(written)) {
      carried = lastCommit(written);
      try {
        CatchUp.copy(generations.directory(written), began, build, documents);
      } catch (CatchUp.UnreadableException e) {
        // Who has it open carries it over from there; a damaged index must not keep a new one away.
        LOG.log(System.Logger.Level.WARNING, e.getMessage());
      }
    }
  }

  private long lastCommit(long generation) throws IOException {
    try (Directory files = FSDirectory.open(generations.directory(generation))) {
      return SegmentInfos.getLastCommitGeneration(files);
    }
  }

  /** Makes the build the current generation. */
  void publish(long build) throws IOException {
    generations.publish(build, previous());
  }

  /** Yields the number to go back to: it may be one that cannot be opened. */
  private OptionalLong previous() throws IOException {
    if (found.isPresent()) {
      return OptionalLong.of(found.get().number());
    }
    Optional<Generations.Published> unreadable = generations.published();
    return unreadable.isPresent() && generations.has(unreadable.get().number())
        ? OptionalLong.of(unreadable.get().number())
        : OptionalLong.empty();
  }

  /**
   * Deletes what is neither the build, which is current now, nor its predecessor. A third
   * generation that took the writes stays as long as something in it may not have been carried
   * over.
   */
  void sweepAfter(long build) throws IOException {
    Set<Long> kept = new HashSet<>(Set.of(build));
    generations.published().flatMap(Predecessor::previousOf).ifPresent(kept::add);
    if (generations.has(written)
        && (generations.isWrittenTo(written) || lastCommit(written) != carried)) {
      kept.add(written);
      if (!IndexLock.isOpenForWriting(generations.root())) {
        // Whoever wrote has ended since: nobody else would carry its last writes over.
        LiveGenerations.openForWriting(generations, () -> {}).close();
      }
    }
    generations.sweep(kept);
  }

  private static Optional<Long> previousOf(Generations.Published published) {
    return published.previous().isPresent()
        ? Optional.of(published.previous().getAsLong())
        : Optional.empty();
  }
}
