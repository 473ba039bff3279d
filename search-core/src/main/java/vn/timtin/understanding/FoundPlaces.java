package vn.timtin.understanding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.TextToken;
import vn.timtin.query.ArticlePart;
import vn.timtin.search.QueryInterpretation.Kind;
import vn.timtin.understanding.FoundRule.Bigram;
import vn.timtin.understanding.FoundRule.Place;
import vn.timtin.understanding.OtherNames.Name;
import vn.timtin.understanding.OtherNames.Named;
import vn.timtin.understanding.QueryPlan.AllOf;
import vn.timtin.understanding.QueryPlan.Asked;
import vn.timtin.understanding.QueryPlan.InARow;
import vn.timtin.understanding.QueryPlan.Said;
import vn.timtin.understanding.QueryPlan.Term;
import vn.timtin.understanding.QueryPlan.TermWithin;
import vn.timtin.understanding.QueryPlan.Word;
import vn.timtin.understanding.WordClauses.WordClause;

/**
 * What of a wording an article may have or lack: its syllables, each at a place, and each two
 * neighbours. Words that have other names are at one place, whatever an article calls them.
 */
final class FoundPlaces {
  /** Before a date, which says it too: Q2/2021 is quý II năm 2021. */
  private static final Set<String> SAYS_WHAT_A_DATE_IS = Set.of("ngay", "thang", "quy", "nam");

  private final Wording wording;
  private final Set<ArticlePart> parts;
  private final boolean isEverywhere;
  private final WordClauses inText;
  private final @Nullable WordClauses inTitle;
  private final Weighing by;

  private final List<Place> places = new ArrayList<>();
  private final List<Bigram> bigrams = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private boolean haveWholes;

  /**
   * @param parts where the words are looked for
   * @param inTitle the clauses in the title, if its words alone are looked for there
   */
  FoundPlaces(
      Wording wording,
      Set<ArticlePart> parts,
      WordClauses inText,
      @Nullable WordClauses inTitle,
      Weighing by)
      throws IOException {
    this.wording = wording;
    this.parts = parts;
    this.isEverywhere = parts.size() == ArticlePart.values().length;
    this.inText = inText;
    this.inTitle = inTitle;
    this.by = by;
    int next = 0;
    for (Named words : inText.names().ofWholes()) {
      addWords(next, words.first());
      add(words);
      next = words.end();
    }
    addWords(next, wording.size());
  }

  List<Place> places() {
    return places;
  }

  List<Bigram> bigrams() {
    return bigrams;
  }

  List<Said> said() {
    return said;
  }

  /** Whether some of them are a whole, which has no order among the others. */
  boolean haveWholes() {
    return haveWholes;
  }

  /** Whether they are the syllables of one word, or begin with a capital, as those of names do. */
  boolean isOneWord() {
    return inText.names().ofWholes().isEmpty()
        && bigrams.size() == wording.size() - 1
        && (bigrams.stream().allMatch(Bigram::isInWord)
            || wording.words().stream()
                .allMatch(word -> Character.isUpperCase(wording.text().charAt(word.start()))));
  }

  private void add(Named words) throws IOException {
    List<Asked> any = new ArrayList<>();
    for (Name name : words.names()) {
      any.add(isEverywhere ? new AllOf(name.terms(), 1) : new InARow(parts, row(name.exact())));
    }
    double rarity = inText.names().rarity(words);
    places.add(new Place(any, any, List.of(), rarity, rarity, true, false));
    if (words.end() > words.first() + 1) {
      bigrams.add(new Bigram(any, rarity, true));
    }
    said.add(new Said(wording.typed(words.first(), words.end()), List.of(any)));
  }

  private static List<QueryPlan.Step> row(List<String> exact) {
    return exact.stream().<QueryPlan.Step>map(Word::exactly).toList();
  }

  /** Adds wholes that articles have, and the syllables between them. */
  private void addWords(int first, int end) throws IOException {
    int next = first;
    for (int i = first; i < end; i++) {
      WordClause whole = wholeFrom(i, inText);
      int after = whole == null ? i : endOf(whole);
      if (whole != null && after <= end && by.statistics().of(whole.term()) > 0) {
        addSyllables(next, i > next && SAYS_WHAT_A_DATE_IS.contains(folded(i - 1)) ? i - 1 : i);
        add(whole, i, after);
        next = after;
        i = after - 1;
      }
    }
    addSyllables(next, end);
  }

  private String folded(int index) {
    return wording.words().get(index).folded();
  }

  /** Yields the most special whole that says more than the word with which it begins, if any. */
  private @Nullable WordClause wholeFrom(int index, WordClauses clauses) {
    for (WordClause clause : clauses.wordsAt(index)) {
      if (clause.kind() == Kind.WHOLE && (endOf(clause) > index + 1 || isPercent(clause))) {
        return clause;
      }
    }
    return null;
  }

  private int endOf(WordClause whole) {
    int end = 0;
    while (end < wording.size() && wording.words().get(end).start() < whole.token().end()) {
      end++;
    }
    boolean isSpelled =
        isPercent(whole)
            && end + 1 < wording.size()
            && folded(end).equals("phan")
            && folded(end + 1).equals("tram");
    return isSpelled ? end + 2 : end;
  }

  private static boolean isPercent(WordClause whole) {
    return whole.term().text().endsWith("%");
  }

