package vn.timtin.training.words;

import java.util.Arrays;
import vn.timtin.words.model.Vocabulary;

/** The pairs of neighbouring syllables that are frequent enough to say something about. */
final class Pairs {
  private static final int LEAST = 3;

  private final Bigrams bigrams;
  private final int[] numbers; // of each bigram, or -1
  private final int[] firsts;
  private final int[] bigramOf;

  Pairs(Bigrams bigrams, Vocabulary vocabulary) {
    this.bigrams = bigrams;
    numbers = new int[bigrams.counts().length];
    int[] foundFirsts = new int[numbers.length];
    int[] found = new int[numbers.length];
    int size = 0;
    for (int first = 0; first < bigrams.size(); first++) {
      for (int i = bigrams.starts()[first]; i < bigrams.starts()[first + 1]; i++) {
        numbers[i] = -1;
        if (bigrams.counts()[i] >= LEAST
            && isSyllable(first, vocabulary)
            && isSyllable(bigrams.seconds()[i], vocabulary)) {
          foundFirsts[size] = first;
          found[size] = i;
          numbers[i] = size++;
        }
      }
    }
    firsts = Arrays.copyOf(foundFirsts, size);
    bigramOf = Arrays.copyOf(found, size);
  }

  private static boolean isSyllable(int token, Vocabulary vocabulary) {
    return token >= Vocabulary.FIRST_KNOWN && vocabulary.isSyllable(token);
  }

  int size() {
    return firsts.length;
  }

  int first(int pair) {
    return firsts[pair];
  }

  int second(int pair) {
    return bigrams.seconds()[bigramOf[pair]];
  }

  int count(int pair) {
    return bigrams.counts()[bigramOf[pair]];
  }

  /** Yields the number of a pair, or -1 if it is too rare. */
  int number(int first, int second) {
    int bigram = bigrams.indexOf(first, second);
    return bigram < 0 ? -1 : numbers[bigram];
  }
}
