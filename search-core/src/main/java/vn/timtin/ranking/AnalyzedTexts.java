package vn.timtin.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;

/** The texts of one query, each analyzed once: how it was typed and what it asks for need it. */
final class AnalyzedTexts {
  private final Map<String, List<TextToken>> tokens = new HashMap<>();

  /** Yields the tokens of a text. */
  List<TextToken> tokens(String text) {
    return tokens.computeIfAbsent(text, VietnameseAnalyzer::tokens);
  }

  /** Yields the tokens of a text without those that stand at the place of another one. */
  List<TextToken> words(String text) {
    return tokens(text).stream().filter(token -> !token.isStacked()).toList();
  }
}
