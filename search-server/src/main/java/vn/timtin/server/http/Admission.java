package vn.timtin.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are let in: a page of another site must not reach this server through the browser
 * of somebody who has access to it.
 *
 * <p>A server that listens on the loopback alone is protected by nothing else than where it
 * listens. So it answers only to names of this machine: a foreign name that has been made to lead
 * here (DNS rebinding) is refused. And no server takes a change that a page of another origin asks
 * for.
 */
final class Admission {
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final boolean onLoopback;
  private final Set<String> names;

  /**
   * @param host the address on which the server listens
   */
  Admission(String host) {
    this.onLoopback = isLoopback(host);
    this.names = new HashSet<>(List.of("localhost", name(host), ownName())); // they may be one
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // nothing can listen there
    }
  }

  private static String ownName() {
    try {
      return name(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /**
   * Refuses what must not be let in.
   *
   * @throws ProblemException with the status 403
   */
  void require(Context ctx) {
    String host = ctx.header("Host");
    if (onLoopback && host != null && !isNameOfThisMachine(nameOf(host))) {
      throw new ProblemException(
          403,
          "Host must be a name of this machine, such as localhost: "
              + host
              + ". The server listens on the loopback alone");
    }
    if (!SAFE.contains(ctx.method())) {
      requireOwnOrigin(ctx, host);
    }
  }

  private static void requireOwnOrigin(Context ctx, @Nullable String host) {
    String origin = ctx.header("Origin");
    if (origin != null && !authority(origin).equals(withoutUsualPort(String.valueOf(host)))) {
      throw new ProblemException(
          403, "changes are not taken from pages of another origin: " + origin);
    }
    if ("cross-site".equalsIgnoreCase(ctx.header("Sec-Fetch-Site"))) {
      throw new ProblemException(403, "changes are not taken from pages of another site");
    }
  }

  private boolean isNameOfThisMachine(String name) {
    return names.contains(name) || name.endsWith(".localhost") || isLoopbackLiteral(name);
  }

  /** Looks at the text alone: asking for the address of a name is what must not be done. */
  private static boolean isLoopbackLiteral(String name) {
    return name.equals("::1") || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /** Yields the name in {@code name:port}, where an address of IPv6 stands in brackets. */
  private static String nameOf(String host) {
    return name(host.replaceFirst(":\\d*$", ""));
  }

  private static String name(String host) {
    String name =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return name.toLowerCase(Locale.ROOT);
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : withoutUsualPort(authority);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String withoutUsualPort(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
