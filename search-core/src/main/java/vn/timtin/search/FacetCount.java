package vn.timtin.search;

/**
 * How many of the matching articles have a value.
 *
 * @param value as most of them write it
 * @param count at least 1
 */
public record FacetCount(String value, long count) {}
