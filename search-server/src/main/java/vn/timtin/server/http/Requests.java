package vn.timtin.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.timtin.server.params.QueryString;

/** Reads what all requests have in common. */
final class Requests {
  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> JSON_LINES =
      Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/json");

  /** How much of a body that is too large is read on, so that its sender hears of it. */
  private static final int MAX_DISCARDED_BYTES = 64 << 20;

  private Requests() {}

  static Map<String, List<String>> parameters(Context ctx) {
    return QueryString.parse(ctx.queryString());
  }

  /** Requires a body of JSON where it is said what the body is. */
  static void acceptJson(Context ctx) {
    if (ctx.contentType() != null) {
      requireType(ctx, JSON);
    }
  }

  /** Requires that the body is said to be JSON: a page of another site can send any other. */
  static void requireJson(Context ctx) {
    requireType(ctx, JSON);
  }

  /** Requires that the body is said to be JSON Lines. */
  static void requireJsonLines(Context ctx) {
    requireType(ctx, JSON_LINES);
  }

  private static void requireType(Context ctx, Set<String> accepted) {
    String given = ctx.contentType();
    String type =
        given == null ? "" : given.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!accepted.contains(type) && !(type.endsWith("+json") && accepted.equals(JSON))) {
      throw new ProblemException(
          415,
          "the content type must be "
              + (accepted.equals(JSON) ? "application/json" : "application/x-ndjson")
              + (type.isEmpty() ? ": none is given" : ": " + type));
    }
  }

  /** Reads the whole body, which may have so many bytes. */
  static byte[] body(Context ctx, int most) {
    requireLength(ctx, most);
    byte[] body;
    try {
      body = ctx.bodyInputStream().readNBytes(most + 1);
    } catch (IOException e) {
      throw unreadable();
    }
    if (body.length > most) {
      throw tooLarge(ctx, most);
    }
    return body;
  }

  /** Yields the refusal of a body that ended early; hardly anybody is there to read it. */
  static ProblemException unreadable() {
    return new ProblemException(400, "the request could not be read to its end");
  }

  /** Refuses a body that says of itself that it has more bytes. */
  static void requireLength(Context ctx, long most) {
    if (ctx.req().getContentLengthLong() > most) {
      throw tooLarge(ctx, most);
    }
  }

  /**
   * Yields the refusal of a body. Who is still sending when the connection is closed does not get
   * the answer, so the rest is read on and thrown away, within bounds; who waits to be told that it
   * is wanted ({@code Expect}) sends none.
   */
  static ProblemException tooLarge(Context ctx, long most) {
    if (ctx.header("Expect") == null) {
      InputStream rest = ctx.bodyInputStream();
      var thrownAway = new byte[1 << 16];
      int read = 0;
      try {
        for (int n = 0; n >= 0 && read < MAX_DISCARDED_BYTES; n = rest.read(thrownAway)) {
          read += n;
        }
      } catch (IOException e) {
        return unreadable();
      }
    }
    return new ProblemException(413, "the body may have at most " + most + " bytes");
  }
}
