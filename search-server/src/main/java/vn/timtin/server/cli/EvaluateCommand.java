package vn.timtin.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.timtin.evaluation.Evaluation;
import vn.timtin.evaluation.JudgedSet;
import vn.timtin.server.view.Json;

/** Measures how well an index answers. */
@Command(
    name = "evaluate",
    description = "Measure how well the index answers queries whose right answers are known.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;

  @Option(
      names = "--queries",
      paramLabel = "[INDEX=]FILE",
      required = true,
      description =
          "tab-separated: query id, kind, query, relevant ids (comma-separated); several times for"
              + " several sets, INDEX=FILE for one that is asked of another index than --index")
  private List<String> queries;

  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    List<JudgedSet> sets = new ArrayList<>();
    for (String set : queries) {
      sets.add(JudgedSet.read(set));
    }
    Evaluation evaluation = Evaluation.of(index.directory, sets);
    if (json) {
      System.out.println(Json.write(evaluation));
      return TimtinCommand.DONE;
    }
    System.out.println(
        "kind                 n  MRR@10 nDCG@10 recall@10   P@1  ms: mean   p50   p99");
    for (Evaluation.Kind kind : evaluation.kinds()) {
      System.out.printf(
          Locale.ROOT,
          "%-16s %5d  %6.3f  %6.3f    %6.3f %5.3f    %6.2f %5.2f %5.2f%n",
          kind.kind(),
          kind.n(),
          kind.mrr10(),
          kind.ndcg10(),
          kind.recall10(),
          kind.p1(),
          kind.latencyMillis().mean(),
          kind.latencyMillis().p50(),
          kind.latencyMillis().p99());
    }
    if (evaluation.kinds().size() > 1) {
      System.out.printf(
          Locale.ROOT,
          "%-16s %5d  %6.3f  %6.3f    %6.3f %5.3f%n",
          "mean of kinds",
          evaluation.kinds().stream().mapToInt(Evaluation.Kind::n).sum(),
          evaluation.mean(Evaluation.Kind::mrr10),
          evaluation.mean(Evaluation.Kind::ndcg10),
          evaluation.mean(Evaluation.Kind::recall10),
          evaluation.mean(Evaluation.Kind::p1));
    }
    return TimtinCommand.DONE;
  }
}
