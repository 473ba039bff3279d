package vn.timtin.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/**
 * Settles the characters of Vietnamese text before it is cut into tokens, so that each letter has
 * one form: NFC, whatever order its diacritics came in.
 *
 * <ul>
 *   <li>Letters: decomposed ones, tone before vowel mark ({@code e + ́ + ̂}), the deprecated
 *       diacritics U+0340 and U+0341, and doubled diacritics become ế; ð, ɖ and {@code d + ̵}
 *       become đ; ƣ becomes ư; Cyrillic capitals among Latin letters become Latin.
 *   <li>Invisible characters (U+200B, soft hyphen, bidi controls) are dropped.
 *   <li>Full-width forms, ligatures, superscripts and fractions become plain characters; spaces of
 *       any width the no-break space; quotes {@code "} and {@code '}; dashes {@code -}.
 * </ul>
 *
 * <p>Offsets are corrected to the text as it was given. What has no such character passes through
 * without being copied; buffers for the rest are used again once a filter is closed.
 */
public final class VietnameseCharFilter extends CharFilter {
  private static final int NONE = -1;

  /** The character that was read and not yet given out, since a mark may follow it. */
  private int held = NONE;

  private int passed;

  /** The settled rest of the text from the first odd character on, null before that. */
  private @Nullable Rest rest;

  private int given;

  /** What is needed for a text that has an odd character. */
  private static final class Rest {
    /** Those of closed filters: Lucene makes a filter for each text. */
    private static final Queue<Rest> IDLE = new ConcurrentLinkedQueue<>();

    /** One huge article must not hold its size for ever. */
    private static final int MAX_KEPT = 1 << 20;

    private final char[] part = new char[4096];
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder settled = new StringBuilder();

    // From each of these offsets on, the given text is that many characters ahead.
    private int[] offsets = new int[16];
    private int[] differences = new int[16];
    private int corrections;

    static Rest take() {
      Rest idle = IDLE.poll();
      return idle == null ? new Rest() : idle;
    }

    void giveBack() {
      if (raw.capacity() <= MAX_KEPT) {
        raw.setLength(0);
        settled.setLength(0);
        corrections = 0;
        IDLE.add(this);
      }
    }

    /**
     * Settles the raw text and what is left of the input.
     *
     * @param before how many characters stand before the raw text
     */
    void settle(Reader input, int before) throws IOException {
      for (int read = input.read(part); read != NONE; read = input.read(part)) {
        raw.append(part, 0, read);
      }
      Characters.settle(raw, settled, (offset, difference) -> correct(before + offset, difference));
    }

    private void correct(int offset, int difference) {
      if (corrections > 0 && offsets[corrections - 1] == offset) {
        corrections--; // the later one holds
      } else if (corrections == offsets.length) {
        offsets = Arrays.copyOf(offsets, corrections * 2);
        differences = Arrays.copyOf(differences, corrections * 2);
      }
      offsets[corrections] = offset;
      differences[corrections++] = difference;
    }

    int given(int offset) {
      int found = Arrays.binarySearch(offsets, 0, corrections, offset);
      int last = found >= 0 ? found : -found - 2;
      return last < 0 ? offset : offset + differences[last];
    }
  }

  /** Filters the characters of {@code input}. */
  public VietnameseCharFilter(Reader input) {
    super(input);
  }

  /** Yields the text with its characters settled, the text itself where they are. */
  public static String settle(String text) {
    return settle(text, new StringBuilder()).toString();
  }

  /**
   * Yields the text with its characters settled: the text itself where they are, else {@code
   * buffer}, which holds nothing else then.
   */
  public static CharSequence settle(String text, StringBuilder buffer) {
    for (int i = 0; i < text.length(); i++) {
      if (Characters.isOdd(text.charAt(i))) {
        buffer.setLength(0);
        Characters.settle(text, buffer, (settledOffset, difference) -> {});
        return buffer;
      }
    }
    return text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (rest == null) {
      int read = readPlain(buffer, offset, length);
      if (read != 0) {
        return read;
      }
    }
    int count = Math.min(length, rest.settled.length() - given);
    if (count <= 0) {
      return NONE;
    }
    rest.settled.getChars(given, given + count, buffer, offset);
    given += count;
    return count;
  }

  /** Gives out characters as long as none is odd; yields 0 where there is more to read. */
  private int readPlain(char[] buffer, int offset, int length) throws IOException {
    if (held != NONE && length == 1) {
      return readOne(buffer, offset);
    }
    int start = offset;
    if (held != NONE) {
      buffer[start++] = (char) held;
    }
    int read = input.read(buffer, start, offset + length - start);
    int end = start + Math.max(read, 0);
    for (int i = offset; i < end; i++) {
      if (Characters.isOdd(buffer[i])) {
        settleFrom(buffer, offset, i, end);
        return i - 1 > offset ? i - 1 - offset : 0;
      }
    }
    held = NONE;
    if (read == NONE) {
      passed += end - offset;
      return end > offset ? end - offset : NONE;
    }
    if (end > offset && read > 0) {
      held = buffer[--end];
    }
    passed += end - offset;
    return end - offset;
  }

  /** Gives out the held character once it is known what follows it; 0 where that is odd. */
  private int readOne(char[] buffer, int offset) throws IOException {
    int next = input.read();
    if (next != NONE && Characters.isOdd((char) next)) {
      settleFrom(new char[] {(char) held, (char) next}, 0, 1, 2);
      return 0;
    }
    buffer[offset] = (char) held;
    held = next;
    passed++;
    return 1;
  }

  /** Settles all that is left, from the character before the odd one on. */
  private void settleFrom(char[] buffer, int offset, int odd, int end) throws IOException {
    int first = Math.max(offset, odd - 1);
    rest = Rest.take();
    rest.raw.append(buffer, first, end - first);
    rest.settle(input, passed + first - offset);
    held = NONE;
  }

  @Override
  protected int correct(int offset) {
    return rest == null ? offset : rest.given(offset);
  }

  @Override
  public void close() throws IOException {
    if (rest != null) {
      rest.giveBack();
      rest = null;
    }
    input.close();
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) == NONE ? NONE : one[0];
  }
}
