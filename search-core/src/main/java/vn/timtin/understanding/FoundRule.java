package vn.timtin.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.timtin.search.Matched;
import vn.timtin.search.Matching;
import vn.timtin.understanding.QueryPlan.Amounts;
import vn.timtin.understanding.QueryPlan.Asked;
import vn.timtin.understanding.QueryPlan.Cover;
import vn.timtin.understanding.QueryPlan.Level;
import vn.timtin.understanding.QueryPlan.Needed;
import vn.timtin.understanding.QueryPlan.Part;

/**
 * Which articles are an answer to some words: those that have what was asked.
 *
 * <p>The levels go from all of it to any of it, and the first one counts on which enough articles
 * are: the words as words, their syllables side by side; of few words, every syllable; then what
 * has most of the words, each weighed by how much it says (its inverse document frequency), and
 * something of them side by side. So words that only ask, and frequent ones, are the first that may
 * be missing. The shares are measured in {@code docs/decisions/0018-what-is-found.md}.
 */
final class FoundRule {
  /** Of so few words all must be there, if enough articles have them; parts of titles have more. */
  static final int FEW = 4;

  /** So many syllables side by side may be a word, or a name. */
  private static final int LONGEST_WORD = 3;

  /** With so many articles that have few words as words, others are no answers. */
  private static final int ENOUGH_WITH_FEW_WORDS = 200;

  /** With so many articles that have many words as words, others are no answers. */
  private static final int ENOUGH_WITH_WORDS = 100;

  /** With so many articles that have all syllables as they were typed, others are no answers. */
  private static final int ENOUGH_WITH_SYLLABLES = 100;

  /** With so many articles that have all syllables, diacritics aside, others are no answers. */
  private static final int ENOUGH = 10;

  /**
   * What an article has that has most of a query.
   *
   * @param syllables the share of their weight
   * @param bigrams the share of their weight, too
   */
  private record Shares(double syllables, double bigrams) {}

  /**
   * What is most of a query.
   *
   * @param articles so many that have these shares, or those before, are enough
   */
  private record Enough(Shares shares, int articles) {}

  private static final Shares MOST_OF_FEW = new Shares(0.35, 0);

  /** Of few words, where a program asks for most of what it says. */
  private static final Shares HALF = new Shares(0.5, 0);

  /** Less and less of many words, and how many articles must have it. */
  private static final List<Enough> MOST =
      List.of(
          new Enough(new Shares(0.46, 0.2), 17),
          new Enough(new Shares(0.4, 0.15), 17),
          new Enough(new Shares(0.32, 0.09), 17));

  /**
   * An answer repeats less of its question than a report of its headline: much of it, or less with
   * something side by side.
   */
  private static final List<Enough> MOST_OF_QUESTION =
      List.of(
          new Enough(new Shares(0.55, 0), Integer.MAX_VALUE),
          new Enough(new Shares(0.4, 0.04), Integer.MAX_VALUE),
          new Enough(new Shares(0.3, 0.08), 1));

  /** What of a word's weight depends on its restored diacritics, which may be wrong. */
  private static final double RESTORED = 0.7;

  private static final Shares SOME = new Shares(0.25, 0);

  /** Weights of parts are whole numbers, so that sums of them are exact. */
  private static final double UNIT = 100;

  /**
   * What is asked for at a place.
   *
   * @param alternatives any of which an article has that has it
   * @param anyDiacritics the same, marks aside
   * @param weight how much the alternatives say
   * @param weightOfAny how much they say, marks aside, if the words are few
   * @param restored those of the alternatives that have the diacritics which were restored; none if
   *     they were typed
   * @param isNeeded whether an article lacks something that has not got it
   * @param asks whether it is a word that only asks
   */
  record Place(
      List<Asked> alternatives,
      List<Asked> anyDiacritics,
      List<Asked> restored,
      double weight,
      double weightOfAny,
      boolean isNeeded,
      boolean asks) {}

  /** What is asked for of a place and the one before. */
  record Bigram(List<Asked> alternatives, double weight, boolean isInWord) {}

  private final List<Place> places;
  private final List<Bigram> bigrams;
  private final boolean isInOrder;
  private final @Nullable Asked inARow;
  private final boolean isOneWord;
  private final List<Asked> phrases;
  private final List<Asked> others;
  private final Asked any;

