package vn.timtin.server.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.timtin.ingest.ArticleInput;
import vn.timtin.lucene.IndexBuilder;

/** Builds the index anew and puts it in the place of the old one at once. */
@Command(
    name = "reindex",
    description = "Build the index anew from articles; the old one is searched until then.",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
  @Mixin private IndexOptions index;
  @Mixin private InputOptions options;

  @Spec private CommandSpec spec;

  private @Nullable Long minArticles;

  @Option(
      names = "--min-articles",
      paramLabel = "N",
      description =
          "leave the index as it is if the new one would have fewer articles (default: half of what"
              + " it has now, and 1 at least)")
  void setMinArticles(long minArticles) {
    if (minArticles < 0) {
      throw new ParameterException(
          spec.commandLine(), "--min-articles must be 0 or more: " + minArticles);
    }
    this.minArticles = minArticles;
  }

  @Override
  public Integer call() throws Exception {
    long began = System.nanoTime();
    ArticleInput input = options.open();
    var accepted = new AtomicLong();
    var duplicates = new AtomicLong();
    try (var rejects = options.openRejects();
        var builder = IndexBuilder.create(index.directory);
        var progress = new Progress("reindex", input.totalBytes(), options.quiet)) {
      input.forEachBatch(
          Runtime.getRuntime().availableProcessors(),
          batch -> {
            int again = builder.addAll(batch.articles(), batch.number());
            accepted.addAndGet(batch.articles().size() - again);
            duplicates.addAndGet(again);
            rejects.add(batch.rejects());
            progress.at(input.bytesRead(), accepted.get());
          });
      progress.step("merging, checking and switching");
      if (minArticles == null) {
        builder.publish();
      } else {
        builder.publish(minArticles);
      }
      return new InputOptions.Counts(
              accepted.get(),
              0,
              duplicates.get(),
              rejects.count(),
              input.bytesRead(),
              (System.nanoTime() - began) / 1e9)
          .report(System.out, options.json);
    }
  }
}
