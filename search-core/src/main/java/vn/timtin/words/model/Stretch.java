package vn.timtin.words.model;

import java.util.function.LongToIntFunction;

/**
 * A stretch of text as numbers, and what speaks for or against a word at each boundary between two
 * of its tokens.
 *
 * <p>Features are places in an array of weights, found by arithmetic alone: each kind of feature
 * has a range of its own, wide enough for all its values. Boundary {@code i} is that before token
 * {@code i}. To be used by one thread at a time.
 */
public final class Stretch {
  /** How many features there are. */
  public static final int FEATURES;

  /** No boundary has more features than this. */
  public static final int MAX = 12;

  private static final float LONG_PENALTY = 2;
  private static final int EDGES = 2;
  private static final int SHAPES = 6;
  private static final byte OPENING_CAPITAL = 5;
  private static final int GROUPS = 256;
  private static final int FAMILIARITIES = 8;
  private static final int COARSE = 8;

  /** Where the range of each kind of feature begins. */
  private static final int[] BASES = new int[MAX + 1];

  static {
    int[] widths = {
      WordModel.SCORES * SHAPES * SHAPES,
      WordModel.SCORES * COARSE * COARSE,
      WordModel.SCORES * FAMILIARITIES,
      FAMILIARITIES * FAMILIARITIES * FAMILIARITIES,
      FAMILIARITIES * COARSE * COARSE,
      SHAPES * SHAPES * SHAPES * SHAPES,
      Vocabulary.LIMIT,
      Vocabulary.LIMIT,
      GROUPS * GROUPS,
      WordModel.SCORES * COARSE,
      SHAPES * SHAPES * SHAPES,
      FAMILIARITIES * FAMILIARITIES
    };
    for (int i = 0; i < widths.length; i++) {
      BASES[i + 1] = BASES[i] + widths[i];
    }
    FEATURES = BASES[widths.length];
  }

  /** A score in eight steps. */
  private static final byte[] COARSE_SCORES = new byte[WordModel.SCORES];

  static {
    int[] limits = {1, 8, 12, 15, 17, 20, 24};
    for (int score = 0; score < WordModel.SCORES; score++) {
      for (int limit : limits) {
        COARSE_SCORES[score] += (byte) (score >= limit ? 1 : 0);
      }
    }
  }

  private final int[] numbers;
  private final byte[] shapes;
  private final int[] groups;
  private final byte[] scores;
  private final byte[] coarse;
  private final byte[] familiarities;
  private final boolean[] joinable;
  private int size;

  /** Makes room for a number of tokens. */
  public Stretch(int capacity) {
    int padded = capacity + 2 * EDGES;
    numbers = new int[padded];
    shapes = new byte[padded];
    groups = new int[padded];
    scores = new byte[padded];
    coarse = new byte[padded];
    familiarities = new byte[padded];
    joinable = new boolean[padded];
  }

  /**
   * Takes over tokens.
   *
   * @param bigrams {@link WordModel#value} by {@link WordModel#key}, or a negative number
   */
  public void fill(
      int[] tokens,
      byte[] tokenShapes,
      int count,
      Vocabulary vocabulary,
      LongToIntFunction bigrams) {
    size = count;
    for (int i = 0; i < count + 2 * EDGES; i++) {
      boolean inside = i >= EDGES && i < count + EDGES;
      int number = inside ? tokens[i - EDGES] : Vocabulary.EDGE;
      numbers[i] = number;
      groups[i] = vocabulary.groups()[number] & 0xFF;
      boolean sign = !vocabulary.isSyllable(number);
      shapes[i] = sign ? Tokens.SIGN : tokenShapes[i - EDGES];
      joinable[i] = i > 0 && !sign && shapes[i - 1] != Tokens.SIGN;
      if (shapes[i] == Tokens.CAPITALISED
          && vocabulary.kinds()[numbers[i - 1]] == Vocabulary.OPENING) {
        shapes[i] = OPENING_CAPITAL;
      }
      int value =
          joinable[i] ? Math.max(0, bigrams.applyAsInt(WordModel.key(numbers[i - 1], number))) : 0;
      scores[i] = (byte) (value % WordModel.SCORES);
      coarse[i] = COARSE_SCORES[scores[i]];
      familiarities[i] = (byte) (value / WordModel.SCORES);
    }
  }

  /** Yields how many tokens there are. */
  public int size() {
    return size;
  }

  /** Whether a word may go across a boundary: there is no sign at either side. */
  public boolean isJoinable(int boundary) {
    return joinable[boundary + EDGES];
  }

  /** Puts down what speaks for one word across the boundary, and yields how many features. */
  public int features(int boundary, int[] out) {
    int b = boundary + EDGES;
    int a = b - 1;
    int before = a - 1;
    int after = b + 1;
    int score = scores[b];
    int known = familiarities[b];
    out[0] = BASES[0] + (score * SHAPES + shapes[a]) * SHAPES + shapes[b];
    out[1] = BASES[1] + (score * COARSE + coarse[a]) * COARSE + coarse[after];
    out[2] = BASES[2] + score * FAMILIARITIES + known;
    out[3] =
        BASES[3]
            + (known * FAMILIARITIES + familiarities[a]) * FAMILIARITIES
            + familiarities[after];
    out[4] = BASES[4] + (known * COARSE + coarse[a]) * COARSE + coarse[after];
    out[5] =
        BASES[5]
            + ((shapes[before] * SHAPES + shapes[a]) * SHAPES + shapes[b]) * SHAPES
            + shapes[after];
    out[6] = BASES[6] + numbers[a];
    out[7] = BASES[7] + numbers[b];
    out[8] = BASES[8] + groups[a] * GROUPS + groups[b];
    return 9;
  }

  /**
   * Puts down what speaks, further, for a boundary within a word of at least three tokens so far.
   */
  public int furtherFeatures(int boundary, int[] out) {
    int b = boundary + EDGES;
    int a = b - 1;
    out[0] = BASES[9] + scores[b] * COARSE + coarse[a];
    out[1] = BASES[10] + (shapes[a - 1] * SHAPES + shapes[a]) * SHAPES + shapes[b];
    out[2] = BASES[11] + familiarities[b] * FAMILIARITIES + familiarities[a];
    return 3;
  }

  /**
   * Yields what speaks against a boundary within a word of at least four tokens so far, as a
   * weight.
   *
   * <p>Set by hand: such words are too rare to learn from, one in 500, and most are names or have
   * parts that hold together badly. But where three known words overlap ({@code hành vi phạm tội}),
   * each bigram alone speaks for one long word.
   */
  public float longPenalty(int boundary) {
    return shapes[boundary + EDGES] == Tokens.LOWER ? LONG_PENALTY : 0;
  }
}
