package vn.timtin.understanding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How frequent the terms of one query are, each asked for once. For one thread. */
final class Frequencies {
  /** From so many documents on, their shares are no chance. */
  private static final int LARGE = 1_000;

  private final TermStatistics statistics;
  private final int documents;
  private final Map<IndexTerm, Integer> known = new HashMap<>();

  Frequencies(TermStatistics statistics) {
    this.statistics = statistics;
    this.documents = statistics.documents();
  }

  /** Yields how many documents the index has. */
  int documents() {
    return documents;
  }

  /** Whether there are so many articles that few of them having a term are no chance. */
  boolean canTellChance() {
    return documents >= LARGE;
  }

  /** Asks for all of these at once, as far as they are not known. */
  void prefetch(Collection<IndexTerm> terms) throws IOException {
    List<IndexTerm> unknown = new ArrayList<>(terms.size());
    for (IndexTerm term : terms) {
      if (known.putIfAbsent(term, 0) == null) {
        unknown.add(term);
      }
    }
    if (!unknown.isEmpty()) {
      int[] found = statistics.frequencies(unknown);
      for (int i = 0; i < found.length; i++) {
        known.put(unknown.get(i), found[i]);
      }
    }
  }

  /** Yields how many documents have the term. */
  int of(IndexTerm term) throws IOException {
    Integer frequency = known.get(term);
    if (frequency == null) {
      frequency = statistics.frequencies(List.of(term))[0];
      known.put(term, frequency);
    }
    return frequency;
  }

  /** The inverse document frequency of a term, as BM25 has it; infinite where no article has it. */
  double rarity(IndexTerm term) throws IOException {
    double frequency = of(term);
    return frequency == 0 ? Double.POSITIVE_INFINITY : TermStatistics.idf(frequency, documents);
  }

  /** Yields what {@link #rarity} is at most, but for infinity. */
  double maxRarity() {
    return Math.log(1 + documents + 0.5);
  }
}