  /**
   * @param places of the words, in their order
   * @param bigrams of neighbours in one sentence
   * @param isInOrder whether the words are in the order in which they were typed
   * @param inARow all words one after the other, if that tells more than their bigrams
   * @param isOneWord whether they are one word, or were typed as a name
   * @param phrases whose words are among the places
   * @param others what else was asked for
   * @param any what an article has that has anything at all of the query
   */
  FoundRule(
      List<Place> places,
      List<Bigram> bigrams,
      boolean isInOrder,
      @Nullable Asked inARow,
      boolean isOneWord,
      List<Asked> phrases,
      List<Asked> others,
      Asked any) {
    this.places = places;
    this.bigrams = bigrams;
    this.isInOrder = isInOrder;
    this.inARow = inARow;
    this.isOneWord = isOneWord;
    this.phrases = phrases;
    this.others = others;
    this.any = any;
  }

  /** Yields the levels that count, the strictest first. */
  List<Level> levels(Matching matching) {
    List<Level> levels = new ArrayList<>();
    switch (matching) {
      case ALL ->
          levels.add(
              new Level(
                  Matched.ALL,
                  areAllKnown() ? words() : new QueryPlan.Nothing("no article has a word"),
                  0));
      case MOST ->
          levels.add(
              isFew()
                  ? new Level(Matched.MOST, cover(syllableParts(false), HALF), 0)
                  : new Level(Matched.MOST, cover(parts(), MOST.getFirst().shares()), 0));
      case ANY -> levels.add(new Level(Matched.SOME, any, 0));
      case AUTO -> addAll(levels);
    }
    return levels;
  }

  private int size() {
    return places.size() + others.size();
  }

  private boolean isFew() {
    return size() <= FEW;
  }

  /** Whether some article has each of the words, so that one may have them all. */
  private boolean areAllKnown() {
    return places.stream().allMatch(place -> place.isNeeded() || place.asks());
  }

  private void addAll(List<Level> levels) {
    Matched all = areAllKnown() ? Matched.ALL : Matched.MOST;
    if (size() == 1) {
      levels.add(new Level(all, words(), 1));
      levels.add(new Level(Matched.SOME, any, 0));
      return;
    }
    boolean isOne = isOneWord && others.isEmpty();
    if (isInOrder && (isOne || size() <= LONGEST_WORD)) {
      levels.add(new Level(all, inARow(), isOne ? 1 : ENOUGH));
    }
    List<Part> syllables = syllableParts(isFew());
    if (isFew()) {
      levels.add(new Level(all, words(), ENOUGH_WITH_FEW_WORDS));
      levels.add(new Level(all, syllables(), ENOUGH_WITH_SYLLABLES));
      levels.add(new Level(all, anyDiacritics(), ENOUGH));
      levels.add(new Level(Matched.MOST, cover(syllables, MOST_OF_FEW), 1));
    } else if (places.stream().anyMatch(Place::asks)) {
      addMost(MOST_OF_QUESTION, parts(), levels);
    } else {
      List<Part> parts = parts();
      allWords(parts)
          .ifPresent(min -> levels.add(new Level(all, new Cover(parts, min), ENOUGH_WITH_WORDS)));
      addMost(MOST, parts, levels);
    }
    levels.add(new Level(Matched.SOME, cover(syllables, SOME), 1));
    levels.add(new Level(Matched.SOME, any, 0));
  }

  private void addMost(List<Enough> most, List<Part> parts, List<Level> levels) {
    for (Enough enough : most) {
      levels.add(new Level(Matched.MOST, cover(parts, enough.shares()), enough.articles()));
    }
  }

  /** All bigrams are the words in a row, or nearly so; a row with diacritics is exact. */
  private Asked inARow() {
    List<Asked> all = needed();
    bigrams.forEach(bigram -> all.add(anyOf(bigram.alternatives())));
    if (inARow != null) {
      all.add(inARow);
    }
    return allOf(all);
  }

  private Asked words() {
    List<Asked> all = needed();
    bigrams.stream()
        .filter(Bigram::isInWord)
        .forEach(bigram -> all.add(anyOf(bigram.alternatives())));
    return allOf(all);
  }

