package vn.timtin.lucene.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.lucene.search.ScoreDoc;
import vn.timtin.search.InvalidCursorException;
import vn.timtin.search.SearchRequest;

/**
 * Where an answer ends, so that the next one goes on there: a point in time of the index, and the
 * last hit in it.
 *
 * @param generation the number of the generation
 * @param version of the reader, by which the generation keeps it for a while
 * @param search tells searches apart
 * @param began when the first answer was given, in milliseconds since 1970; freshness counts from
 *     it
 * @param document the number of the last hit, negative before the first one
 * @param score of the last hit
 */
public record Cursor(
    long generation, long version, int search, long began, int document, float score) {
  private static final int BYTES = 3 * Long.BYTES + 2 * Integer.BYTES + Float.BYTES;

  /** Yields the cursor before the first hit of a search at this point in time. */
  public static Cursor atStart(long generation, long version, SearchRequest request) {
    return new Cursor(generation, version, hash(request), System.currentTimeMillis(), -1, 0);
  }

  /**
   * Reads the cursor of a request.
   *
   * @throws InvalidCursorException if it is none, or was given for another text or order
   */
  public static Cursor of(String text, SearchRequest request) {
    Cursor cursor = decode(text);
    if (cursor.search != hash(request)) {
      throw new InvalidCursorException(
          "cursor must be one of the same search: its text, parts, match, order or half-life differ");
    }
    return cursor;
  }

  private static Cursor decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != BYTES) {
      throw new InvalidCursorException(
          "cursor must be what an answer gave as next: " + brief(text));
    }
    var buffer = ByteBuffer.wrap(bytes);
    return new Cursor(
        buffer.getLong(),
        buffer.getLong(),
        buffer.getInt(),
        buffer.getLong(),
        buffer.getInt(),
        buffer.getFloat());
  }

  private static String brief(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  /** What must not change from page to page; a filter may, as that by age does. */
  private static int hash(SearchRequest request) {
    return Objects.hash(
        request.text(),
        new TreeSet<>(request.searchIn()).toString(),
        request.matching().name(),
        request.sortBy().name(),
        request.halfLife(),
        request.correction().name());
  }

  boolean isAtStart() {
    return document < 0;
  }

  /** Yields the cursor after a hit. */
  Cursor after(ScoreDoc hit) {
    return new Cursor(generation, version, search, began, hit.doc, hit.score);
  }

  /** Yields the text that {@link #of} reads. */
  @Override
  public String toString() {
    var buffer = ByteBuffer.allocate(BYTES);
    buffer.putLong(generation).putLong(version).putInt(search).putLong(began);
    buffer.putInt(document).putFloat(score);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }
}
