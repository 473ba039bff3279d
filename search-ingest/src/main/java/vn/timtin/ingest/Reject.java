package vn.timtin.ingest;

/**
 * An input that became no article.
 *
 * @param file the name of the file that it stood in
 * @param line the number of its line, from 1
 * @param reason what is wrong with it
 * @param input its beginning
 */
public record Reject(String file, long line, String reason, String input) {}
