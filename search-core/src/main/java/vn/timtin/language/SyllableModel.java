package vn.timtin.language;

import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Syllable;

/**
 * How probable a syllable is after two others and among the rest of its text, learnt from news: a
 * trigram model with back-off, and the readings that words farther away speak for.
 *
 * <p>Everything that can follow has a number: what is no word, four numbers below {@link
 * #FIRST_WORD}, and the words of the vocabulary, those of other languages too as far as news has
 * them. A word that is written with a capital inside a sentence has a number of its own, {@code
 * Sơn} beside {@code sơn}; otherwise words are in lower case and in one {@link #spelling}. They are
 * in the order of their folded forms, so that the readings of an unmarked syllable are neighbours.
 *
 * <p>All logarithms are natural. Immutable, safe for many threads.
 */
public final class SyllableModel {
  /** The end of a clause and the beginning of the next. */
  public static final int BREAK = 0;

  /** A word that is not in the vocabulary. */
  public static final int UNKNOWN = 1;

  /** Any number. */
  public static final int NUMBER = 2;

  /** A comma, a dash or a bracket. */
  public static final int PAUSE = 3;

  /** The number of the first word. */
  public static final int FIRST_WORD = 4;

  /** The bits of a number in the keys of n-grams. */
  public static final int ID_BITS = 17;

  /** The step in which logarithms are stored. */
  public static final float STEP = 0.25f;

  /** The bits of the probability of a bigram. */
  public static final int BIGRAM_BITS = 6;

  /** The bits of the back-off weight of a bigram. */
  public static final int BACKOFF_BITS = 5;

  /** The bits of the probability of three. */
  public static final int TRIGRAM_BITS = 5;

  /** The bits of an association, of which the middle means none. */
  public static final int ASSOCIATION_BITS = 4;

  /** The step in which associations are stored. */
  public static final float ASSOCIATION_STEP = 0.5f;

  /** The logarithm of the greatest back-off weight that can be stored; it may be above one. */
  public static final float MAX_BACKOFF = 1;

  /** How far apart syllables must be for an association, the nearer ones being n-grams. */
  public static final int NEAREST_ASSOCIATED = 2;

  /** How far apart they may be. */
  public static final int FARTHEST_ASSOCIATED = 10;

  /** The probability of each number of steps. */
  private static final double[] SHARES = new double[1 << Byte.SIZE];

  static {
    for (int steps = 0; steps < SHARES.length; steps++) {
      SHARES[steps] = Math.exp(-STEP * steps);
    }
  }

  private static final String NEWS = "syllables.model";

  private final String[] words;
  private final byte[] probabilities;
  private final byte[] backoffs;
  private final StaticFunction bigrams;
  private final StaticFunction trigrams;
  private final StaticFunction associations;
  private final Map<String, Integer> firstOfFolded;
  private final int[] endsOfReadings;

  /**
   * Puts a model together.
   *
   * @param words the vocabulary, the first at number {@link #FIRST_WORD}
   * @param probabilities of each number, in steps below certainty
   * @param backoffs of each number, in steps below {@link #MAX_BACKOFF}
   * @param bigrams by {@link #bigramKey}, the probability in the low bits and the back-off weight
   *     above
   * @param trigrams by {@link #trigramKey}; each has both its bigrams in {@code bigrams}
   * @param associations by {@link #associationKey}
   */
  public SyllableModel(
      List<String> words,
      byte[] probabilities,
      byte[] backoffs,
      StaticFunction bigrams,
      StaticFunction trigrams,
      StaticFunction associations) {
    this.words = words.toArray(String[]::new);
    this.probabilities = probabilities;
    this.backoffs = backoffs;
    this.bigrams = bigrams;
    this.trigrams = trigrams;
    this.associations = associations;
    this.firstOfFolded = HashMap.newHashMap(words.size());
    this.endsOfReadings = new int[size()];
    for (int id = 0; id < FIRST_WORD; id++) {
      endsOfReadings[id] = id;
    }
    for (int id = size() - 1; id >= FIRST_WORD; id--) {
      boolean isLast = id + 1 == size() || !hasSameFolding(word(id), word(id + 1));
      endsOfReadings[id] = isLast ? id + 1 : endsOfReadings[id + 1];
    }
    for (int id = FIRST_WORD; id < size(); id = endsOfReadings[id]) {
      firstOfFolded.put(Folding.fold(word(id)), id);
    }
  }

