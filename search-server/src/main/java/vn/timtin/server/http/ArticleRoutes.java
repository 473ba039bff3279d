package vn.timtin.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.article.InvalidArticleException;
import vn.timtin.index.IndexException;
import vn.timtin.index.NewsIndex;
import vn.timtin.index.NewsIndex.PutOutcome;
import vn.timtin.ingest.ArticleLines;
import vn.timtin.search.UnknownArticleException;
import vn.timtin.server.params.WriteParameters;
import vn.timtin.server.view.Json;

/** Single articles, and many at once. */
final class ArticleRoutes {
  private static final int BATCH_LINES = 500;
  private static final int BATCH_BYTES = 16 << 20;

  /** What one bulk request may bring. */
  private static final long MAX_BULK_BYTES = 256L << 20;

  /** What became of a line of a bulk request. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record LineResult(long line, String id, int status, Problem error) {}

  private final NewsIndex index;

  ArticleRoutes(NewsIndex index) {
    this.index = index;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/v1/articles/{id}", this::get);
    routes.put("/v1/articles/{id}", this::put);
    routes.delete("/v1/articles/{id}", this::delete);
    routes.post("/v1/articles", this::bulk);
  }

  private void get(Context ctx) throws IOException {
    WriteParameters.requireNone(Requests.parameters(ctx));
    String id = ctx.pathParam("id");
    send(ctx, 200, index.get(id).orElseThrow(() -> new UnknownArticleException(id)));
  }

  private void put(Context ctx) throws IOException {
    WriteParameters parameters = WriteParameters.of(Requests.parameters(ctx));
    Requests.requireJson(ctx);
    Article article =
        ArticleJson.read(Requests.body(ctx, ArticleJson.MAX_BYTES), ctx.pathParam("id"));
    PutOutcome outcome = index.put(article);
    refresh(parameters);
    send(ctx, status(outcome), article);
  }

  private void delete(Context ctx) throws IOException {
    WriteParameters parameters = WriteParameters.of(Requests.parameters(ctx));
    String id = ctx.pathParam("id");
    if (!index.delete(id)) {
      throw new UnknownArticleException(id);
    }
    refresh(parameters);
    ctx.status(204);
  }

  private void bulk(Context ctx) throws IOException {
    WriteParameters parameters = WriteParameters.of(Requests.parameters(ctx));
    Requests.requireJsonLines(ctx);
    Requests.requireLength(ctx, MAX_BULK_BYTES);
    var answer = new StringBuilder();
    try (var lines = new ArticleLines(new Limited(ctx), "request")) {
      List<ArticleLines.Line> batch = new ArrayList<>();
      long bytes = 0;
      for (ArticleLines.Line line = lines.next(); line != null; line = lines.next()) {
        batch.add(line);
        bytes += line.bytes().length;
        if (batch.size() == BATCH_LINES || bytes > BATCH_BYTES) {
          store(batch, answer);
          batch.clear();
          bytes = 0;
        }
      }
      store(batch, answer);
    }
    refresh(parameters);
    ctx.contentType("application/x-ndjson").result(answer.toString());
  }

  /** Stores the valid lines with one commit and says of each line what became of it. */
  private void store(List<ArticleLines.Line> batch, StringBuilder answer) throws IOException {
    LineResult[] results = new LineResult[batch.size()];
    List<Article> articles = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      ArticleLines.Line line = batch.get(i);
      try {
        articles.add(line.article());
        places.add(i);
      } catch (InvalidArticleException e) {
        results[i] = failure(line, null, Problems.statusOf(e), e.getMessage());
      }
    }
    try {
      List<PutOutcome> outcomes = index.putAll(articles);
      for (int k = 0; k < places.size(); k++) {
        int place = places.get(k);
        results[place] =
            new LineResult(
                batch.get(place).number(), articles.get(k).id(), status(outcomes.get(k)), null);
      }
    } catch (IndexException e) {
      for (int k = 0; k < places.size(); k++) {
        int place = places.get(k);
        results[place] = failure(batch.get(place), articles.get(k).id(), 503, e.getMessage());
      }
    }
    for (LineResult result : results) {
      answer.append(Json.write(result)).append('\n');
    }
  }

  private static LineResult failure(ArticleLines.Line line, String id, int status, String detail) {
    return new LineResult(line.number(), id, status, Problem.of(status, detail, null));
  }

  private void refresh(WriteParameters parameters) throws IOException {
    if (parameters.refresh()) {
      index.refresh();
    }
  }

  private static int status(PutOutcome outcome) {
    return switch (outcome) {
      case CREATED -> 201;
      case UPDATED -> 200;
    };
  }

  private static void send(Context ctx, int status, Article article) {
    ctx.status(status).contentType("application/json").result(ArticleJson.write(article));
  }

  /** A body of unknown length must not go on for ever. */
  private static final class Limited extends FilterInputStream {
    private final Context ctx;
    private long left = MAX_BULK_BYTES;

    Limited(Context ctx) {
      super(ctx.bodyInputStream());
      this.ctx = ctx;
    }

    @Override
    public int read(byte[] buffer, int start, int length) {
      int read;
      try {
        read = super.read(buffer, start, length);
      } catch (IOException e) {
        throw Requests.unreadable();
      }
      left -= Math.max(0, read);
      if (left < 0) {
        throw Requests.tooLarge(ctx, MAX_BULK_BYTES);
      }
      return read;
    }
  }
}
