package vn.timtin.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * What a text is after a stage of analysis, for people who want to see why something matched.
 *
 * @param name of the stage: {@code characters}, {@code tokens}, or the form of the terms that it
 *     makes, {@code exact}, {@code folded}, {@code bigrams}
 * @param tokens in the order of the text
 */
public record AnalysisStage(String name, List<Token> tokens) {
  /**
   * A token.
   *
   * @param term what is indexed
   * @param start where it begins in the given text, in UTF-16 units
   * @param end where it ends, exclusive
   * @param position the number of its place, from 0
   * @param type what kind of token it is
   */
  public record Token(String term, int start, int end, int position, String type) {}

  /** Copies the tokens. */
  public AnalysisStage {
    tokens = List.copyOf(tokens);
  }

  /**
   * Yields the tokens of the text after each stage, the first stage first: {@code characters},
   * which is the whole text as one token, {@code tokens}, {@code exact}, {@code folded}, {@code
   * bigrams}.
   */
  public static List<AnalysisStage> of(String text) {
    List<AnalysisStage> stages = new ArrayList<>();
    String settled = VietnameseCharFilter.settle(text);
    stages.add(
        new AnalysisStage(
            "characters",
            text.isEmpty() ? List.of() : List.of(new Token(settled, 0, text.length(), 0, "word"))));
    try (Analyzer tokenizer = new TokenizerAlone()) {
      stages.add(new AnalysisStage("tokens", tokens(tokenizer, text)));
    }
    for (VietnameseAnalyzer.Form form : VietnameseAnalyzer.Form.values()) {
      // pairs is what those who read the stages know bigrams by
      String name =
          switch (form) {
            case EXACT -> "exact";
            case FOLDED -> "folded";
            case BIGRAMS -> "pairs";
          };
      try (Analyzer analyzer = new VietnameseAnalyzer(form)) {
        stages.add(new AnalysisStage(name, tokens(analyzer, text)));
      }
    }
    return stages;
  }

  private static final class TokenizerAlone extends Analyzer {
    @Override
    protected Reader initReader(String fieldName, Reader reader) {
      return new VietnameseCharFilter(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      return new TokenStreamComponents(new VietnameseTokenizer());
    }
  }

  private static List<Token> tokens(Analyzer analyzer, String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      var type = stream.addAttribute(TypeAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        tokens.add(
            new Token(
                term.toString(), offset.startOffset(), offset.endOffset(), position, type.type()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return tokens;
  }
}
