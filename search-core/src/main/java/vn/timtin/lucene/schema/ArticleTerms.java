package vn.timtin.lucene.schema;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.SentenceAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.analysis.VietnameseCharFilter;
import vn.timtin.analysis.VietnameseTokenizer;
import vn.timtin.article.Article;
import vn.timtin.lucene.codec.BigramCounts;
import vn.timtin.lucene.codec.PackedBigrams;
import vn.timtin.lucene.schema.Spellings.Folded;
import vn.timtin.lucene.schema.Spellings.Spelling;
import vn.timtin.understanding.Zone;

/**
 * All terms of one article: its text is read once, and every zone and form is filled on the way.
 *
 * <p>For one thread; {@link #read} replaces what was read before, so that buffers are reused.
 */
public final class ArticleTerms {
  /** How often the title counts in the whole text: what it says is what the article is about. */
  private static final int TITLE_COUNT = 3;

  /** How often the lead counts. */
  private static final int LEAD_COUNT = 3;

  /** How often the opening of the body counts, and how many syllables it has. */
  private static final int OPENING_COUNT = 2;

  private static final int OPENING = 100;

  private static final BytesRef LEAD_START = new BytesRef(Fields.LEAD_START);
  private static final BytesRef LEAD_END = new BytesRef(Fields.LEAD_END);
  private static final BytesRef BODY_START = new BytesRef(Fields.BODY_START);

  private final Spellings spellings = new Spellings();
  private final StringBuilder settled = new StringBuilder();
  private final SequenceReader reader = new SequenceReader();
  private final Tokenizer tokenizer = new VietnameseTokenizer();
  private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
  private final SentenceAttribute sentence = tokenizer.addAttribute(SentenceAttribute.class);
  private final PositionIncrementAttribute increment =
      tokenizer.addAttribute(PositionIncrementAttribute.class);

  // The whole text in its order: the terms with their position increments.
  private BytesRef[] exact = new BytesRef[4096];
  private BytesRef[] folded = new BytesRef[4096];
  private byte[] increments = new byte[4096];
  private int size;

  private final BigramCounts bigrams = new BigramCounts();

  /** The distinct folded terms, in the order of their first occurrence. */
  private final List<Folded> foldedTerms = new ArrayList<>();

  // What is given out, article after article.
  private final Syllables exactText = new Exact();
  private final DistinctFolded foldedText = new DistinctFolded();
  private final Bigrams bigramsText = new Bigrams(true);
  private final Syllables exactTitle = new Syllables();
  private final Syllables foldedTitle = new Syllables();
  private final Bigrams bigramsTitle = new Bigrams(false);

  // Where the title ends in the whole text and among the bigrams.
  private int titleEnd;
  private int titleBigrams;

  /** Takes the terms of one field. */
  @FunctionalInterface
  public interface FieldConsumer {
    void accept(Zone zone, Form form, TokenStream terms);
  }

  /** Reads the article's text in the order of {@link Zone#TEXT}. */
  public void read(Article article) {
    clear();
    try {
      add(article.title(), TITLE_COUNT, 0);
      titleEnd = size;
      titleBigrams = bigrams.size();
      mark(LEAD_START);
      int leadStart = size;
      add(article.summary(), LEAD_COUNT, 0);
      int leadEnd = size;
      mark(LEAD_END);
      for (String caption : article.captions()) {
        add(caption, 1, 0);
      }
      for (String tag : article.tags()) {
        add(tag, 1, 0);
      }
      repeat(0, titleEnd, TITLE_COUNT - 1);
      repeat(leadStart, leadEnd, LEAD_COUNT - 1);
      mark(BODY_START);
      int bodyStart = size;
      add(article.body(), 1, OPENING);
      repeat(bodyStart, Math.min(bodyStart + OPENING, size), OPENING_COUNT - 1);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Passes on each field that has terms. */
  public void forEachField(FieldConsumer consumer) {
    consumer.accept(Zone.TEXT, Form.EXACT, exactText.of(exact, 0, size));
    consumer.accept(Zone.TEXT, Form.FOLDED, foldedText);
    consumer.accept(Zone.TEXT, Form.BIGRAMS, bigramsText.first(bigrams.size()));
    if (titleEnd > 0) {
      consumer.accept(Zone.TITLE, Form.EXACT, exactTitle.of(exact, 0, titleEnd));
      consumer.accept(Zone.TITLE, Form.FOLDED, foldedTitle.of(folded, 0, titleEnd));
      consumer.accept(Zone.TITLE, Form.BIGRAMS, bigramsTitle.first(titleBigrams));
    }
  }

  private void clear() {
    foldedTerms.forEach(known -> known.count = 0);
    foldedTerms.clear();
    spellings.trim();
    bigrams.clear();
    size = 0;
  }

  private void mark(BytesRef boundary) {
    addToken(boundary, boundary, 1);
  }

  /**
   * Adds a text.
   *
   * @param times how often it counts
   * @param opening how many tokens at its beginning count more
   */
  private void add(String text, int times, int opening) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    int start = size;
    Folded previous = null;
    int previousSentence = -1;
    try {
      tokenizer.setReader(reader.of(VietnameseCharFilter.settle(text, settled)));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        Spelling spelling = spellings.get(term.buffer(), term.length());
        Folded known = spelling.folded;
        if (known.count == 0) {
          foldedTerms.add(known);
        }
        int count = size - start < opening ? OPENING_COUNT : times;
        known.count += count;
        if (increment.getPositionIncrement() == 0) {
          addToken(spelling.exact, known.term, 0);
          continue;
        }
        // A gap of one place between title, summary, captions and body: no phrase crosses it.
        addToken(spelling.exact, known.term, previous == null ? 2 : 1);
        if (previous != null && sentence.getSentenceIndex() == previousSentence) {
          bigrams.add(previous, known, count);
        }
        previous = known;
        previousSentence = sentence.getSentenceIndex();
      }
      tokenizer.end();
    } finally {
      tokenizer.close();
    }
  }

