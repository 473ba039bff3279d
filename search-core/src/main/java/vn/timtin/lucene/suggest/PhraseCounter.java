package vn.timtin.lucene.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.timtin.words.VietnameseSegmenter;
import vn.timtin.words.Word;

/**
 * Counts in how many articles each word stands, and each row of words that belong together.
 *
 * <p>A row is counted if the same row without its last word was counted often enough (the a priori
 * rule of Agrawal and Srikant, "Fast algorithms for mining association rules", VLDB 1994): so most
 * of what stands together once never takes memory. For one thread; done with after {@link
 * #phrases}.
 */
final class PhraseCounter {
  /** Rows end at signs. */
  private static final int SIGN = -1;

  /** How much a word counts whose capital may be that of a sentence. */
  private static final int AT_START = 1;

  private static final int INSIDE = 100;

  /** No more of a text is looked at. */
  private static final int MAX_LETTERS = 10_000;

  /** In letters; what is longer is no word. */
  private static final int LONGEST_WORD = 40;

  /** Rows of so many words are counted; they are suggested in place of shorter ones alone. */
  private static final int LONGEST = 4;

  /** The share of a row's articles in which it must go on in one way to be left out for that. */
  private static final double GOES_ON = 0.8;

  private final VietnameseSegmenter segmenter = VietnameseSegmenter.ofNews();
  private final Map<String, Spelling> spellings = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> usual = new ArrayList<>();
  private int[] words = new int[1 << 12];
  private int size;
  private int[] ends = new int[1 << 8];
  private float[] freshness = new float[1 << 8];
  private int articles;

  /** How a word is written, and how often. */
  private static final class Spelling {
    final String text;
    final int word;
    int uses;

    Spelling(String text, int word) {
      this.text = text;
      this.word = word;
    }
  }

  /**
   * Adds an article.
   *
   * @param texts what is looked at
   * @param fresh what it counts for being new
   */
  void add(List<String> texts, float fresh) {
    for (String text : texts) {
      read(text);
    }
    if (articles == ends.length) {
      ends = Arrays.copyOf(ends, 2 * articles);
      freshness = Arrays.copyOf(freshness, 2 * articles);
    }
    ends[articles] = size;
    freshness[articles++] = fresh;
  }

  private void read(String whole) {
    String text = whole.substring(0, Math.min(whole.length(), MAX_LETTERS));
    for (Word word : segmenter.segment(text)) {
      String letters = PhraseText.shown(text, word.start(), word.end());
      if (letters.isEmpty() || letters.length() > LONGEST_WORD) {
        append(SIGN);
        continue;
      }
      boolean starts = size == 0 || words[size - 1] == SIGN;
      Spelling spelling = spellings.computeIfAbsent(letters, this::spelling);
      spelling.uses += starts ? AT_START : INSIDE;
      append(spelling.word);
    }
    append(SIGN);
  }

  private Spelling spelling(String letters) {
    int word = numbers.computeIfAbsent(PhraseText.key(letters), key -> numbers.size());
    return new Spelling(letters, word);
  }

  private void append(int word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
    words[size++] = word;
  }

  /**
   * Yields the words and rows of words that at least {@code least} articles have, in no order.
   *
   * <p>A row that nearly always goes on in the same way is left out for the longer one: {@code máy
   * bay không người} for {@code máy bay không người lái}.
   */
  List<Phrase> phrases(int least) {
    chooseSpellings();
    List<Phrase> found = new ArrayList<>();
    int[] rowAt = Arrays.copyOf(words, size); // the number of the row that begins at each place
    Rows rows = count(1, null, least, rowAt);
    for (int length = 1; length < LONGEST; length++) {
      Rows longer = count(length + 1, rows, least, rowAt);
      BitSet goingOn = longer.goingOn(rows);
      BitSet goOn = new BitSet();
      if (length > 1) { // a word stays
        goingOn.stream().forEach(row -> goOn.set(longer.beginnings[row]));
      }
      for (int row = 0; row < rows.size; row++) {
        if (!goOn.get(row)) {
          collect(rows, row, length, least, found);
        }
      }
      if (length + 1 == LONGEST) {
        goingOn.stream().forEach(row -> collect(longer, row, LONGEST, least, found));
      }
      rows = longer;
    }
    return found;
  }

