package vn.timtin.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.timtin.analysis.VietnameseAnalyzer.Form;

/** An index of which only its frequencies are there, and that counts how often it is asked. */
final class KnownFrequencies implements TermStatistics {
  private final int documents;
  private final Map<IndexTerm, Integer> frequencies = new HashMap<>();
  private final List<List<IndexTerm>> asked = new ArrayList<>();

  KnownFrequencies(int documents) {
    this.documents = documents;
  }

  /** So many articles have this word, with just these diacritics and all in all. */
  KnownFrequencies word(String exact, int ofExact, String folded, int ofFolded) {
    frequencies.put(new IndexTerm(Zone.TEXT, Form.EXACT, exact), ofExact);
    frequencies.put(new IndexTerm(Zone.TEXT, Form.FOLDED, folded), ofFolded);
    return this;
  }

  /** So many articles have these two folded words side by side. */
  KnownFrequencies bigram(String words, int articles) {
    frequencies.put(new IndexTerm(Zone.TEXT, Form.BIGRAMS, words), articles);
    return this;
  }

  @Override
  public int documents() {
    return documents;
  }

  @Override
  public int[] frequencies(List<IndexTerm> terms) {
    asked.add(List.copyOf(terms));
    return terms.stream().mapToInt(term -> frequencies.getOrDefault(term, 0)).toArray();
  }

  /** What was asked for at once, time after time. */
  List<List<IndexTerm>> asked() {
    return asked;
  }
}