  /** Adds a whole, a date or a number of a law, in whatever form an article has it. */
  private void add(WordClause whole, int first, int end) throws IOException {
    List<Asked> any =
        new ArrayList<>(asked(clauses -> Stream.ofNullable(wholeFrom(first, clauses)).toList()));
    if (isEverywhere && end > first + 1) { // PGS TS is PGS.TS, and no whole
      any.add(new AllOf(IndexTerm.inARow(Zone.TEXT, wording.exact(first, end)), 1));
    }
    double rarity = by.statistics().rarity(whole.term());
    places.add(new Place(any, any, List.of(), rarity, rarity, true, false));
    said.add(new Said(wording.typed(first, end), List.of(any)));
    haveWholes = true;
  }

  private void addSyllables(int first, int end) throws IOException {
    for (int i = first; i < end; i++) {
      boolean asks = inText.asks(i);
      if (!inText.isLeftOut(i)) {
        double rarity = inText.rarity(i);
        for (WordClause whole : wholesAt(i, inText)) {
          rarity = Math.min(rarity, by.statistics().rarity(whole.term()));
        }
        double weight = asks ? by.weights().asking() : 1;
        double ofAny =
            wording.size() <= FoundRule.FEW
                ? by.statistics().rarity(IndexTerm.folded(Zone.TEXT, folded(i)))
                : rarity;
        places.add(
            new Place(
                at(i),
                anyDiacriticsAt(i),
                restoredAt(i),
                weight * rarity,
                weight * ofAny,
                !asks && rarity < Double.POSITIVE_INFINITY, // else no article can have it
                asks));
      }
      IndexTerm bigram = i == first ? null : inText.bigramAt(i);
      if (bigram != null) {
        List<Asked> any = new ArrayList<>(List.of(neighbours(i, bigram)));
        double rarity = by.statistics().rarity(bigram);
        for (WordClause whole : wholesAt(i, inText)) {
          if (isEverywhere && whole.token().start() < wording.words().get(i).start()) {
            any.add(new Term(whole.term(), 1));
            rarity = Math.min(rarity, by.statistics().rarity(whole.term()));
          }
        }
        bigrams.add(new Bigram(any, rarity, wording.joined().get(i)));
      }
    }
    addSaid(first, end);
  }

  private Asked neighbours(int index, IndexTerm bigram) {
    return isEverywhere
        ? new Term(bigram, 1)
        : new InARow(parts, List.copyOf(wording.row(index - 1, index + 1, TextToken::isMarked)));
  }

  /**
   * Yields what an article has that has the word, any of it: itself, a whole that it is part of.
   */
  private List<Asked> at(int index) {
    return by.hasTypedDiacritics() ? asAsked(index) : anyDiacriticsAt(index);
  }

  private List<Asked> restoredAt(int index) {
    List<Asked> asAsked = by.hasTypedDiacritics() ? List.of() : asAsked(index);
    return asAsked.equals(at(index)) ? List.of() : asAsked;
  }

  private List<Asked> asAsked(int index) {
    return asked(clauses -> standingFor(index, clauses));
  }

  /** Yields what asks for some words in the parts where they are looked for. */
  private List<Asked> asked(Function<WordClauses, List<WordClause>> words) {
    List<Asked> any = new ArrayList<>();
    if (isEverywhere) {
      for (WordClause word : words.apply(inText)) {
        any.add(new Term(word.term(), 1));
      }
      return any;
    }
    for (ArticlePart part : parts) {
      if (part == ArticlePart.TITLE && inTitle != null) {
        for (WordClause word : words.apply(inTitle)) {
          any.add(new Term(word.term(), 1));
        }
      } else {
        for (WordClause word : words.apply(inText)) {
          any.add(new TermWithin(part, new Term(word.term(), 1)));
        }
      }
    }
    return any;
  }

  private List<WordClause> standingFor(int index, WordClauses clauses) {
    List<WordClause> all = new ArrayList<>();
    for (WordClause word : clauses.wordsAt(index)) {
      if (word.kind() != Kind.WHOLE) {
        all.add(word);
      }
    }
    all.addAll(wholesAt(index, clauses));
    return all;
  }

  /** Yields the wholes of which the word is a part. */
  private List<WordClause> wholesAt(int index, WordClauses clauses) {
    List<WordClause> wholes = new ArrayList<>();
    int start = wording.words().get(index).start();
    for (int i = 0; i <= index; i++) {
      for (WordClause clause : clauses.wordsAt(i)) {
        if (clause.kind() == Kind.WHOLE && clause.token().end() > start) {
          wholes.add(clause);
        }
      }
    }
    return wholes;
  }

  /** The folded term has what its forms with diacritics have. */
  private List<Asked> anyDiacriticsAt(int index) {
    List<Asked> any = new ArrayList<>();
    String folded = wording.words().get(index).folded();
    for (Asked asked : asAsked(index)) {
      boolean isForm =
          asked instanceof Term term
              && term.term().zone() == Zone.TEXT
              && Folding.fold(term.term().text()).equals(folded);
      if (!isForm || !isEverywhere) {
        any.add(asked);
      }
    }
    if (isEverywhere) {
      any.add(new Term(IndexTerm.folded(Zone.TEXT, folded), 1));
    }
    return any;
  }

  /** Adds the words as they were typed, syllables of one word together. */
  private void addSaid(int first, int end) {
    int begin = first;
    for (int i = first + 1; i <= end; i++) {
      if (i == end || !wording.joined().get(i)) {
        List<List<Asked>> syllables = new ArrayList<>();
        for (int k = begin; k < i; k++) {
          if (!inText.isLeftOut(k) && !inText.asks(k)) {
            syllables.add(at(k));
          }
        }
        if (!syllables.isEmpty()) {
          said.add(new Said(wording.typed(begin, i), syllables));
        }
        begin = i;
      }
    }
  }
}
