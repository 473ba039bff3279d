package vn.timtin.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import vn.timtin.index.NewsIndex;

/**
 * The HTTP service over an index, which stays the caller's to close.
 *
 * <p>Each request has a virtual thread; {@value #MAX_AT_ONCE} at a time are worked on, the others
 * wait, and those that wait too long are told to come back. Health and metrics wait for nobody.
 */
public final class SearchServer implements AutoCloseable {
  /** How many requests are worked on at a time. */
  public static final int MAX_AT_ONCE = 64;

  private static final long MAX_WAIT_SECONDS = 5;

  /** Room for a query of the greatest length, every letter of it as percent escapes. */
  private static final int MAX_HEADER_BYTES = 128 << 10;

  private static final String HOLDS = "timtin.holds";

  /** What a server asks itself before its readers ask: see {@link #warmUp}. */
  private static final List<String> FIRST_REQUESTS =
      List.of(
          "/v1/search?q=hoi+nghi",
          "/v1/search?q=hooij+nghij+so+keet",
          "/v1/search?q=b%C3%A3o+s%E1%BB%91+3+%C4%91%E1%BB%95+b%E1%BB%99+v%C3%A0o+mi%E1%BB%81n+Trung",
          "/v1/suggest?q=hoi+ng");

  /** Where it takes longer, the first reader waits instead. */
  private static final int WARM_UP_MILLIS = 5_000;

  private final Javalin app;
  private final Metrics metrics = new Metrics();
  private final Semaphore places = new Semaphore(MAX_AT_ONCE);
  private final Admission admission;
  private final String host;

  private SearchServer(NewsIndex index, String host, int port) {
    this.host = host;
    this.admission = new Admission(host);
    this.app =
        Javalin.create(
            config -> {
              configure(config, host, port);
              new SearchRoutes(index).addTo(config.routes);
              new ArticleRoutes(index).addTo(config.routes);
              new ServiceRoutes(index, metrics).addTo(config.routes);
              Problems.addTo(config.routes);
              config.routes.before(this::enter);
              config.routes.after(this::leave);
            });
  }

  /**
   * Starts a server.
   *
   * @param port 0 for any free one
   * @throws BindException if the port is in use, or the host is not this machine's
   */
  public static SearchServer start(NewsIndex index, String host, int port) throws IOException {
    var server = new SearchServer(index, host, port);
    try {
      server.app.start();
    } catch (JavalinBindException e) {
      server.close();
      var busy =
          new BindException(
              "cannot listen on " + host + ":" + port + ": the port is in use, or not allowed");
      busy.initCause(e);
      throw busy;
    }
    server.warmUp();
    return server;
  }

  /**
   * Asks what readers will, so that models are read and classes loaded before the first of them
   * waits for it, and the words of the articles begin to be read for suggestions.
   */
  private void warmUp() {
    for (String request : FIRST_REQUESTS) {
      try {
        URLConnection connection = URI.create(address() + request).toURL().openConnection();
        connection.setConnectTimeout(WARM_UP_MILLIS);
        connection.setReadTimeout(WARM_UP_MILLIS);
        try (InputStream answer = connection.getInputStream()) {
          answer.readAllBytes();
        }
      } catch (IOException e) {
        return; // nothing but time is lost
      }
    }
  }

  /** Yields the address of the server. */
  public String address() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + app.port();
  }

  /** Yields what is served, as {@code get /v1/search}. */
  List<String> routes() {
    return app.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
        .toList();
  }

  private static void configure(JavalinConfig config, String host, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.jetty.host = host;
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(SearchServer::configure);
    config.jetty.modifyServer(server -> server.setErrorHandler(new Problems.BeforeRouting()));
    config.jetty.modifyServletContextHandler(
        handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
  }

  private static void configure(HttpConfiguration http) {
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setSendServerVersion(false);
    // Ids may hold any character, %2F included.
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.addCustomizer((request, headers) -> new WithoutMethodOverride(request));
  }

  /** Javalin would take the method from a header: a GET could delete. */
  private static final class WithoutMethodOverride extends Request.Wrapper {
    WithoutMethodOverride(Request wrapped) {
      super(wrapped);
    }

    @Override
    public HttpFields getHeaders() {
      HttpFields headers = super.getHeaders();
      return headers.contains(Header.X_HTTP_METHOD_OVERRIDE)
          ? HttpFields.build(headers).remove(Header.X_HTTP_METHOD_OVERRIDE).asImmutable()
          : headers;
    }
  }

  private void enter(Context ctx) throws InterruptedException {
    metrics.began(ctx);
    admission.require(ctx);
    if (ServiceRoutes.isWatching(ctx.path())) {
      return; // who watches the server must hear of it most when it has too much to do
    }
    if (!places.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
      ctx.header("Retry-After", String.valueOf(MAX_WAIT_SECONDS));
      throw new ProblemException(503, "too many requests at once: try again in a moment");
    }
    ctx.attribute(HOLDS, true);
  }

  private void leave(Context ctx) {
    if (ctx.attribute(HOLDS) != null) {
      places.release();
    }
    metrics.ended(ctx);
  }

  @Override
  public void close() {
    app.stop();
    metrics.close();
  }
}
