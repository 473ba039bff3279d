package vn.timtin.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.TextToken;

/**
 * A run of words of a query.
 *
 * @param text of which they are the words
 * @param words in their order
 * @param written as they are probably written, with the diacritics that they have not
 * @param stacked for each word the terms that stand at its place: those of a whole that it begins
 * @param joined which of the words, which are syllables, belong to one word with the one before
 * @param asking which of the words only ask, of a question
 * @param synonyms what else may stand for some of the words; in their order, never overlapping
 */
record Wording(
    String text,
    List<TextToken> words,
    List<TextToken> written,
    List<List<TextToken>> stacked,
    BitSet joined,
    BitSet asking,
    List<Synonyms.Match> synonyms) {

  /** So many words or rows of words are looked for by their other names too. */
  private static final int MAX_NAMES = 6;

  /** Takes the tokens of a text as far as {@code most} words. */
  static Wording of(String text, String written, AnalyzedTexts texts, int most, Synonyms synonyms) {
    List<TextToken> tokens = texts.tokens(text);
    List<TextToken> words = new ArrayList<>();
    List<List<TextToken>> stacked = new ArrayList<>();
    for (TextToken token : tokens) {
      if (token.isStacked()) {
        stacked.getLast().add(token);
      } else if (words.size() == most) {
        break;
      } else {
        words.add(token);
        stacked.add(new ArrayList<>());
      }
    }
    List<TextToken> withDiacritics = texts.words(written);
    return new Wording(
        text,
        words,
        withDiacritics.size() < words.size() ? words : withDiacritics.subList(0, words.size()),
        stacked,
        texts.joined(text, words, written),
        QuestionWords.of(words, text.indexOf('?') >= 0),
        synonyms.find(tokens).stream()
            .filter(match -> match.end() <= words.size())
            .limit(MAX_NAMES)
            .toList());
  }

  /** Yields the exact terms of the words from {@code first} up to {@code end}. */
  List<String> exact(int first, int end) {
    return words.subList(first, end).stream().map(TextToken::exact).toList();
  }

  /**
   * Yields the words from {@code first} up to {@code end} as steps of a row.
   *
   * @param isExact whether a word is what it was typed as, and no other with the same syllables
   */
  List<QueryPlan.Word> row(int first, int end, Predicate<TextToken> isExact) {
    List<QueryPlan.Word> row = new ArrayList<>();
    for (int i = first; i < end; i++) {
      List<QueryPlan.Reading> readings = new ArrayList<>();
      for (TextToken token : termsAt(i)) {
        boolean exact = isExact.test(token);
        readings.add(new QueryPlan.Reading(exact ? token.exact() : token.folded(), !exact));
      }
      row.add(new QueryPlan.Word(words.get(i).exact(), readings));
    }
    return row;
  }

  /** Yields the text from the word {@code first} up to the word before {@code end}. */
  String typed(int first, int end) {
    return text.substring(words.get(first).start(), words.get(end - 1).end());
  }

  /** Yields the text of a term. */
  String typed(TextToken token) {
    return text.substring(token.start(), token.end());
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  int size() {
    return words.size();
  }

  /** Yields the word and the terms at its place. */
  List<TextToken> termsAt(int index) {
    List<TextToken> terms = new ArrayList<>(List.of(words.get(index)));
    terms.addAll(stacked.get(index));
    return terms;
  }

  /** Whether this word and the one before it stand in one sentence, so that they are a bigram. */
  boolean formsBigramWithPrevious(int index) {
    return words.get(index - 1).formsBigramWith(words.get(index));
  }

  /** Yields the term of this word and the one before it. */
  IndexTerm bigramWithPrevious(int index, Zone zone) {
    return IndexTerm.bigram(zone, words.get(index - 1).folded(), words.get(index).folded());
  }
}
