package vn.timtin.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.timtin.article.InvalidArticleException;
import vn.timtin.index.IndexException;
import vn.timtin.search.InvalidCursorException;
import vn.timtin.search.InvalidParameterException;
import vn.timtin.search.RequestException;
import vn.timtin.search.UnknownArticleException;
import vn.timtin.server.params.ParameterException;
import vn.timtin.server.params.Parameters;
import vn.timtin.server.view.Json;

/** The one place where failures become answers. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String TYPE = "application/problem+json";
  private static final String RETRY_SECONDS = "5";

  private Problems() {}

  static void addTo(RoutesConfig routes) {
    routes.exception(
        ParameterException.class,
        (e, ctx) -> send(ctx, Problem.of(400, e.getMessage(), ctx.path(), e.parameter())));
    routes.exception(ProblemException.class, (e, ctx) -> send(ctx, e.status(), e.getMessage()));
    routes.exception(
        InvalidArticleException.class, (e, ctx) -> send(ctx, statusOf(e), e.getMessage()));
    routes.exception(RequestException.class, (e, ctx) -> send(ctx, of(e, ctx.path())));
    routes.exception(IllegalArgumentException.class, (e, ctx) -> send(ctx, 400, e.getMessage()));
    routes.exception(
        IndexException.class,
        (e, ctx) -> {
          LOG.warn("{} {}: {}", ctx.method(), ctx.path(), e.getMessage());
          ctx.header("Retry-After", RETRY_SECONDS);
          send(ctx, 503, e.getMessage());
        });
    routes.exception(
        HttpResponseException.class, (e, ctx) -> send(ctx, e.getStatus(), detail(e, ctx)));
    // Bodies that cannot be read are told by who reads them: this is the index.
    routes.exception(
        IOException.class,
        (e, ctx) -> {
          LOG.error("{} {}: the index cannot be read", ctx.method(), ctx.path(), e);
          ctx.header("Retry-After", RETRY_SECONDS);
          send(ctx, 503, "the index cannot be read: `timtin check` says what is wrong with it");
        });
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          send(ctx, 500, "the server failed; its log says why");
        });
  }

  /** A request that the library does not take, by the names that it has over HTTP. */
  private static Problem of(RequestException e, String path) {
    return switch (e) {
      case UnknownArticleException unknown -> Problem.of(404, e.getMessage(), path);
      case InvalidCursorException cursor ->
          Problem.of(400, e.getMessage(), path, Parameters.nameOf(e));
      case InvalidParameterException parameter ->
          Problem.of(400, e.getMessage(), path, Parameters.nameOf(e));
    };
  }

  /** An article that is no JSON is a bad request; one that breaks a rule cannot be processed. */
  static int statusOf(InvalidArticleException e) {
    return e.isMalformed() ? 400 : 422;
  }

  private static String detail(HttpResponseException e, Context ctx) {
    if (e instanceof MethodNotAllowedResponse) {
      return ctx.method() + " is not allowed here";
    }
    return e.getStatus() == 404
        ? "there is nothing at " + ctx.path() + ": /openapi.yaml lists what there is"
        : e.getMessage();
  }

  private static void send(Context ctx, int status, String detail) {
    send(ctx, Problem.of(status, detail, ctx.path()));
  }

  static void send(Context ctx, Problem problem) {
    ctx.status(problem.status())
        .contentType(TYPE)
        .result(Json.write(problem).getBytes(StandardCharsets.UTF_8));
  }

  /** Answers what does not get as far as a route: addresses and headers that are no HTTP. */
  static final class BeforeRouting extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      String detail =
          switch (status) {
            case 431, 414 -> "the address and the headers are too long";
            case 404 -> "there is nothing here: /openapi.yaml lists what there is";
            default -> status < 500 ? "the request is not valid HTTP" : "the server failed";
          };
      String path = request.getHttpURI() == null ? "/" : request.getHttpURI().getPath();
      Problem problem = Problem.of(status, detail, path);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
      response.write(
          true, ByteBuffer.wrap(Json.write(problem).getBytes(StandardCharsets.UTF_8)), callback);
      return true;
    }
  }
}
