package vn.timtin.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.SentenceAttribute;

/**
 * Analyzes Vietnamese text into one of three forms of terms.
 *
 * <p>For {@code Hội nghị sơ kết} they are: <i>exact</i> {@code hội nghị sơ kết}, the syllables in
 * their canonical spelling; <i>folded</i> {@code hoi nghi so ket}, the syllables without
 * diacritics; <i>bigrams</i> {@code hoi nghi}, {@code nghi so}, {@code so ket}. Offsets always
 * point into the text as it was given. Safe for many threads.
 *
 * <p>It is the same as its parts by their names, in Lucene, Solr or OpenSearch:
 *
 * <pre>{@code
 * CustomAnalyzer.builder()
 *     .addCharFilter("vietnameseCharacters")
 *     .withTokenizer("vietnamese")
 *     .addTokenFilter("vietnameseNormalization")   // exact
 *     .addTokenFilter("vietnameseFolding")         // folded
 *     .addTokenFilter("vietnameseBigrams")           // bigrams
 *     .build();
 * }</pre>
 */
public final class VietnameseAnalyzer extends Analyzer {
  /** A form of terms; each is made from the one before it by one more filter. */
  public enum Form {
    /** Syllables in lower case and NFC, with their diacritics. */
    EXACT,
    /** Syllables without diacritics. */
    FOLDED,
    /** Bigrams of neighbouring syllables without diacritics. */
    BIGRAMS
  }

  private final Form form;

  /** Analyzes into terms of this form. */
  public VietnameseAnalyzer(Form form) {
    this.form = form;
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new VietnameseCharFilter(reader);
  }

  @Override
  protected Reader initReaderForNormalization(String fieldName, Reader reader) {
    return new VietnameseCharFilter(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer tokenizer = new VietnameseTokenizer();
    TokenStream exact = new VietnameseNormalizationFilter(tokenizer);
    return new TokenStreamComponents(
        tokenizer,
        switch (form) {
          case EXACT -> exact;
          case FOLDED -> new VietnameseFoldingFilter(exact);
          case BIGRAMS -> new SyllableBigramFilter(new VietnameseFoldingFilter(exact));
        });
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    TokenStream exact = new VietnameseNormalizationFilter(in);
    return form == Form.EXACT ? exact : new VietnameseFoldingFilter(exact);
  }

  /**
   * Yields the tokens of the text in their order, each with its exact and its folded term.
   *
   * <p>The text is analyzed once, so this is what a query or a highlighter works on.
   */
  public static List<TextToken> tokens(String text) {
    TextReader reader = TextReader.IDLE.poll();
    if (reader == null) {
      reader = new TextReader();
    }
    try {
      List<TextToken> tokens = reader.read(text);
      TextReader.IDLE.add(reader);
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Yields the tokens of the text without those that stand at the place of another one. */
  public static List<TextToken> words(String text) {
    return tokens(text).stream().filter(token -> !token.isStacked()).toList();
  }

  /** Reads texts one after the other: a tokenizer has too many parts to make one for each query. */
  private static final class TextReader {
    static final Queue<TextReader> IDLE = new ConcurrentLinkedQueue<>();

    private final Tokenizer tokenizer = new VietnameseTokenizer();
    private final TokenStream tokens = new VietnameseNormalizationFilter(tokenizer);
    private final CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
    private final SentenceAttribute sentence = tokens.addAttribute(SentenceAttribute.class);
    private final PositionIncrementAttribute increment =
        tokens.addAttribute(PositionIncrementAttribute.class);

    List<TextToken> read(String text) throws IOException {
      List<TextToken> found = new ArrayList<>();
      tokenizer.setReader(new VietnameseCharFilter(new StringReader(text)));
      try (tokens) {
        tokens.reset();
        while (tokens.incrementToken()) {
          String exact = term.toString();
          found.add(
              new TextToken(
                  exact,
                  Folding.fold(exact),
                  offset.startOffset(),
                  offset.endOffset(),
                  sentence.getSentenceIndex(),
                  increment.getPositionIncrement() == 0));
        }
        tokens.end();
      }
      return found;
    }
  }
}
