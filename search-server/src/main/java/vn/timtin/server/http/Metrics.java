package vn.timtin.server.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;

/** What Prometheus is told: requests by route and status, and the state of the process. */
final class Metrics implements AutoCloseable {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Others are of the client's making, and each would be a series of its own for good. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH");

  private static final String BEGAN = "timtin.began";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  void began(Context ctx) {
    ctx.attribute(BEGAN, System.nanoTime());
  }

  /** Counts the request under its route, so that addresses do not multiply the series. */
  void ended(Context ctx) {
    Long began = ctx.attribute(BEGAN);
    if (began != null) {
      var endpoint = ctx.endpoints().lastHttpEndpoint();
      Timer.builder("http.server.requests")
          .description("requests by route and status")
          .tag("method", METHODS.contains(ctx.method().name()) ? ctx.method().name() : "other")
          .tag("route", endpoint == null ? "none" : endpoint.path)
          .tag("status", String.valueOf(ctx.statusCode()))
          .publishPercentiles(0.5, 0.99)
          .register(registry)
          .record(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