  private Asked syllables() {
    return allOf(needed());
  }

  private Asked anyDiacritics() {
    List<Asked> all = new ArrayList<>();
    places.stream().filter(Place::isNeeded).forEach(place -> all.add(anyOf(place.anyDiacritics())));
    all.addAll(phrases);
    all.addAll(others);
    return allOf(all);
  }

  private List<Asked> needed() {
    List<Asked> needed = new ArrayList<>();
    for (Place place : places) {
      if (place.isNeeded()) {
        needed.add(anyOf(place.alternatives()));
      }
    }
    needed.addAll(phrases);
    needed.addAll(others);
    return needed;
  }

  static Asked anyOf(List<Asked> any) {
    return any.size() == 1 ? any.getFirst() : QueryPlan.Combined.anyOf(any);
  }

  private Asked allOf(List<Asked> all) {
    return all.isEmpty()
        ? any
        : new QueryPlan.Combined(List.of(), all, List.of(), List.of(), false);
  }

  private List<Part> syllableParts(boolean anyDiacritics) {
    List<Part> parts = new ArrayList<>();
    // Each level has what the stricter ones have.
    for (Place place : places) {
      if (place.weight() == Double.POSITIVE_INFINITY) {
        continue; // what no article has cannot be missing
      }
      List<Asked> any = anyDiacritics ? place.anyDiacritics() : place.alternatives();
      List<Asked> closer = anyDiacritics ? place.alternatives() : place.restored();
      double more =
          anyDiacritics ? place.weight() - place.weightOfAny() : RESTORED * place.weight();
      boolean counts = !closer.isEmpty() && more > 0;
      parts.add(part(any, place.weight() - (counts ? more : 0), 0, place.isNeeded() ? 1 : 0));
      if (counts) {
        parts.add(part(closer, more, 0, 0));
      }
    }
    // What other parts of the query say is not known: as much as its words do.
    double mean =
        places.stream()
            .mapToDouble(Place::weight)
            .filter(weight -> weight < Double.POSITIVE_INFINITY)
            .average()
            .orElse(1);
    others.forEach(other -> parts.add(part(List.of(other), mean, 0, 1)));
    return parts;
  }

  private List<Part> parts() {
    List<Part> parts = syllableParts(isFew());
    for (Bigram bigram : bigrams) {
      if (bigram.weight() < Double.POSITIVE_INFINITY) {
        parts.add(part(bigram.alternatives(), 0, bigram.weight(), bigram.isInWord() ? 1 : 0));
      }
    }
    phrases.forEach(phrase -> parts.add(part(List.of(phrase), 0, 0, 1)));
    return parts;
  }

  private static Part part(List<Asked> alternatives, double syllables, double bigrams, int words) {
    return new Part(alternatives, new Amounts(amount(syllables), amount(bigrams), words));
  }

  /** What is asked for is more than nothing, however little it says. */
  private static int amount(double weight) {
    return weight > 0 ? Math.max(1, (int) Math.round(UNIT * weight)) : 0;
  }

  /** Yields what an article has that has all words, if one may have them. */
  private Optional<Amounts> allWords(List<Part> parts) {
    boolean isKnown =
        bigrams.stream()
            .noneMatch(bigram -> bigram.isInWord() && bigram.weight() == Double.POSITIVE_INFINITY);
    Amounts all = sum(parts.stream().filter(part -> part.amounts().words() > 0).toList());
    return isKnown && all.words() > 0 ? Optional.of(all) : Optional.empty();
  }

  private static Amounts sum(List<Part> parts) {
    int syllables = 0;
    int bigrams = 0;
    int words = 0;
    for (Part part : parts) {
      syllables += part.amounts().syllables();
      bigrams += part.amounts().bigrams();
      words += part.amounts().words();
    }
    return new Amounts(syllables, bigrams, words);
  }

  private Needed cover(List<Part> parts, Shares shares) {
    Amounts all = sum(parts);
    var min =
        new Amounts(
            (int) Math.ceil(shares.syllables() * all.syllables()),
            (int) Math.ceil(shares.bigrams() * all.bigrams()),
            0);
    return min.syllables() > 0 || min.bigrams() > 0 ? new Cover(parts, min) : any;
  }
}