  /** The model of the library, read when it is first asked for. */
  private static final class News {
    static final SyllableModel MODEL = readNews();

    private static SyllableModel readNews() {
      try {
        return read(ModelFile.read(SyllableModel.class, NEWS, ModelFile.Kind.SYLLABLES));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Yields the model of the library, learnt from Vietnamese news; it is read at the first call,
   * which takes a tenth of a second.
   *
   * @throws UncheckedIOException if its file is missing or not what it should be
   */
  public static SyllableModel ofNews() {
    return News.MODEL;
  }

  /**
   * Yields the one spelling of a word that the model knows: the tone where the old style has it,
   * the letters as they are.
   *
   * @param word in lower case, in NFC
   */
  public static String spelling(String word) {
    if (!Folding.isMarked(word)) {
      return word;
    }
    String canonical = Syllable.canonical(word);
    return Folding.fold(canonical).equals(Folding.fold(word)) ? canonical : word;
  }

  /** Yields the word with its first letter as a capital. */
  public static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Yields the number of a word in its {@link #spelling}, or {@link #UNKNOWN}. */
  public int id(String word) {
    int first = firstReading(Folding.fold(word));
    for (int id = first, end = endOfReadings(first); id < end; id++) {
      if (word(id).equals(word)) {
        return id;
      }
    }
    return UNKNOWN;
  }

  /** Yields how many numbers there are. */
  public int size() {
    return FIRST_WORD + words.length;
  }

  /** Yields the word of a number from {@link #FIRST_WORD} on. */
  public String word(int id) {
    return words[id - FIRST_WORD];
  }

  /** Yields the first word with this folded form, or {@link #UNKNOWN}. */
  public int firstReading(String folded) {
    return firstOfFolded.getOrDefault(folded, UNKNOWN);
  }

  /** Yields the number after the last word that has the folded form of this one, or of none. */
  public int endOfReadings(int first) {
    return endsOfReadings[first];
  }

  private static boolean hasSameFolding(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    for (int i = 0; i < one.length(); i++) {
      if (Folding.fold(one.charAt(i)) != Folding.fold(other.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Yields the logarithm of the probability of a number, whatever is before it. */
  public float probability(int id) {
    return -STEP * (probabilities[id] & 0xFF);
  }

  /** Yields the probability of a number, whatever is before it. */
  public double share(int id) {
    return SHARES[probabilities[id] & 0xFF];
  }

  /** Yields the logarithm of the weight of what follows this number in no bigram. */
  public float backoff(int id) {
    return MAX_BACKOFF - STEP * (backoffs[id] & 0xFF);
  }

  /** Yields what is stored of a bigram, or {@link StaticFunction#ABSENT}. */
  public int bigram(int first, int second) {
    return bigrams.get(bigramKey(first, second));
  }

  /**
   * Yields the logarithm of the probability of two words side by side, names or not; of the most
   * probable two, if they may have any diacritics; minus infinity if news does not have them.
   *
   * @param first in lower case
   * @param second in lower case
   */
  public double neighbours(String first, String second, boolean anyDiacritics) {
    double best = Double.NEGATIVE_INFINITY;
    int left = firstReading(Folding.fold(first));
    int right = firstReading(Folding.fold(second));
    for (int a = left, leftEnd = endOfReadings(left); a < leftEnd; a++) {
      if (anyDiacritics || isOf(a, first)) {
        for (int b = right, rightEnd = endOfReadings(right); b < rightEnd; b++) {
          int bigram = anyDiacritics || isOf(b, second) ? bigram(a, b) : StaticFunction.ABSENT;
          if (bigram != StaticFunction.ABSENT) {
            best = Math.max(best, probability(a) + bigramProbability(bigram));
          }
        }
      }
    }
    return best;
  }

  private boolean isOf(int id, String word) {
    return word(id).equalsIgnoreCase(spelling(word));
  }

  /** Yields the logarithm of the probability of a bigram's second after its first. */
  public static float bigramProbability(int bigram) {
    return -STEP * (bigram & ((1 << BIGRAM_BITS) - 1));
  }

  /** Yields the logarithm of the weight of what follows this bigram in no trigram. */
  public static float bigramBackoff(int bigram) {
    return MAX_BACKOFF - STEP * (bigram >>> BIGRAM_BITS);
  }

  /**
   * Yields the logarithm of the probability of the third after the other two, {@link Float#NaN} if
   * the model has not got the three.
   */
  public float trigram(int first, int second, int third) {
    int steps = trigrams.get(trigramKey(first, second, third));
    return steps == StaticFunction.ABSENT ? Float.NaN : -STEP * steps;
  }

  /**
   * Yields by how much more probable, in logarithms, a word is than its other readings where two
   * syllables stand together somewhere near, whatever their diacritics.
   *
   * @param context of {@link #context}
   */
  public float association(long context, int id) {
    int steps = associations.get(associationKey(context, id));
    return steps == StaticFunction.ABSENT
        ? 0
        : ASSOCIATION_STEP * (steps - (1 << ASSOCIATION_BITS - 1));
  }

  /** Yields the key of a bigram. */
  public static long bigramKey(int first, int second) {
    return (long) first << ID_BITS | second;
  }

  /** Yields the key of three. */
  public static long trigramKey(int first, int second, int third) {
    return bigramKey(first, second) << ID_BITS | third;
  }

  /** Yields the mark of two neighbours, each named by its {@link #firstReading}. */
  public static long context(int first, int second) {
    long hash = bigramKey(first, second) * 0x9E3779B97F4A7C15L;
    return (hash ^ hash >>> 31) & (1L << 63 - ID_BITS) - 1;
  }

  /** Yields the key of an association. */
  public static long associationKey(long context, int id) {
    return context << ID_BITS | id;
  }

  /** Writes the model, as {@link #read} reads it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(words.length);
    String before = "";
    for (String word : words) {
      int shared = 0;
      while (shared < Math.min(before.length(), word.length())
          && before.charAt(shared) == word.charAt(shared)) {
        shared++;
      }
      byte[] rest = word.substring(shared).getBytes(StandardCharsets.UTF_8);
      out.writeByte(shared);
      out.writeByte(rest.length);
      out.write(rest);
      before = word;
    }
    out.write(probabilities);
    out.write(backoffs);
    bigrams.write(out);
    trigrams.write(out);
    associations.write(out);
  }

  /** Reads what {@link #write} has written. */
  public static SyllableModel read(ByteBuffer in) {
    String[] words = new String[in.getInt()];
    String before = "";
    for (int i = 0; i < words.length; i++) {
      String shared = before.substring(0, in.get() & 0xFF);
      byte[] rest = new byte[in.get() & 0xFF];
      in.get(rest);
      words[i] = shared + new String(rest, StandardCharsets.UTF_8);
      before = words[i];
    }
    byte[] probabilities = new byte[FIRST_WORD + words.length];
    byte[] backoffs = new byte[FIRST_WORD + words.length];
    in.get(probabilities).get(backoffs);
    return new SyllableModel(
        List.of(words),
        probabilities,
        backoffs,
        StaticFunction.read(in),
        StaticFunction.read(in),
        StaticFunction.read(in));
  }
}