  /** Counts the rows of a length whose beginning was counted often enough. */
  private Rows count(int length, @Nullable Rows shorter, int least, int[] rowAt) {
    var rows = new Rows();
    int place = 0;
    for (int article = 0; article < articles; article++) {
      for (; place < ends[article]; place++) {
        int last = place + length - 1;
        boolean counts =
            rowAt[place] != SIGN
                && last < ends[article]
                && words[last] != SIGN
                && (shorter == null || shorter.articles[rowAt[place]] >= least);
        rowAt[place] =
            counts
                ? rows.add(
                    shorter == null ? 0 : rowAt[place],
                    words[last],
                    place,
                    article,
                    freshness[article])
                : SIGN;
      }
    }
    return rows;
  }

  private void collect(Rows rows, int row, int length, int least, List<Phrase> into) {
    int first = rows.places[row];
    if (rows.articles[row] >= least && mayStand(first, first + length - 1)) {
      var text = new StringBuilder();
      for (int i = first; i < first + length; i++) {
        text.append(i == first ? "" : " ").append(usual.get(words[i]));
      }
      into.add(new Phrase(text.toString(), rows.articles[row], rows.freshness[row]));
    }
  }

  /** Whether someone may want the words from one place to another. */
  private boolean mayStand(int first, int last) {
    String beginning = usual.get(words[first]);
    return Character.isLetter(beginning.codePointAt(0))
        && FunctionWords.mayBegin(beginning)
        && FunctionWords.mayEnd(usual.get(words[last]));
  }

  private void chooseSpellings() {
    for (int i = 0; i < numbers.size(); i++) {
      usual.add("");
    }
    int[] uses = new int[numbers.size()];
    for (Spelling spelling : spellings.values()) {
      int word = spelling.word;
      boolean isMoreUsual =
          spelling.uses > uses[word]
              || spelling.uses == uses[word] && spelling.text.compareTo(usual.get(word)) > 0;
      if (isMoreUsual) {
        uses[word] = spelling.uses;
        usual.set(word, spelling.text);
      }
    }
    for (int word = 0; word < uses.length; word++) {
      if (uses[word] < INSIDE) {
        usual.set(word, PhraseText.withoutCapitalOfSentence(usual.get(word)));
      }
    }
  }

  /** Rows of one length: their number, by that of the row without its last word and that word. */
  private static final class Rows {
    private long[] keys = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    int[] articles = new int[1 << 8];
    float[] freshness = new float[1 << 8];
    int[] places = new int[1 << 8];

    /** The number of the row without the last word. */
    int[] beginnings = new int[1 << 8];

    private int[] lastArticles = new int[1 << 8];
    int size;

    int add(int before, int word, int place, int article, float fresh) {
      long key = (long) before << 32 | word;
      int slot = slot(key);
      if (numbers[slot] == 0) {
        if (2 * size > keys.length) {
          grow();
          slot = slot(key);
        }
        if (size == articles.length) {
          articles = Arrays.copyOf(articles, 2 * size);
          freshness = Arrays.copyOf(freshness, 2 * size);
          places = Arrays.copyOf(places, 2 * size);
          beginnings = Arrays.copyOf(beginnings, 2 * size);
          lastArticles = Arrays.copyOf(lastArticles, 2 * size);
        }
        keys[slot] = key;
        places[size] = place;
        beginnings[size] = before;
        lastArticles[size] = -1;
        numbers[slot] = ++size;
      }
      int row = numbers[slot] - 1;
      if (lastArticles[row] != article) {
        lastArticles[row] = article;
        articles[row]++;
        freshness[row] += fresh;
      }
      return row;
    }

    /** Yields the rows that nearly all shorter ones with the same beginning go on to. */
    BitSet goingOn(Rows shorter) {
      var goingOn = new BitSet();
      for (int row = 0; row < size; row++) {
        if (articles[row] > GOES_ON * shorter.articles[beginnings[row]]) {
          goingOn.set(row);
        }
      }
      return goingOn;
    }

    private int slot(long key) {
      int mask = keys.length - 1;
      int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
      while (numbers[slot] != 0 && keys[slot] != key) {
        slot = slot + 1 & mask;
      }
      return slot;
    }

    private void grow() {
      long[] oldKeys = keys;
      int[] oldNumbers = numbers;
      keys = new long[2 * oldKeys.length];
      numbers = new int[2 * oldKeys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldNumbers[i] != 0) {
          int slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          numbers[slot] = oldNumbers[i];
        }
      }
    }
  }
}
