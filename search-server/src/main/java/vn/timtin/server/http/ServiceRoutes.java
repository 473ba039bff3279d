package vn.timtin.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.SearchRequest;
import vn.timtin.server.params.WriteParameters;
import vn.timtin.server.view.HealthView;
import vn.timtin.server.view.Json;

/** What is there for people and for those who keep the service running. */
final class ServiceRoutes {
  private final NewsIndex index;
  private final Metrics metrics;
  private final byte[] page = resource("/web/index.html");
  private final byte[] description = resource("/openapi.yaml");

  ServiceRoutes(NewsIndex index, Metrics metrics) {
    this.index = index;
    this.metrics = metrics;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/", ctx -> ctx.contentType("text/html; charset=utf-8").result(page));
    routes.get(
        "/openapi.yaml",
        ctx -> ctx.contentType("application/yaml; charset=utf-8").result(description));
    routes.get("/health/live", ctx -> health(ctx, new HealthView("live", List.of())));
    routes.get("/health/ready", this::ready);
    routes.get("/metrics", ctx -> ctx.contentType(Metrics.TYPE).result(metrics.scrape()));
  }

  /** Whether those ask who watch the server rather than use it. */
  static boolean isWatching(String path) {
    return path.startsWith("/health/") || path.equals("/metrics") || path.equals("/metrics/");
  }

  /** Searches are answered; what goes wrong beside them is said all the same. */
  private void ready(Context ctx) throws IOException {
    index.search(SearchRequest.of("").withPage(1, 1).withHighlight(false));
    health(ctx, new HealthView("ready", index.troubles()));
  }

  private static void health(Context ctx, HealthView health) {
    WriteParameters.requireNone(Requests.parameters(ctx));
    ctx.contentType("application/json").result(Json.write(health));
  }

  private static byte[] resource(String name) {
    try (InputStream in = ServiceRoutes.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name + " from the jar", e);
    }
  }
}
