package vn.timtin.training.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.timtin.analysis.Syllable;
import vn.timtin.words.model.Vocabulary;

/**
 * What the raw text tells about each pair of syllables, as numbers to learn from: how closely they
 * hold together, what stands around them, whether they are separated, reversed or capitalised, how
 * each fares alone, how they sound.
 */
final class PairFeatures {
  private static final int STATISTICS = 72;

  /** How many numbers there are for a pair. */
  static final int WIDTH = STATISTICS + 2 * Embeddings.DIMENSIONS + 2 * Surroundings.DIMENSIONS;

  private final Pairs pairs;
  private final Bigrams bigrams;
  private final float[][] points;
  private final double all;
  private final Occurrences occurrences;
  private final Surroundings after;
  private final Surroundings before;
  private final Surroundings afterToken;
  private final Surroundings beforeToken;
  private final int[] ranksAfter;
  private final int[] ranksBefore;
  private final List<String> spellings = new ArrayList<>();
  private final List<Optional<Syllable>> syllables = new ArrayList<>();

  PairFeatures(Corpus corpus, Bigrams bigrams, Vocabulary vocabulary, float[][] points) {
    this.bigrams = bigrams;
    this.points = points;
    all = corpus.tokens().length;
    pairs = new Pairs(bigrams, vocabulary);
    occurrences = new Occurrences(corpus, pairs, vocabulary);
    after = surroundings(corpus, vocabulary, 2);
    before = surroundings(corpus, vocabulary, -1);
    afterToken = new Surroundings(bigrams.size());
    beforeToken = new Surroundings(bigrams.size());
    for (int a = 0; a < bigrams.size(); a++) {
      for (int i = bigrams.starts()[a]; i < bigrams.starts()[a + 1]; i++) {
        int b = bigrams.seconds()[i];
        int count = bigrams.counts()[i];
        afterToken.add(a, count, points[b], !vocabulary.isSyllable(b));
        beforeToken.add(b, count, points[a], !vocabulary.isSyllable(a));
      }
    }
    afterToken.finish();
    beforeToken.finish();
    ranksAfter = ranks(true);
    ranksBefore = ranks(false);
    for (int token = 0; token < bigrams.size(); token++) {
      int known = token - Vocabulary.FIRST_KNOWN;
      spellings.add(known < 0 ? "" : corpus.known().get(known));
      syllables.add(Syllable.parse(spellings.get(token)));
    }
  }

  Pairs pairs() {
    return pairs;
  }

  float[][] points() {
    return points;
  }

  /** Sorts all occurrences of pairs by their neighbours at one side. */
  private Surroundings surroundings(Corpus corpus, Vocabulary vocabulary, int distance) {
    int[] tokens = corpus.tokens();
    long[] keys = new long[tokens.length];
    int size = 0;
    for (int i = 1; i < tokens.length - 2; i++) {
      int pair = pairs.number(Corpus.number(tokens[i]), Corpus.number(tokens[i + 1]));
      if (pair >= 0) {
        keys[size++] = (long) pair * Vocabulary.LIMIT + Corpus.number(tokens[i + distance]);
      }
    }
    Arrays.sort(keys, 0, size);
    var surroundings = new Surroundings(pairs.size());
    for (int i = 0, next; i < size; i = next) {
      next = i + 1;
      while (next < size && keys[next] == keys[i]) {
        next++;
      }
      int token = (int) (keys[i] % Vocabulary.LIMIT);
      int pair = (int) (keys[i] / Vocabulary.LIMIT);
      surroundings.add(pair, next - i, points[token], !vocabulary.isSyllable(token));
    }
    surroundings.finish();
    return surroundings;
  }

  /** Ranks each pair by its count among those with the same first or the same second syllable. */
  private int[] ranks(boolean sameFirst) {
    long[] keys = new long[pairs.size()];
    for (int pair = 0; pair < keys.length; pair++) {
      long token = sameFirst ? pairs.first(pair) : pairs.second(pair);
      // 15 bits of token, 27 of count, 21 of pair.
      keys[pair] = token << 48 | (1L << 27) - 1 - pairs.count(pair) << 21 | pair;
    }
    Arrays.sort(keys);
    int[] ranks = new int[keys.length];
    int rank = 0;
    for (int i = 0; i < keys.length; i++) {
      rank = i > 0 && keys[i] >> 48 == keys[i - 1] >> 48 ? rank + 1 : 0;
      ranks[(int) (keys[i] & (1 << 21) - 1)] = rank;
    }
    return ranks;
  }

  /** Puts down what is known about a pair. */
  void describe(int pair, float[] out) {
    var numbers = new Numbers(out);
    int a = pairs.first(pair);
    int b = pairs.second(pair);
    describeCounts(pair, a, b, numbers);
    describeSurroundings(pair, a, b, numbers);
    describeOccurrences(pair, a, b, numbers);
    describeSounds(a, b, numbers);
    numbers.size = STATISTICS;
    numbers.add(points[a]);
    numbers.add(points[b]);
    numbers.add(after.mean(pair));
    numbers.add(before.mean(pair));
  }

