package vn.timtin.search;

import java.time.Instant;
import java.util.Optional;

/**
 * What the index has of one site.
 *
 * @param source its host name, as most of its articles write it
 * @param count of its articles
 * @param firstPublished the earliest date among them, where one has a date
 * @param lastPublished the latest
 */
public record SourceSummary(
    String source, long count, Optional<Instant> firstPublished, Optional<Instant> lastPublished) {}
