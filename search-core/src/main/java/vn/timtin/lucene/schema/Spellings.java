package vn.timtin.lucene.schema;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.VietnameseNormalizationFilter;
import vn.timtin.lucene.codec.BigramWord;

/**
 * What is known of the spellings that occur in text: a few thousand syllables make up nearly all of
 * it, so each is normalized, folded and encoded once and looked up from then on.
 *
 * <p>A hash table with open addressing over the characters as they stand in the text. For one
 * thread; when it is full of rare words it starts anew.
 */
final class Spellings {
  private static final int SLOTS = 1 << 16;
  private static final int MAX_SPELLINGS = SLOTS / 2;

  /** A spelling with its terms. */
  static final class Spelling {
    private final char[] characters;

    /** The exact term. */
    final BytesRef exact;

    /** The folded term, one object for all spellings that share it. */
    final Folded folded;

    private Spelling(char[] characters, BytesRef exact, Folded folded) {
      this.characters = characters;
      this.exact = exact;
      this.folded = folded;
    }
  }

  /** A folded term, with its count in the article that is being read. */
  static final class Folded extends BigramWord {
    int count;

    private Folded(String term) {
      super(term);
    }
  }

  private final Spelling[] slots = new Spelling[SLOTS];
  private final Map<String, Folded> foldedTerms = new HashMap<>();
  private int size;

  /** Forgets rare words where there are too many; counts must not be in use. */
  void trim() {
    if (size > MAX_SPELLINGS) {
      Arrays.fill(slots, null);
      foldedTerms.clear();
      size = 0;
    }
  }

  /** Yields what is known of these characters. */
  Spelling get(char[] buffer, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + buffer[i];
    }
    int slot = (hash * 0x9E3779B9) >>> 16;
    while (slots[slot] != null) {
      Spelling spelling = slots[slot];
      if (Arrays.equals(spelling.characters, 0, spelling.characters.length, buffer, 0, length)) {
        return spelling;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    Spelling added = add(buffer, length);
    if (size < SLOTS - 1) { // one article has more words than fit: they are not remembered
      slots[slot] = added;
      size++;
    }
    return added;
  }

  private Spelling add(char[] buffer, int length) {
    String exact = VietnameseNormalizationFilter.normalize(new String(buffer, 0, length));
    String folded = Folding.fold(exact);
    return new Spelling(
        Arrays.copyOf(buffer, length),
        new BytesRef(exact),
        foldedTerms.computeIfAbsent(folded, Folded::new));
  }
}