  private void addToken(BytesRef exactTerm, BytesRef foldedTerm, int positionIncrement) {
    if (size == exact.length) {
      exact = Arrays.copyOf(exact, size * 2);
      folded = Arrays.copyOf(folded, size * 2);
      increments = Arrays.copyOf(increments, size * 2);
    }
    exact[size] = exactTerm;
    folded[size] = foldedTerm;
    increments[size++] = (byte) positionIncrement;
  }

  private void repeat(int start, int end, int times) {
    for (int time = 0; time < times; time++) {
      for (int i = start; i < end; i++) {
        addToken(exact[i], folded[i], increments[i]);
      }
    }
  }

  // The streams set all their attributes at each token, so there is nothing to clear before it.

  /** Terms one after the other. */
  private static class Syllables extends TokenStream {
    private final BytesTermAttribute bytes = addAttribute(BytesTermAttribute.class);
    private BytesRef[] terms = {};
    private int start;
    private int end;
    int next;

    Syllables of(BytesRef[] all, int first, int afterLast) {
      terms = all;
      start = first;
      end = afterLast;
      return this;
    }

    @Override
    public boolean incrementToken() {
      if (next == end) {
        return false;
      }
      bytes.setBytesRef(terms[next++]);
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      clearAttributes(); // the end of the article before has set them
      next = start;
    }
  }

  /** Exact terms at their places. */
  private final class Exact extends Syllables {
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);

    @Override
    public boolean incrementToken() {
      boolean more = super.incrementToken();
      if (more) {
        increment.setPositionIncrement(increments[next - 1]);
      }
      return more;
    }
  }

  /** Each folded term of the whole text once, with how often it counts. */
  private final class DistinctFolded extends TokenStream {
    private final BytesTermAttribute bytes = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private int next;

    @Override
    public boolean incrementToken() {
      if (next == foldedTerms.size()) {
        return false;
      }
      Folded known = foldedTerms.get(next++);
      bytes.setBytesRef(known.term);
      frequency.setTermFrequency(known.count);
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      clearAttributes(); // the end of the article before has set them
      next = 0;
    }
  }

  /** The first bigrams of the article, packed: a token holds many, and counts as many. */
  private final class Bigrams extends TokenStream {
    private final BytesTermAttribute bytes = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final PackedBigrams packed = new PackedBigrams();
    private final BytesRef bigram = new BytesRef(16);
    private final BytesRef token = new BytesRef();
    private final boolean counted;
    private int end;
    private int next;

    Bigrams(boolean counted) {
      this.counted = counted;
    }

    Bigrams first(int count) {
      end = count;
      return this;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (next == end) {
        return false;
      }
      packed.clear();
      while (next < end && packed.hasRoom()) {
        bigrams.term(next, bigram);
        packed.add(bigram, counted ? bigrams.count(next) : 1);
        next++;
      }
      packed.token(token);
      bytes.setBytesRef(token);
      frequency.setTermFrequency(packed.total());
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      clearAttributes(); // the end of the article before has set them
      next = 0;
    }
  }

  /** Reads one text after the other. */
  private static final class SequenceReader extends Reader {
    private CharSequence text = "";
    private int next;

    SequenceReader of(CharSequence sequence) {
      text = sequence;
      next = 0;
      return this;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      if (next == text.length()) {
        return -1;
      }
      int count = Math.min(length, text.length() - next);
      if (text instanceof String string) {
        string.getChars(next, next + count, buffer, offset);
      } else {
        ((StringBuilder) text).getChars(next, next + count, buffer, offset);
      }
      next += count;
      return count;
    }

    @Override
    public void close() {}
  }
}
