package vn.timtin.training.syllables;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.timtin.language.ModelFile;
import vn.timtin.language.StaticFunction;
import vn.timtin.language.SyllableModel;
import vn.timtin.training.News;

/**
 * Learns the model of syllables. The same articles make the same bytes. Takes six gigabytes of
 * memory for 80,000 articles.
 */
@Command(
    name = "syllables",
    description = "Learn the model of syllables from news, for restoring marks and correcting.",
    mixinStandardHelpOptions = true)
public final class TrainSyllables implements Callable<Integer> {
  /** How often a word must occur to be one of the vocabulary. */
  private static final int MIN_OCCURRENCES = 3;

  // What is kept, and the bits that tell what is kept from what is not: fifteen megabytes in all,
  // shared out by trying (docs/decisions/0012-correction.md).
  private static final int TRIGRAMS = 3_100_000;
  private static final int BIGRAMS = 300_000;
  private static final int ASSOCIATIONS = 1_700_000;
  private static final int NGRAM_FINGERPRINT_BITS = 11;
  private static final int ASSOCIATION_FINGERPRINT_BITS = 12;

  @Mixin private News news;

  @Option(names = "--output", required = true, paramLabel = "FILE", description = "the model")
  private Path output;

  /** Made by the command line. */
  TrainSyllables() {}

  @Override
  public Integer call() throws IOException {
    var stream = new SyllableStream();
    news.forEach(stream::add);
    SyllableStream.Numbered text = stream.numbered(MIN_OCCURRENCES);
    say(
        "%,d syllables and signs, %,d different words",
        text.sequence().length, text.words().size());
    StaticFunction associations = Associations.of(text, ASSOCIATIONS, ASSOCIATION_FINGERPRINT_BITS);
    say("%,d associations", associations.size());
    var all = new KneserNey(text.size(), text.sequence());
    say("%,d bigrams and %,d trigrams", all.bigrams.size(), all.trigrams.size());
    Pruning kept = Pruning.of(all, BIGRAMS, TRIGRAMS);
    say("%,d bigrams and %,d trigrams kept", count(kept.bigrams()), count(kept.trigrams()));
    SyllableModel model =
        new Packing(all, kept).model(text.words(), associations, NGRAM_FINGERPRINT_BITS);
    var content = new ByteArrayOutputStream();
    model.write(new DataOutputStream(content));
    try (OutputStream out = Files.newOutputStream(output)) {
      ModelFile.write(out, ModelFile.Kind.SYLLABLES, content.toByteArray());
    }
    say("%,d bytes in %s", Files.size(output), output);
    return 0;
  }

  private static int count(boolean[] kept) {
    int count = 0;
    for (boolean each : kept) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
