package vn.timtin.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import vn.timtin.analysis.AnalysisStage;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.RelatedRequest;
import vn.timtin.server.params.CorrectParameters;
import vn.timtin.server.params.RelatedParameters;
import vn.timtin.server.params.SearchParameters;
import vn.timtin.server.params.SuggestParameters;
import vn.timtin.server.params.TimelineParameters;
import vn.timtin.server.params.WriteParameters;
import vn.timtin.server.view.AnalyzeView;
import vn.timtin.server.view.CorrectView;
import vn.timtin.server.view.Csv;
import vn.timtin.server.view.Json;
import vn.timtin.server.view.RelatedView;
import vn.timtin.server.view.SearchView;
import vn.timtin.server.view.SourcesView;
import vn.timtin.server.view.SuggestView;
import vn.timtin.server.view.TimelineView;

/** What is asked of the index. */
final class SearchRoutes {
  private static final int MAX_ANALYZED_BYTES = 1 << 20;

  private final NewsIndex index;

  SearchRoutes(NewsIndex index) {
    this.index = index;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/v1/search", this::search);
    routes.get("/v1/articles/{id}/related", this::relatedToStored);
    routes.post("/v1/related", this::relatedToGiven);
    routes.get("/v1/timeline", this::timeline);
    routes.get("/v1/sources", this::sources);
    routes.post("/v1/analyze", this::analyze);
    routes.get("/v1/correct", this::correct);
    routes.get("/v1/suggest", this::suggest);
  }

  private void search(Context ctx) throws IOException {
    SearchParameters parameters = SearchParameters.of(Requests.parameters(ctx));
    SearchView view = SearchView.of(parameters.request(), index.search(parameters.request()));
    switch (parameters.format()) {
      case JSON -> json(ctx, view);
      case CSV -> csv(ctx, Csv.write(view));
    }
  }

  private void relatedToStored(Context ctx) throws IOException {
    RelatedParameters parameters = RelatedParameters.of(Requests.parameters(ctx));
    RelatedRequest request = parameters.apply(RelatedRequest.to(ctx.pathParam("id")));
    json(ctx, RelatedView.of(index.related(request)));
  }

  private void relatedToGiven(Context ctx) throws IOException {
    RelatedParameters parameters = RelatedParameters.of(Requests.parameters(ctx));
    Requests.acceptJson(ctx);
    Article article = ArticleJson.read(Requests.body(ctx, ArticleJson.MAX_BYTES));
    json(ctx, RelatedView.of(index.related(parameters.apply(RelatedRequest.to(article)))));
  }

  private void timeline(Context ctx) throws IOException {
    TimelineParameters parameters = TimelineParameters.of(Requests.parameters(ctx));
    TimelineView view =
        TimelineView.of(index.timeline(parameters.request(), parameters.interval()));
    switch (parameters.format()) {
      case JSON -> json(ctx, view);
      case CSV -> csv(ctx, Csv.write(view));
    }
  }

  private void sources(Context ctx) throws IOException {
    WriteParameters.requireNone(Requests.parameters(ctx));
    json(ctx, SourcesView.of(index.sources()));
  }

  private void analyze(Context ctx) throws IOException {
    WriteParameters.requireNone(Requests.parameters(ctx));
    Requests.acceptJson(ctx);
    JsonNode body;
    try {
      body = Json.mapper().readTree(Requests.body(ctx, MAX_ANALYZED_BYTES));
    } catch (JsonProcessingException e) {
      throw new ProblemException(400, "the body must be JSON such as {\"text\": \"Hội nghị\"}");
    }
    if (!body.path("text").isTextual()) {
      throw new ProblemException(422, "text must be a string: {\"text\": \"Hội nghị\"}");
    }
    json(ctx, new AnalyzeView(AnalysisStage.of(body.path("text").textValue())));
  }

  private void correct(Context ctx) throws IOException {
    CorrectParameters parameters = CorrectParameters.of(Requests.parameters(ctx));
    json(ctx, CorrectView.of(index.correct(parameters.text())));
  }

  private void suggest(Context ctx) throws IOException {
    SuggestParameters parameters = SuggestParameters.of(Requests.parameters(ctx));
    json(ctx, SuggestView.of(index.suggest(parameters.request())));
  }

  private static void json(Context ctx, Object view) {
    ctx.contentType("application/json").result(Json.write(view));
  }

  private static void csv(Context ctx, String table) {
    ctx.contentType("text/csv; charset=utf-8").result(table);
  }
}
