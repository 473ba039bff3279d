package vn.timtin.training.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToIntFunction;
import vn.timtin.words.model.Decoder;
import vn.timtin.words.model.Stretch;
import vn.timtin.words.model.Vocabulary;
import vn.timtin.words.model.WordModel;

/**
 * Prepares sentences so that what is known about the pairs of each comes from other ones: as it
 * will be in use. The sentences are cut into blocks, for neighbours are often of one text.
 */
final class CrossFit {
  /** Stands for no block. */
  static final int NONE = -1;

  private static final int BLOCKS = 6;

  private final List<Sentence> sentences;
  private final PairFeatures features;
  private final Vocabulary vocabulary;
  private final Map<List<Integer>, LongToIntFunction> known = new HashMap<>();

  CrossFit(List<Sentence> sentences, PairFeatures features, Vocabulary vocabulary) {
    this.sentences = sentences;
    this.features = features;
    this.vocabulary = vocabulary;
  }

  /** Yields what to train on where one block is held back. */
  List<BoundaryTraining.Example> examplesWithout(int held) {
    List<BoundaryTraining.Example> examples = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      if (block != held) {
        examples.addAll(examples(block, held));
      }
    }
    return examples;
  }

  /** Yields the sentences of a block, seen by what neither this block nor another one tells. */
  private List<BoundaryTraining.Example> examples(int block, int other) {
    LongToIntFunction pairs = knownWithout(block, other);
    List<BoundaryTraining.Example> examples = new ArrayList<>();
    for (Sentence sentence : sentences.subList(start(block), start(block + 1))) {
      var stretch = new Stretch(sentence.tokens().length);
      stretch.fill(
          sentence.tokens(), sentence.shapes(), sentence.tokens().length, vocabulary, pairs);
      examples.add(
          new BoundaryTraining.Example(
              stretch, sentence.learnableJoins(vocabulary), sentence.joins()));
    }
    return examples;
  }

  /** Yields F1 on each block, of a model that has learnt from the others. */
  double validate() {
    var score = new WordScore();
    for (int held = 0; held < BLOCKS; held++) {
      var decoder = new Decoder(BoundaryTraining.train(examplesWithout(held)));
      for (var example : examples(held, held)) {
        score.add(example.allJoins(), decoder.decode(example.stretch()));
      }
    }
    return score.f1();
  }

  private int start(int block) {
    return block * sentences.size() / BLOCKS;
  }

  private LongToIntFunction knownWithout(int block, int other) {
    int less = Math.min(block, other);
    int greater = Math.max(block, other);
    LongToIntFunction pairs = known.get(List.of(less, greater));
    if (pairs == null) {
      List<Sentence> rest = new ArrayList<>();
      for (int i = 0; i < BLOCKS; i++) {
        if (i != block && i != other) {
          rest.addAll(sentences.subList(start(i), start(i + 1)));
        }
      }
      var precedents = new Precedents(rest, vocabulary);
      var scorer = new PairScorer(features, precedents);
      Map<Long, Integer> values = new HashMap<>();
      pairs = key -> values.computeIfAbsent(key, pair -> value(pair, scorer, precedents));
      known.put(List.of(less, greater), pairs);
    }
    return pairs;
  }

  private int value(long key, PairScorer scorer, Precedents precedents) {
    int pair =
        features.pairs().number((int) (key / Vocabulary.LIMIT), (int) (key % Vocabulary.LIMIT));
    return WordModel.value(pair < 0 ? 0 : scorer.score(pair), precedents.familiarity(key));
  }
}