  private void describeCounts(int pair, int a, int b, Numbers numbers) {
    double count = pairs.count(pair);
    double countA = bigrams.totals()[a];
    double countB = bigrams.totals()[b];
    double expected = countA * countB / all;
    double information = StrictMath.log(count / expected);
    numbers.add(information);
    numbers.add(information / -StrictMath.log(count / all)); // normalized
    numbers.add((count - expected) / Math.sqrt(count)); // t-score
    numbers.addLog(count);
    numbers.addLog(countA);
    numbers.addLog(countB);
    numbers.addLog(count / countA);
    numbers.addLog(count / countB);
    numbers.addLog(count / (countA - afterToken.signs(a) + 1));
    numbers.addLog(count / (countB - beforeToken.signs(b) + 1));
    numbers.addLog(1 + ranksAfter[pair]);
    numbers.addLog(1 + ranksBefore[pair]);
  }

  private void describeSurroundings(int pair, int a, int b, Numbers numbers) {
    double count = pairs.count(pair);
    for (Surroundings side : new Surroundings[] {after, before}) {
      numbers.addLog(side.variety(pair));
      numbers.addLog(side.variety(pair) / count);
      numbers.add(side.entropy(pair));
      numbers.add(side.signs(pair) / (count + 1));
    }
    numbers.add(after.entropy(pair) - afterToken.entropy(b));
    numbers.add(before.entropy(pair) - beforeToken.entropy(a));
    for (int token : new int[] {a, b}) {
      for (Surroundings side : new Surroundings[] {afterToken, beforeToken}) {
        numbers.addLog(1 + side.variety(token));
        numbers.add(side.entropy(token));
        numbers.add(side.signs(token) / (bigrams.totals()[token] + 1.0));
      }
    }
    numbers.add(Embeddings.dot(points[a], points[b]));
    numbers.add(Embeddings.dot(after.mean(pair), afterToken.mean(b)));
    numbers.add(Embeddings.dot(before.mean(pair), beforeToken.mean(a)));
    numbers.add(Embeddings.dot(after.mean(pair), afterToken.mean(a)));
    numbers.add(Embeddings.dot(before.mean(pair), beforeToken.mean(b)));
  }

  private void describeOccurrences(int pair, int a, int b, Numbers numbers) {
    double count = pairs.count(pair);
    int reverse = pairs.number(b, a);
    int apart = 1 + occurrences.apart[pair];
    numbers.addLog(apart);
    numbers.addLog(apart / count);
    numbers.addLog(apart * all / bigrams.totals()[a] / bigrams.totals()[b]);
    numbers.addLog(1 + occurrences.linked[pair]);
    numbers.addLog((1 + occurrences.linked[pair]) / count);
    numbers.addLog(1 + bigrams.count(b, a));
    numbers.addLog((1 + bigrams.count(b, a)) / count);
    numbers.addLog((1 + (reverse < 0 ? 0 : occurrences.apart[reverse])) / count);
    numbers.addLog((1 + (reverse < 0 ? 0 : occurrences.linked[reverse])) / count);
    double cased = 1;
    for (int[] capitals : occurrences.capitals) {
      cased += capitals[pair];
    }
    for (int i = 1; i < 4; i++) {
      numbers.add(occurrences.capitals[i][pair] / cased);
    }
    numbers.addLog(occurrences.documents[pair]);
    numbers.addLog(count / occurrences.documents[pair]);
    numbers.add(count / occurrences.firstThere[pair]);
    numbers.add(count / occurrences.secondThere[pair]);
  }

  /** Reduplication shows in equal onsets or rimes, and in tones that go together. */
  private void describeSounds(int a, int b, Numbers numbers) {
    numbers.add(a == b ? 1 : 0);
    numbers.add(spellings.get(a).length());
    numbers.add(spellings.get(b).length());
    Optional<Syllable> first = syllables.get(a);
    Optional<Syllable> second = syllables.get(b);
    boolean both = first.isPresent() && second.isPresent();
    numbers.add(both && first.get().onset().equals(second.get().onset()) ? 1 : 0);
    numbers.add(both && first.get().rime().equals(second.get().rime()) ? 1 : 0);
    for (Optional<Syllable> syllable : List.of(first, second)) {
      for (Syllable.Tone tone : Syllable.Tone.values()) {
        numbers.add(syllable.isPresent() && syllable.get().tone() == tone ? 1 : 0);
      }
    }
  }

  /** Puts down numbers one behind another. */
  private static final class Numbers {
    private final float[] out;
    private int size;

    Numbers(float[] out) {
      this.out = out;
    }

    void add(double number) {
      out[size++] = (float) number;
    }

    void addLog(double number) {
      add(StrictMath.log(number));
    }

    void add(float[] numbers) {
      System.arraycopy(numbers, 0, out, size, numbers.length);
      size += numbers.length;
    }
  }
}
