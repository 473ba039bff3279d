package vn.timtin.training.words;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.timtin.language.ModelFile;
import vn.timtin.language.StaticFunction;
import vn.timtin.training.News;
import vn.timtin.words.model.Vocabulary;
import vn.timtin.words.model.WordModel;

/**
 * Learns the model of the segmenter from sentences segmented by hand and from raw news.
 *
 * <p>First, what the raw text tells about each pair of syllables is brought down to one score: how
 * likely is it within a word? Then the few weights are learnt that decide by the scores of a
 * boundary and its neighbours, by capitals and by the pairs known from the sentences. The same data
 * give the same model.
 */
@Command(
    name = "words",
    description = "Learn the model of words from news and from sentences segmented by hand.",
    mixinStandardHelpOptions = true)
public final class TrainWords implements Callable<Integer> {
  private static final int FINGERPRINT_BITS = 10;

  @Mixin private News news;

  @Option(
      names = "--sentences",
      required = true,
      paramLabel = "FILE",
      description = "a sentence a line, the syllables of a word joined by _")
  private Path sentenceFile;

  @Option(names = "--output", required = true, paramLabel = "FILE", description = "the model")
  private Path output;

  /** Made by the command line. */
  TrainWords() {}

  @Override
  public Integer call() throws IOException {
    Corpus corpus = Corpus.read(news);
    report("tokens of raw text", corpus.tokens().length);
    report("vocabulary", corpus.known().size());
    Bigrams bigrams =
        Bigrams.count(corpus.tokens(), Vocabulary.FIRST_KNOWN + corpus.known().size());
    var embeddings = new Embeddings(bigrams);
    Vocabulary vocabulary = corpus.vocabulary(embeddings);
    report("different pairs", bigrams.counts().length);
    var features = new PairFeatures(corpus, bigrams, vocabulary, embeddings.points());
    report("pairs of syllables in the model", features.pairs().size());

    List<Sentence> sentences = Sentence.read(sentenceFile, vocabulary);
    report("sentences", sentences.size());
    var crossFit = new CrossFit(sentences, features, vocabulary);
    report("F1, cross-validated", crossFit.validate());

    WordModel model =
        new WordModel(
            vocabulary,
            pairs(features, new Precedents(sentences, vocabulary)),
            BoundaryTraining.train(crossFit.examplesWithout(CrossFit.NONE)));
    var content = new ByteArrayOutputStream();
    model.write(new DataOutputStream(content));
    try (OutputStream out = Files.newOutputStream(output)) {
      ModelFile.write(out, ModelFile.Kind.WORDS, content.toByteArray());
    }
    report("bytes of the model", Files.size(output));
    return 0;
  }

  /** Puts together what the raw text and the sentences tell about all pairs. */
  private static StaticFunction pairs(PairFeatures features, Precedents precedents) {
    Pairs pairs = features.pairs();
    var scorer = new PairScorer(features, precedents);
    List<Long> unscored = new ArrayList<>();
    for (var precedent : precedents.pairs().values()) {
      if (pairs.number(precedent.first, precedent.second) < 0) {
        unscored.add(WordModel.key(precedent.first, precedent.second));
      }
    }
    long[] keys = new long[pairs.size() + unscored.size()];
    int[] values = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      boolean scored = i < pairs.size();
      keys[i] =
          scored ? WordModel.key(pairs.first(i), pairs.second(i)) : unscored.get(i - pairs.size());
      int score = scored ? scorer.score(i) : 0;
      values[i] = WordModel.value(score, precedents.familiarity(keys[i]));
    }
    return StaticFunction.of(keys, values, WordModel.VALUE_BITS, FINGERPRINT_BITS);
  }

  private static void report(String name, double value) {
    System.out.printf(Locale.ROOT, value < 1 ? "%s: %.4f%n" : "%s: %,.0f%n", name, value);
  }
}
