package vn.timtin.training.words;

import java.util.ArrayList;
import java.util.List;
import vn.timtin.training.words.Precedents.Precedent;
import vn.timtin.words.model.WordModel;

/**
 * Tells of any pair of syllables how likely it is within a word, learnt from those pairs that occur
 * in sentences segmented by hand: the mean of several networks.
 */
final class PairScorer {
  private static final int NETWORKS = 6;

  /** The most that a pair counts, however often it occurs. */
  private static final double HEAVIEST = 2;

  private final PairFeatures features;
  private final Precedents precedents;
  private final List<Network> networks = new ArrayList<>();

  PairScorer(PairFeatures features, Precedents precedents) {
    this.features = features;
    this.precedents = precedents;
    List<float[]> inputs = new ArrayList<>();
    List<Precedent> known = new ArrayList<>();
    for (Precedent precedent : precedents.pairs().values()) {
      int pair = features.pairs().number(precedent.first, precedent.second);
      if (pair >= 0) {
        inputs.add(describe(pair));
        known.add(precedent);
      }
    }
    float[] targets = new float[known.size()];
    float[] weights = new float[known.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = known.get(i).share();
      weights[i] = (float) Math.min(HEAVIEST, Math.sqrt(known.get(i).joined + known.get(i).split));
    }
    var examples = new Network.Examples(inputs.toArray(float[][]::new), targets, weights);
    for (int seed = 1; seed <= NETWORKS; seed++) {
      networks.add(new Network(examples, seed));
    }
  }

  /** Yields the score of a pair, in [1, {@link WordModel#SCORES}): half units of log odds. */
  int score(int pair) {
    float[] input = describe(pair);
    float sum = 0;
    for (Network network : networks) {
      sum += network.logOdds(input);
    }
    int score = Math.round(2 * sum / networks.size()) + WordModel.SCORES / 2;
    return Math.max(1, Math.min(WordModel.SCORES - 1, score));
  }

  private float[] describe(int pair) {
    float[] input = new float[PairFeatures.WIDTH + Precedents.WIDTH];
    features.describe(pair, input);
    precedents.describe(
        features.pairs().first(pair),
        features.pairs().second(pair),
        features.points(),
        input,
        PairFeatures.WIDTH);
    return input;
  }
}
