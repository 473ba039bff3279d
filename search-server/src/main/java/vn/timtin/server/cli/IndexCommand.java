package vn.timtin.server.cli;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex;
import vn.timtin.index.NewsIndex.PutOutcome;
import vn.timtin.ingest.ArticleInput;

/** Adds articles to the index. */
@Command(
    name = "index",
    description = "Add articles to the index; those whose id it has are replaced.",
    mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;
  @Mixin private InputOptions options;

  @Override
  public Integer call() throws Exception {
    long began = System.nanoTime();
    ArticleInput input = options.open();
    Set<String> given = new HashSet<>();
    Set<String> updated = new HashSet<>();
    var counter =
        new Object() {
          long duplicates;
        };
    try (var rejects = options.openRejects();
        var target = NewsIndex.open(index.directory);
        var progress = new Progress("index", input.totalBytes(), options.quiet)) {
      input.forEachBatch(
          batch -> {
            var outcomes = target.putAll(batch.articles());
            for (int i = 0; i < outcomes.size(); i++) {
              Article article = batch.articles().get(i);
              if (!given.add(article.id())) {
                counter.duplicates++;
              } else if (outcomes.get(i) == PutOutcome.UPDATED) {
                updated.add(article.id());
              }
            }
            rejects.add(batch.rejects());
            progress.at(input.bytesRead(), given.size());
          });
      return new InputOptions.Counts(
              given.size(),
              updated.size(),
              counter.duplicates,
              rejects.count(),
              input.bytesRead(),
              (System.nanoTime() - began) / 1e9)
          .report(System.out, options.json);
    }
  }
}
