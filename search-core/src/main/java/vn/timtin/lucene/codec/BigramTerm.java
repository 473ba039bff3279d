package vn.timtin.lucene.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The term that a bigram of neighbouring words has in the index.
 *
 * <p>Bigrams are most of the terms of an index, so they are kept short. The words of nearly all
 * bigrams have a number: the possible syllables without diacritics and the letters ({@code
 * bigram-words.txt}, in the order of the file), and the numbers below 1,000. Two numbers of 12 bits
 * make a term of three bytes. The few other bigrams are the byte {@link #SPELLED} and both words in
 * UTF-8 with a space between them. The figures are in {@code docs/decisions/0007-pair-terms.md}.
 */
public final class BigramTerm {
  /**
   * What the terms of bigrams begin with that are spelled; the first 8 bits of no word's number.
   */
  private static final byte SPELLED = (byte) 0xff;

  /** Stands for a word that has no number. */
  static final int NO_NUMBER = -1;

  private static final int BITS = 12;

  /** How many bytes the term of two numbers has. */
  static final int COMPACT_LENGTH = 3;

  private static final int MAX_DIGITS = 3;

  private static final Map<String, Integer> NUMBERS = readWords();

  private BigramTerm() {}

  /** Yields the term of a bigram of folded words. */
  public static BytesRef of(String first, String second) {
    int firstNumber = numberOf(first);
    int secondNumber = numberOf(second);
    var term = new BytesRef(COMPACT_LENGTH);
    if (isCompact(firstNumber, secondNumber)) {
      write(compact(firstNumber, secondNumber), term);
    } else {
      spell(new BytesRef(first), new BytesRef(second), term);
    }
    return term;
  }

  /** Yields the number of a folded word, {@link #NO_NUMBER} if it has none. */
  static int numberOf(String word) {
    Integer listed = NUMBERS.get(word);
    if (listed != null) {
      return listed;
    }
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      // 007 is another term than 7
      if (digit < 0 || digit > 9 || i == MAX_DIGITS || i == 1 && value == 0) {
        return NO_NUMBER;
      }
      value = value * 10 + digit;
    }
    return word.isEmpty() ? NO_NUMBER : NUMBERS.size() + value;
  }

  /** Whether both words have a number. */
  static boolean isCompact(int first, int second) {
    return (first | second) >= 0;
  }

  /** Yields the two numbers as one. */
  static int compact(int first, int second) {
    return first << BITS | second;
  }

  /** Writes the term of two numbers that were made one. */
  static void write(int compact, BytesRef term) {
    term.length = COMPACT_LENGTH;
    term.bytes[0] = (byte) (compact >> 16);
    term.bytes[1] = (byte) (compact >> 8);
    term.bytes[2] = (byte) compact;
  }

  /** Whether a term is one of two numbers, which can be {@linkplain #read read} again. */
  static boolean isCompact(BytesRef term) {
    return term.bytes[term.offset] != SPELLED;
  }

  /** Yields the two numbers of a term as one. */
  static int read(BytesRef term) {
    return (term.bytes[term.offset] & 0xff) << 16
        | (term.bytes[term.offset + 1] & 0xff) << 8
        | term.bytes[term.offset + 2] & 0xff;
  }

  /** Writes the term of words of which one has no number. */
  static void spell(BytesRef first, BytesRef second, BytesRef term) {
    term.length = 1 + first.length + 1 + second.length;
    term.bytes = ArrayUtil.growNoCopy(term.bytes, term.length);
    term.bytes[0] = SPELLED;
    System.arraycopy(first.bytes, first.offset, term.bytes, 1, first.length);
    term.bytes[1 + first.length] = ' ';
    System.arraycopy(
        second.bytes, second.offset, term.bytes, term.length - second.length, second.length);
  }

  private static Map<String, Integer> readWords() {
    Map<String, Integer> numbers = new HashMap<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(BigramTerm.class.getResourceAsStream("bigram-words.txt")),
                StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        for (String word : line.split(" ")) {
          numbers.put(word, numbers.size());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from the class path", e);
    }
    return Map.copyOf(numbers);
  }
}
