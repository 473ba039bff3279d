package vn.timtin.correction;

import java.util.Arrays;
import vn.timtin.language.StaticFunction;
import vn.timtin.language.SyllableModel;

/**
 * Finds the most probable way through the readings of a text, where a reading costs what was said
 * of it and what the model says of it after the two before.
 *
 * <p>Viterbi's search over bigrams of neighbours, one position after the other; paths much worse
 * than the best one are dropped (beam search). For one thread and one text.
 */
final class Lattice {
  /** The back-off weight of a path whose last two are no bigram of the model. */
  private static final float NO_BIGRAM = Float.POSITIVE_INFINITY;

  private final SyllableModel model;
  private final Effort effort;

  // The paths of all positions one after the other, those of one position by their last number.
  private int[] ids = new int[256];
  private int[] readings = new int[256];
  private int[] parents = new int[256];
  private float[] scores = new float[256];
  private float[] backoffs = new float[256];
  private int size;

  /** Where the paths of the last position begin. */
  private int last;

  private int positions;

  Lattice(SyllableModel model, Effort effort) {
    this.model = model;
    this.effort = effort;
    add(SyllableModel.BREAK, 0, -1, 0, NO_BIGRAM);
  }

  /** Adds a position with its readings, of which there is at least one. */
  void add(Readings next) {
    int from = last;
    int to = size;
    int[] ends = ends(from, to);
    int[] bigrams = new int[ends.length];
    float best = Float.NEGATIVE_INFINITY;
    for (int reading = 0; reading < next.size(); reading++) {
      int third = next.id(reading);
      // All bigrams first: the memory can read for the next one while it still reads for this one.
      for (int i = 0; i < ends.length; i++) {
        bigrams[i] = model.bigram(ids[ends[i] - 1], third);
      }
      int path = from;
      for (int i = 0; i < ends.length; i++) {
        int bigram = bigrams[i];
        boolean isBigram = bigram != StaticFunction.ABSENT;
        float afterOne =
            isBigram
                ? SyllableModel.bigramProbability(bigram)
                : model.backoff(ids[path]) + model.probability(third);
        float bestScore = Float.NEGATIVE_INFINITY;
        int bestParent = -1;
        for (; path < ends[i]; path++) {
          float score = scores[path] + afterTwo(path, third, isBigram, afterOne);
          if (score > bestScore) {
            bestScore = score;
            bestParent = path;
          }
        }
        bestScore -= next.cost(reading);
        best = Math.max(best, bestScore);
        if (bestScore > best - effort.worst) {
          boolean isContext = isBigram && third != SyllableModel.BREAK;
          add(
              third,
              reading,
              bestParent,
              bestScore,
              isContext ? SyllableModel.bigramBackoff(bigram) : NO_BIGRAM);
        }
      }
    }
    last = to;
    positions++;
    drop(best);
  }

  /** Where each run of paths with the same last number ends. */
  private int[] ends(int from, int to) {
    int[] ends = new int[to - from];
    int runs = 0;
    for (int path = from; path < to; path++) {
      if (path + 1 == to || ids[path + 1] != ids[path]) {
        ends[runs++] = path + 1;
      }
    }
    return Arrays.copyOf(ends, runs);
  }

  private float afterTwo(int path, int third, boolean isBigram, float afterOne) {
    if (backoffs[path] == NO_BIGRAM) {
      return afterOne;
    }
    float trigram = isBigram ? model.trigram(ids[parents[path]], ids[path], third) : Float.NaN;
    return Float.isNaN(trigram) ? backoffs[path] + afterOne : trigram;
  }

  /** Yields the index of the chosen reading of every position. */
  int[] best() {
    int path = last;
    for (int i = last; i < size; i++) {
      if (scores[i] > scores[path]) {
        path = i;
      }
    }
    int[] chosen = new int[positions];
    for (int i = positions - 1; i >= 0; i--) {
      chosen[i] = readings[path];
      path = parents[path];
    }
    return chosen;
  }

  private void drop(float best) {
    keep(best - effort.worst);
    if (size - last > effort.paths) {
      float[] sorted = Arrays.copyOfRange(scores, last, size);
      Arrays.sort(sorted);
      keep(sorted[sorted.length - effort.paths]);
    }
  }

  private void keep(float least) {
    int kept = last;
    for (int i = last; i < size; i++) {
      if (scores[i] >= least) {
        ids[kept] = ids[i];
        readings[kept] = readings[i];
        parents[kept] = parents[i];
        scores[kept] = scores[i];
        backoffs[kept++] = backoffs[i];
      }
    }
    size = kept;
  }

  private void add(int id, int reading, int parent, float score, float backoff) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
      readings = Arrays.copyOf(readings, 2 * size);
      parents = Arrays.copyOf(parents, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
      backoffs = Arrays.copyOf(backoffs, 2 * size);
    }
    ids[size] = id;
    readings[size] = reading;
    parents[size] = parent;
    scores[size] = score;
    backoffs[size++] = backoff;
  }
}
