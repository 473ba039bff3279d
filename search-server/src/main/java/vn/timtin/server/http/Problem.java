package vn.timtin.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request was not carried out (RFC 9457).
 *
 * @param type what kind of problem it is; {@code about:blank} means what the status says
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong, and what would be right
 * @param instance the address that was asked
 * @param parameter the parameter that is to blame, if one is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type, String title, int status, String detail, String instance, String parameter) {
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(408, "Request Timeout"),
          Map.entry(413, "Content Too Large"),
          Map.entry(414, "URI Too Long"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(503, "Service Unavailable"));

  static Problem of(int status, String detail, String instance) {
    return new Problem("about:blank", title(status), status, detail, instance, null);
  }

  static Problem of(int status, String detail, String instance, String parameter) {
    return new Problem("about:blank", title(status), status, detail, instance, parameter);
  }

  private static String title(int status) {
    return Optional.ofNullable(TITLES.get(status)).orElse("Error");
  }
}
