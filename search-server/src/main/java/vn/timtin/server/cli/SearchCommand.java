package vn.timtin.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.SearchResults;
import vn.timtin.server.params.SearchParameters;
import vn.timtin.server.view.Csv;
import vn.timtin.server.view.Json;
import vn.timtin.server.view.SearchView;

/** Searches an index. */
@Command(name = "search", description = "Search the index.", mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put("searchIn", "parts to look into: title, summary, body");
    OPTIONS.put(
        "match",
        "auto (default): all of the words, or most if few articles have all; all, most, any");
    OPTIONS.put("from", "published on this day (in Vietnam) or at this time, or later");
    OPTIONS.put("to", "published on this day or at this time, or earlier");
    OPTIONS.put("when", "published within the last 12h, 7d, 2w, 3m or 1y");
    OPTIONS.put("source", "from these sites");
    OPTIONS.put("excludeSource", "not from these sites");
    OPTIONS.put("category", "of these sections");
    OPTIONS.put("author", "by these authors");
    OPTIONS.put("sortBy", "relevance (default), newest, oldest or fresh");
    OPTIONS.put("halfLife", "age at which freshness has halved, such as 7d (default: 30d)");
    OPTIONS.put("page", "which page, from 1");
    OPTIONS.put("pageSize", "hits on a page, at most 100 (default: 10)");
    OPTIONS.put("facets", "what to count: source, category, author, month");
    OPTIONS.put("collapse", "none; others come later");
    OPTIONS.put(
        "correct", "auto (default): what was mistyped is corrected; suggest: only named; or off");
    OPTIONS.put("highlight", "true (default) or false");
    OPTIONS.put("format", "json or csv, for programs");
    OPTIONS.put("explain", "true to say how scores come about");
  }

  @Spec private CommandSpec spec;
  @Mixin private IndexOptions index;

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "what to search for")
  private String[] query;

  @Option(names = "--json", description = "print the answer as JSON")
  private boolean json;

  /** Adds the parameters of the search to the options. */
  static void addOptions(CommandSpec command) {
    RequestOptions.addTo(command, OPTIONS);
  }

  @Override
  public Integer call() throws Exception {
    Map<String, List<String>> values =
        RequestOptions.values(spec.commandLine().getParseResult(), OPTIONS.keySet());
    values.put("q", List.of(RequestOptions.join(query)));
    SearchParameters parameters = SearchParameters.of(values);
    try (NewsIndex news = NewsIndex.openForReading(index.directory)) {
      SearchResults results = news.search(parameters.request());
      if (parameters.format() == SearchParameters.Format.CSV) {
        System.out.print(Csv.write(SearchView.of(parameters.request(), results)));
      } else if (json || values.containsKey("format")) {
        System.out.println(Json.write(SearchView.of(parameters.request(), results)));
      } else {
        ResultPrinter.toTerminal().print(results, parameters.request());
      }
    }
    return TimtinCommand.DONE;
  }
}
