package vn.timtin.understanding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.timtin.analysis.Synonyms;
import vn.timtin.analysis.TextToken;
import vn.timtin.search.QueryInterpretation.Kind;
import vn.timtin.understanding.QueryPlan.Asked;

/** The words of one wording that have other names in one zone of the index, and those names. */
final class OtherNames {
  /**
   * Words that have other names in the index.
   *
   * @param end of the words, exclusive
   * @param isPart whether the others are names of a part of them alone
   * @param typed the terms of what was typed, any of which an article has that has it
   * @param others the other names
   */
  record Named(int first, int end, boolean isPart, List<Name> typed, List<Name> others) {
    /** Copies the lists. */
    Named {
      typed = List.copyOf(typed);
      others = List.copyOf(others);
    }

    List<Name> names() {
      return Stream.concat(typed.stream(), others.stream()).toList();
    }
  }

  /**
   * A name of some words.
   *
   * @param exact its words
   * @param terms all of which an article has that has the name
   * @param weight what it counts beside what was typed
   */
  record Name(List<String> exact, List<IndexTerm> terms, double weight) {}

  private final Wording wording;
  private final Zone zone;
  private final Weighing by;
  private final List<Named> named = new ArrayList<>();

  /** Which words are asked for by their names alone. */
  private final BitSet askedByNames = new BitSet();

  private int count;

  OtherNames(Wording wording, Zone zone, Weighing by) throws IOException {
    this.wording = wording;
    this.zone = zone;
    this.by = by;
    count = wording.size();
    for (Synonyms.Match match : wording.synonyms()) {
      Named words = named(match);
      if (!words.others().isEmpty()) {
        named.add(words);
        if (isSurelyName(match)) {
          askedByNames.set(match.first(), match.end());
          count -= match.end() - match.first() - 1;
        }
      }
    }
  }

  /** Yields the terms of all names that the words may have. */
  static List<IndexTerm> terms(Wording wording, Zone zone) {
    List<IndexTerm> terms = new ArrayList<>();
    for (Synonyms.Match match : wording.synonyms()) {
      for (Synonyms.Alternative alternative : match.alternatives()) {
        terms.addAll(IndexTerm.inARow(zone, alternative.terms()));
      }
    }
    return terms;
  }

  /** Yields how many words the wording has, those of a name being one. */
  int count() {
    return count;
  }

  /** Yields those words whose other names are names of all of them. */
  List<Named> ofWholes() {
    return named.stream().filter(words -> !words.isPart()).toList();
  }

  /** Whether a word is asked for by the names of what it is a part of, and not by itself. */
  boolean isAskedByNames(int index) {
    return askedByNames.get(index);
  }

  /** Notes the other names. */
  void note(AskedTerms asked) {
    for (Named words : named) {
      for (Name name : words.others()) {
        asked.noteAlternative(name.exact());
        asked.note(
            wording.typed(words.first(), words.end()),
            String.join(" ", name.exact()),
            Kind.OTHER_NAME,
            (float) name.weight());
      }
    }
  }

  /** Adds a clause for all names of some words. */
  void addAll(List<Asked> query) throws IOException {
    for (Named words : named) {
      if (askedByNames.get(words.first())) {
        query.add(new QueryPlan.Best(scored(words, words.names(), 1)));
      } else { // syllables without diacritics may be others than those of the name
        query.addAll(scored(words, words.others(), by.weights().otherName()));
      }
    }
  }

  /** Adds what else the words may be called, whatever they are called by themselves. */
  void addOthers(List<Asked> query) {
    for (Named words : named) {
      for (Name name : words.others()) {
        float weight = by.weights().otherName() * (float) name.weight();
        query.add(new QueryPlan.AllOf(name.terms(), weight));
      }
    }
  }

  private boolean isSurelyName(Synonyms.Match match) {
    return !match.isPart()
        && (match.end() == match.first() + 1
            || wording.words().subList(match.first(), match.end()).stream()
                .anyMatch(TextToken::isMarked));
  }

  /**
   * Yields what asks for the names of some words. They are one thing: each name scores as much as
   * another, by how rare they are together, so that it does not matter which one was typed, and a
   * rare name does not outshine the usual one.
   */
  private List<Asked> scored(Named words, List<Name> names, double factor) throws IOException {
    double together = rarity(words);
    List<Asked> scored = new ArrayList<>();
    for (Name name : names) {
      double rarity = 0;
      for (IndexTerm term : name.terms()) {
        rarity += by.statistics().rarity(term);
      }
      if (rarity < Double.POSITIVE_INFINITY && rarity > 0) {
        double weight = factor * name.weight() * by.weights().name() * together / rarity;
        scored.add(new QueryPlan.AllOf(name.terms(), (float) weight));
      }
    }
    return scored;
  }

  /** A name is as rare as the rarest of its terms, and all of them no rarer than the usual one. */
  double rarity(Named words) throws IOException {
    double together = Double.POSITIVE_INFINITY;
    for (Name name : words.names()) {
      double rarest = 0;
      for (IndexTerm term : name.terms()) {
        rarest = Math.max(rarest, by.statistics().rarity(term));
      }
      together = Math.min(together, rarest);
    }
    return together;
  }

  /**
   * Yields what the words are called, as they were typed and otherwise as far as the index has it.
   */
  private Named named(Synonyms.Match match) throws IOException {
    List<String> exact = wording.exact(match.first(), match.end());
    List<Name> typed = new ArrayList<>();
    if (match.end() == match.first() + 1) {
      for (TextToken token : wording.termsAt(match.first())) {
        typed.add(new Name(List.of(token.exact()), List.of(by.typing().term(token, zone)), 1));
      }
    } else {
      typed.add(new Name(exact, IndexTerm.inARow(zone, exact), 1));
      int end = wording.words().get(match.end() - 1).end();
      for (TextToken token : wording.termsAt(match.first())) {
        if (token.isStacked() && token.end() == end) { // GD-ĐT is GDĐT
          typed.add(new Name(List.of(token.exact()), List.of(by.typing().term(token, zone)), 1));
        }
      }
    }
    Set<List<IndexTerm>> known = new HashSet<>(); // Đăk Lăk has the bigram of Đắk Lắk
    known.add(IndexTerm.inARow(zone, exact));
    List<Name> others = new ArrayList<>();
    for (Synonyms.Alternative alternative : match.alternatives()) {
      List<IndexTerm> terms = IndexTerm.inARow(zone, alternative.terms());
      boolean isThere = known.add(terms);
      for (IndexTerm term : terms) {
        isThere = isThere && by.statistics().of(term) > 0;
      }
      if (isThere) {
        others.add(new Name(alternative.terms(), terms, alternative.weight()));
      }
    }
    return new Named(match.first(), match.end(), match.isPart(), typed, others);
  }
}
