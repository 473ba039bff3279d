package vn.timtin.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Asks all queries twice on one thread, the first time to warm up. */
  public static Evaluation of(NewsIndex index, List<JudgedQuery> queries) throws IOException {
    Map<String, List<JudgedQuery>> byKind = new LinkedHashMap<>();
    for (JudgedQuery query : queries) {
      byKind.computeIfAbsent(query.kind(), kind -> new ArrayList<>()).add(query);
      ask(index, query);
    }
    List<Kind> kinds = new ArrayList<>();
    for (Map.Entry<String, List<JudgedQuery>> entry : byKind.entrySet()) {
      kinds.add(measure(index, entry.getKey(), entry.getValue()));
    }
    return new Evaluation(kinds);
  }

  private static Kind measure(NewsIndex index, String kind, List<JudgedQuery> queries)
      throws IOException {
    double reciprocalRank = 0;
    double ndcg = 0;
    double recall = 0;
    double first = 0;
    long[] nanos = new long[queries.size()];
    for (int i = 0; i < nanos.length; i++) {
      JudgedQuery query = queries.get(i);
      long began = System.nanoTime();
      List<String> ranked = ask(index, query);
      nanos[i] = System.nanoTime() - began;
      reciprocalRank += Measures.reciprocalRank(ranked, query.relevant(), K);
      ndcg += Measures.ndcg(ranked, query.relevant(), K);
      recall += Measures.recall(ranked, query.relevant(), K);
      first += Measures.reciprocalRank(ranked, query.relevant(), 1);
    }
    int n = nanos.length;
    return new Kind(
        kind, n, reciprocalRank / n, ndcg / n, recall / n, first / n, Latency.of(nanos));
  }

  private static List<String> ask(NewsIndex index, JudgedQuery query) throws IOException {
    SearchRequest request = SearchRequest.of(query.text()).withPage(1, K).withHighlight(false);
    return index.search(request).hits().stream().map(Hit::id).toList();
  }
}
