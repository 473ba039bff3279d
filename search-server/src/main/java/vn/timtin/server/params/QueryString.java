package vn.timtin.server.params;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the query string of an address, strictly: percent escapes must make UTF-8. */
public final class QueryString {
  private QueryString() {}

  /**
   * Yields the values of each parameter in their order.
   *
   * @throws ParameterException if an escape is broken
   */
  public static Map<String, List<String>> parse(@Nullable String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (query == null) {
      return values;
    }
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals), "query");
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1), name);
        values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  private static String decode(String escaped, String name) {
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length() * 3);
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '+') {
        bytes.put((byte) ' ');
      } else if (c == '%') {
        int high = i + 1 < escaped.length() ? Character.digit(escaped.charAt(i + 1), 16) : -1;
        int low = i + 2 < escaped.length() ? Character.digit(escaped.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw new ParameterException(
              name, name + " has a broken percent escape at character " + (i + 1));
        }
        bytes.put((byte) (high * 16 + low));
        i += 2;
      } else {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new ParameterException(name, name + " must be UTF-8 after its percent escapes");
    }
  }
}
