package vn.timtin.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ids for articles that come without one: the same article gets the same id in every run. */
final class ArticleIds {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://(?:www\\.)?([^/?#:]+)(:\\d+)?([^?#]*)(?:\\?([^#]*))?.*");

  /** Query parameters that say how a reader came, not which page it is. */
  private static final Pattern TRACKING =
      Pattern.compile("(?i)(utm_\\w+|fbclid|gclid|zarsrc|ref|src)(=.*)?");

  private ArticleIds() {}

  static String derive(String url, String title, String body) {
    return url.isBlank()
        ? "text-" + digest(title + "\n" + body)
        : "url-" + digest(normalize(url.strip()));
  }

  /** One form for the addresses of one page: no scheme, {@code www.}, fragment, tracking. */
  static String normalize(String url) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return url;
    }
    String port = address.group(2);
    String query =
        address.group(4) == null
            ? ""
            : Arrays.stream(address.group(4).split("&"))
                .filter(parameter -> !TRACKING.matcher(parameter).matches())
                .sorted()
                .collect(Collectors.joining("&"));
    return address.group(1).toLowerCase(Locale.ROOT)
        + (port == null || port.equals(":80") || port.equals(":443") ? "" : port)
        + address.group(3).replaceFirst("/+$", "")
        + (query.isEmpty() ? "" : "?" + query);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
