package vn.timtin.training.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.timtin.words.model.Vocabulary;
import vn.timtin.words.model.WordModel;

/** How the pairs of some sentences segmented by hand fared, and what follows for other pairs. */
final class Precedents {
  /** How many features {@link #describe} puts down. */
  static final int WIDTH = 18;

  private static final float CLOSE = 0.2f;

  private final Map<Long, Precedent> pairs = new TreeMap<>();
  private final Map<Integer, List<Precedent>> byFirst = new HashMap<>();
  private final Map<Integer, List<Precedent>> bySecond = new HashMap<>();

  /** A pair, how often it was within a word, and how often not. */
  static final class Precedent {
    final int first;
    final int second;
    int joined;
    int split;

    Precedent(int first, int second) {
      this.first = first;
      this.second = second;
    }

    float share() {
      return (float) joined / (joined + split);
    }

    /**
     * Yields 1 or 2 for pairs that were only split, once or more often; 3 or 4 for those mostly
     * split or mostly joined; 5 or 6 for those only joined.
     */
    int familiarity() {
      if (joined == 0) {
        return split == 1 ? 1 : 2;
      }
      if (split == 0) {
        return joined == 1 ? 5 : 6;
      }
      return joined > split ? 4 : 3;
    }
  }

  Precedents(List<Sentence> sentences, Vocabulary vocabulary) {
    for (Sentence sentence : sentences) {
      int[] tokens = sentence.tokens();
      for (int i = 1; i < tokens.length; i++) {
        int first = tokens[i - 1];
        int second = tokens[i];
        if (isSyllable(first, vocabulary) && isSyllable(second, vocabulary)) {
          Precedent pair =
              pairs.computeIfAbsent(
                  WordModel.key(first, second), key -> new Precedent(first, second));
          pair.joined += sentence.joins()[i] ? 1 : 0;
          pair.split += sentence.joins()[i] ? 0 : 1;
        }
      }
    }
    for (Precedent pair : pairs.values()) {
      byFirst.computeIfAbsent(pair.first, key -> new ArrayList<>()).add(pair);
      bySecond.computeIfAbsent(pair.second, key -> new ArrayList<>()).add(pair);
    }
  }

  private static boolean isSyllable(int token, Vocabulary vocabulary) {
    return token != Vocabulary.UNKNOWN && vocabulary.isSyllable(token);
  }

  /** Yields all pairs, by their keys in order. */
  Map<Long, Precedent> pairs() {
    return pairs;
  }

  /** Yields {@link Precedent#familiarity} of a pair, or 0 if it never occurred. */
  int familiarity(long key) {
    Precedent pair = pairs.get(key);
    return pair == null ? 0 : pair.familiarity();
  }

  /**
   * Puts down how other pairs with one of these syllables fared. The pair itself is left out, so
   * that one seen in the sentences looks like any other.
   */
  void describe(int first, int second, float[][] points, float[] out, int from) {
    share(byFirst.get(first), first, second, out, from);
    share(bySecond.get(second), first, second, out, from + 3);
    share(bySecond.get(first), first, second, out, from + 6);
    share(byFirst.get(second), first, second, out, from + 9);
    kin(bySecond.get(second), first, second, points, true, out, from + 12);
    kin(byFirst.get(first), first, second, points, false, out, from + 15);
  }

  private static void share(List<Precedent> pairs, int first, int second, float[] out, int from) {
    float joined = 0;
    int all = 0;
    for (Precedent pair : pairs == null ? List.<Precedent>of() : pairs) {
      if (pair.first != first || pair.second != second) {
        joined += pair.share();
        all++;
      }
    }
    out[from] = (joined + 0.6f) / (all + 2);
    out[from + 1] = (float) StrictMath.log(1 + all);
    out[from + 2] = (float) StrictMath.log(1 + joined);
  }

  /** The closer the other syllable is to that of this pair, the more a pair counts. */
  private static void kin(
      List<Precedent> pairs,
      int first,
      int second,
      float[][] points,
      boolean firstDiffers,
      float[] out,
      int from) {
    float joined = 0;
    float all = 0;
    float best = 0;
    for (Precedent pair : pairs == null ? List.<Precedent>of() : pairs) {
      if (pair.first != first || pair.second != second) {
        float closeness =
            firstDiffers
                ? Embeddings.dot(points[first], points[pair.first])
                : Embeddings.dot(points[second], points[pair.second]);
        if (closeness > CLOSE) {
          float weight = closeness * closeness * closeness * closeness;
          joined += weight * pair.share();
          all += weight;
          best = Math.max(best, closeness * pair.share());
        }
      }
    }
    out[from] = (joined + 0.06f) / (all + 0.2f);
    out[from + 1] = (float) StrictMath.log(0.01f + all);
    out[from + 2] = best;
  }
}
