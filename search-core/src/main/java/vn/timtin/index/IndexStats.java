package vn.timtin.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The size of an index.
 *
 * @param articles how many it has
 * @param sources how many sites they are from
 * @param bytes on disk
 * @param generation the number of the build that is searched; each has a higher one than those
 *     before it
 * @param firstPublished the earliest date among them, where one has a date
 * @param lastPublished the latest
 * @param troubles what keeps failing in the background, as {@link NewsIndex#troubles}
 */
public record IndexStats(
    long articles,
    long sources,
    long bytes,
    long generation,
    Optional<Instant> firstPublished,
    Optional<Instant> lastPublished,
    List<String> troubles) {

  /** Keeps a copy of the list. */
  public IndexStats {
    troubles = List.copyOf(troubles);
  }
}
