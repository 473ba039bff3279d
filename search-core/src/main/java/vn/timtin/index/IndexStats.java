package vn.timtin.index;

import java.time.Instant;
import java.util.Optional;

/**
 * The size of an index.
 *
 * @param articles how many it has
 * @param sources how many sites they are from
 * @param bytes on disk
 * @param generation how often the index has been built anew
 * @param firstPublished the earliest date among them, where one has a date
 * @param lastPublished the latest
 */
public record IndexStats(
    long articles,
    long sources,
    long bytes,
    long generation,
    Optional<Instant> firstPublished,
    Optional<Instant> lastPublished) {}
