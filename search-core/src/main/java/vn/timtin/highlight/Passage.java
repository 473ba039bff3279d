package vn.timtin.highlight;

/**
 * A part of a text that can be shown on its own.
 *
 * @param start where it begins, in UTF-16 units
 * @param end where it ends, exclusive
 * @param score how much of the query it shows
 */
record Passage(int start, int end, double score) {}
