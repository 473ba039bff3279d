package vn.timtin.search;

/**
 * How many articles match.
 *
 * @param value their number, or a lower bound of it; exact at least up to 100,000
 * @param isExact whether it is their number
 */
public record TotalHits(long value, boolean isExact) {}
