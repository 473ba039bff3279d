package vn.timtin.understanding;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.words.VietnameseSegmenter;

/** The texts of one query, each analyzed once: how it was typed and what it asks for need it. */
final class AnalyzedTexts {
  private final Map<String, List<TextToken>> tokens = new HashMap<>();

  /** So many words of a text. */
  private record Beginning(String text, int words) {}

  private final Map<Beginning, BitSet> joined = new HashMap<>();

  /** Yields the tokens of a text. */
  List<TextToken> tokens(String text) {
    return tokens.computeIfAbsent(text, VietnameseAnalyzer::tokens);
  }

  /** Yields the tokens of a text without those that stand at the place of another one. */
  List<TextToken> words(String text) {
    return tokens(text).stream().filter(token -> !token.isStacked()).toList();
  }

  /**
   * Yields which of the words of a text, which are syllables, belong to one word with the one
   * before.
   *
   * @param words of the text, from the first one on
   */
  BitSet joined(String text, List<TextToken> words) {
    return joined.computeIfAbsent(
        new Beginning(text, words.size()),
        unknown -> VietnameseSegmenter.ofNews().joined(text, words));
  }

  /**
   * Yields which of the words of a text belong to one with the word before.
   *
   * @param written the text as it is probably written: without diacritics it is hardly known where
   *     words end
   */
  BitSet joined(String text, List<TextToken> words, String written) {
    List<TextToken> syllables = words(written);
    return syllables.size() < words.size() || written.equals(text)
        ? joined(text, words)
        : joined(written, syllables.subList(0, words.size()));
  }
}
