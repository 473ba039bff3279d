package vn.timtin.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.timtin.index.IndexBuilder;
import vn.timtin.server.input.ArticleInput;

/** Builds the index anew and puts it in the place of the old one at once. */
@Command(
    name = "reindex",
    description = "Build the index anew from articles; the old one is searched until then.",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;
  @Mixin private InputOptions options;

  @Override
  public Integer call() throws Exception {
    long began = System.nanoTime();
    ArticleInput input = options.open();
    var counter =
        new Object() {
          long accepted;
          long duplicates;
        };
    try (var rejects = options.openRejects();
        var builder = IndexBuilder.create(index.directory);
        var progress = new Progress("reindex", input.totalBytes(), options.quiet)) {
      input.forEachBatch(
          batch -> {
            int again = builder.addAll(batch.articles());
            counter.accepted += batch.articles().size() - again;
            counter.duplicates += again;
            rejects.add(batch.rejects());
            progress.at(input.bytesRead(), counter.accepted);
          });
      progress.step("merging, checking and switching");
      builder.publish();
      return new InputOptions.Counts(
              counter.accepted,
              0,
              counter.duplicates,
              rejects.count(),
              input.bytesRead(),
              (System.nanoTime() - began) / 1e9)
          .report(System.out, options.json);
    }
  }
}
