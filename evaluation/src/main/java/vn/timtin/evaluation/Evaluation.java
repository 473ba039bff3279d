package vn.timtin.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.Hit;
import vn.timtin.search.SearchRequest;

/**
 * How well an index answers queries whose right answers are known, for each kind of query.
 *
 * @param kinds in the order of their first query
 */
public record Evaluation(List<Kind> kinds) {
  private static final int K = 10;

  /** Means over the queries of one kind, and the latency in the process. */
  public record Kind(
      String kind,
      int n,
      double mrr10,
      double ndcg10,
      double recall10,
      double p1,
      Latency latencyMillis) {}

  /** A query and the index that it is asked of. */
  private record Asked(NewsIndex index, JudgedQuery query) {
    List<String> answer() throws IOException {
      SearchRequest request = SearchRequest.of(query.text()).withPage(1, K).withHighlight(false);
      return index.search(request).hits().stream().map(Hit::id).toList();
    }
  }

  /** Asks all queries twice on one thread, the first time to warm up. */
  public static Evaluation of(NewsIndex index, List<JudgedQuery> queries) throws IOException {
    return of(queries.stream().map(query -> new Asked(index, query)).toList());
  }

  /**
   * The same of several sets. Queries of one kind are measured together, whatever set they are of.
   *
   * @param index of a set that names none
   * @throws vn.timtin.index.IndexException if there is no index where a set names one
   */
  public static Evaluation of(Path index, List<JudgedSet> sets) throws IOException {
    Map<Path, NewsIndex> open = new LinkedHashMap<>();
    try {
      List<Asked> asked = new ArrayList<>();
      for (JudgedSet set : sets) {
        Path directory = set.index().orElse(index);
        if (!open.containsKey(directory)) {
          open.put(directory, NewsIndex.openForReading(directory));
        }
        set.queries().forEach(query -> asked.add(new Asked(open.get(directory), query)));
      }
      return of(asked);
    } finally {
      for (NewsIndex each : open.values()) {
        each.close();
      }
    }
  }

  private static Evaluation of(List<Asked> all) throws IOException {
    Map<String, List<Asked>> byKind = new LinkedHashMap<>();
    for (Asked asked : all) {
      byKind.computeIfAbsent(asked.query().kind(), kind -> new ArrayList<>()).add(asked);
      asked.answer();
    }
    List<Kind> kinds = new ArrayList<>();
    for (Map.Entry<String, List<Asked>> entry : byKind.entrySet()) {
      kinds.add(measure(entry.getKey(), entry.getValue()));
    }
    return new Evaluation(kinds);
  }

  private static Kind measure(String kind, List<Asked> queries) throws IOException {
    double reciprocalRank = 0;
    double ndcg = 0;
    double recall = 0;
    double first = 0;
    long[] nanos = new long[queries.size()];
    for (int i = 0; i < nanos.length; i++) {
      Set<String> relevant = queries.get(i).query().relevant();
      long began = System.nanoTime();
      List<String> ranked = queries.get(i).answer();
      nanos[i] = System.nanoTime() - began;
      reciprocalRank += Measures.reciprocalRank(ranked, relevant, K);
      ndcg += Measures.ndcg(ranked, relevant, K);
      recall += Measures.recall(ranked, relevant, K);
      first += Measures.reciprocalRank(ranked, relevant, 1);
    }
    int n = nanos.length;
    return new Kind(
        kind, n, reciprocalRank / n, ndcg / n, recall / n, first / n, Latency.of(nanos));
  }

  /** Yields the mean of a measure over the kinds, each of which counts alike. */
  public double mean(ToDoubleFunction<Kind> measure) {
    return kinds.stream().mapToDouble(measure).average().orElse(0);
  }
}
