package vn.timtin.understanding;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.timtin.analysis.TextToken;
import vn.timtin.search.QueryInterpretation.Kind;

/**
 * How a query was typed: with its diacritics, without any, or with some of them.
 *
 * <p>A marked syllable means what it says. An unmarked one among marked ones ({@code xe}, {@code
 * cho}) does too, if the articles of the index often write it without diacritics themselves; if
 * they hardly do ({@code nghi}), its diacritics were left out, and it may be any of its readings.
 * Who leaves diacritics out once does so again: then the articles must mostly write a syllable
 * without diacritics. The figures are in {@code docs/decisions/0011-understanding-queries.md}.
 */
final class Typing {
  /**
   * Of the articles that have the syllable in any spelling, the share that must have it without
   * diacritics.
   */
  private static final double MIN_UNMARKED_SHARE = 0.1;

  /** That share where the diacritics of another syllable were left out. */
  private static final double MIN_SHARE_BESIDE_OTHERS = 0.5;

  /** Goes by the diacritics of each syllable alone. */
  static final Typing BY_DIACRITICS = new Typing(false, Set.of());

  private final boolean anyMarked;
  private final Set<String> lackingDiacritics;

  private Typing(boolean anyMarked, Set<String> lackingDiacritics) {
    this.anyMarked = anyMarked;
    this.lackingDiacritics = lackingDiacritics;
  }

  /** Looks at the syllables of a whole query. */
  static Typing of(List<TextToken> syllables, Frequencies statistics) throws IOException {
    boolean anyMarked = syllables.stream().anyMatch(TextToken::isMarked);
    Map<String, Double> shares = new HashMap<>();
    if (anyMarked) {
      List<TextToken> unmarked = syllables.stream().filter(s -> !s.isMarked()).toList();
      statistics.prefetch(unmarked.stream().flatMap(s -> Stream.of(folded(s), exact(s))).toList());
      for (TextToken syllable : unmarked) {
        shares.put(syllable.exact(), unmarkedShare(syllable, statistics));
      }
    }
    Set<String> lackingDiacritics = below(MIN_UNMARKED_SHARE, shares);
    return new Typing(
        anyMarked,
        lackingDiacritics.isEmpty() ? lackingDiacritics : below(MIN_SHARE_BESIDE_OTHERS, shares));
  }

  private static Set<String> below(double least, Map<String, Double> shares) {
    return shares.keySet().stream()
        .filter(syllable -> shares.get(syllable) < least)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static double unmarkedShare(TextToken syllable, Frequencies statistics)
      throws IOException {
    double any = statistics.of(folded(syllable));
    int unmarked = statistics.of(exact(syllable));
    return any == 0 ? 1 : unmarked / any;
  }

  private static IndexTerm folded(TextToken syllable) {
    return IndexTerm.folded(Zone.TEXT, syllable.folded());
  }

  private static IndexTerm exact(TextToken syllable) {
    return IndexTerm.exact(Zone.TEXT, syllable.exact());
  }

  /** Yields what the syllable was taken for. */
  Kind kind(TextToken syllable) {
    if (syllable.isMarked()) {
      return Kind.MARKED;
    }
    boolean hasLetters = syllable.exact().chars().anyMatch(Character::isLetter);
    return hasLetters && !isExact(syllable) ? Kind.MARKS_LEFT_OUT : Kind.UNMARKED;
  }

  /** Whether the syllable asks for its exact form rather than for any of its readings. */
  boolean isExact(TextToken syllable) {
    return syllable.isMarked() || (anyMarked && !lackingDiacritics.contains(syllable.exact()));
  }

  /** Yields the term that the syllable asks for. */
  IndexTerm term(TextToken syllable, Zone zone) {
    return isExact(syllable)
        ? IndexTerm.exact(zone, syllable.exact())
        : IndexTerm.folded(zone, syllable.folded());
  }
}
