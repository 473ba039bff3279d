package vn.timtin.lucene.suggest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import vn.timtin.analysis.Folding;
import vn.timtin.correction.DiacriticRestorer;
import vn.timtin.lucene.derived.Derived;
import vn.timtin.lucene.suggest.Headlines.Headline;
import vn.timtin.search.Suggestion;
import vn.timtin.search.Suggestion.Kind;

/**
 * Completes what is being typed with words, names and headlines of the articles.
 *
 * <p>Words and names are {@linkplain ArticlePhrases phrases} that were read before; each is asked
 * for in the index once more, so that it leads to an article that is there now. Headlines are found
 * by the index alone. What diacritics were typed agree in what comes first; letters that lead
 * nowhere are taken for keystrokes of Telex or VNI. The figures are in {@code
 * docs/decisions/0015-suggestions.md}. Safe for many threads; one at a time refreshes.
 */
public final class Suggester {
  /** So many of the best phrases are compared. */
  private static final int COMPARED = 48;

  /** So many of them are tried after other words, where most are never found. */
  private static final int TRIED_BEHIND_OTHERS = 8;

  /** Nobody types more for a suggestion. */
  private static final int MAX_SYLLABLES = 40;

  /** Only these last syllables are completed. */
  private static final int LAST_SYLLABLES = 6;

  /** The letters from which on headlines are suggested. */
  private static final int LETTERS_FOR_HEADLINES = 3;

  /** So many of these letters at least are typed of what is completed after other words. */
  private static final int LETTERS_BEHIND_OTHERS = 2;

  /** So many of {@value #OF_SUGGESTIONS} suggestions are headlines, if there are as many. */
  private static final int HEADLINES = 3;

  private static final int OF_SUGGESTIONS = 8;

  /** A phrase that begins with what was typed, and how their diacritics agree. */
  private record Candidate(Phrase phrase, Diacritics diacritics) {}

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::diacritics)
          .thenComparing(candidate -> -candidate.phrase().worth())
          .thenComparing(candidate -> candidate.phrase().text());

  private final Derived<List<PhraseList>, Phrases> phrases = new Derived<>(new ArticlePhrases());

  /** Reads the phrases of what is new in the index, forgets those of what is gone. */
  public void refresh(IndexReader reader) throws IOException {
    phrases.refresh(reader);
  }

  /** Whether {@link #refresh} has read all that this reader has. */
  public boolean covers(IndexReader reader) {
    return phrases.covers(reader);
  }

  /** Waits until more has been read, but no longer than this. */
  public void awaitPhrases(Duration patience) throws InterruptedException {
    phrases.awaitMerge(patience);
  }

  /** Ends a {@link #refresh} under way soon. */
  public void close() {
    phrases.close();
  }

  /** Yields completions: words and names, then headlines, of either the best first. */
  public List<Suggestion> suggest(String text, int size, IndexSearcher searcher)
      throws IOException {
    TypedText typed = TypedText.of(text);
    if (typed.syllables().size() > MAX_SYLLABLES) {
      return List.of();
    }
    List<TypedText> readings = typed.readings();
    List<Headline> headlines = headlines(readings, size, searcher);
    Set<String> known = new HashSet<>();
    known.add(PhraseText.key(typed.text()));
    headlines.forEach(headline -> known.add(PhraseText.key(headline.title())));
    int words = size - Math.min(headlines.size(), size * HEADLINES / OF_SUGGESTIONS);
    List<Suggestion> found = words(readings, words, known, searcher.getIndexReader());
    headlines.stream()
        .limit(size - found.size())
        .map(line -> new Suggestion(line.title(), Kind.HEADLINE, Optional.of(line.article())))
        .forEach(found::add);
    return found;
  }

  private static List<Headline> headlines(
      List<TypedText> readings, int wanted, IndexSearcher searcher) throws IOException {
    List<Headline> found = new ArrayList<>();
    for (TypedText typed : readings) {
      if (found.isEmpty() && typed.letters() >= LETTERS_FOR_HEADLINES) {
        found.addAll(new Headlines(searcher).best(typed, wanted));
      }
    }
    return found;
  }

  /**
   * Yields completions of all that was typed; where there are none, of as many of its last
   * syllables as possible.
   */
  private List<Suggestion> words(
      List<TypedText> readings, int wanted, Set<String> known, IndexReader reader)
      throws IOException {
    var presence = new Presence(reader);
    List<Suggestion> found = new ArrayList<>();
    int syllables = readings.getFirst().syllables().size();
    for (int from = Math.max(0, syllables - LAST_SYLLABLES);
        from < syllables && found.isEmpty();
        from++) {
      for (TypedText typed : readings) {
        if (from == 0 || typed.from(from).length() >= LETTERS_BEHIND_OTHERS) {
          complete(typed, from, wanted, presence, known, found);
        }
      }
    }
    return found;
  }

  private void complete(
      TypedText typed,
      int from,
      int wanted,
      Presence presence,
      Set<String> known,
      List<Suggestion> found)
      throws IOException {
    String beginning = typed.from(from);
    Map<String, Candidate> candidates = new HashMap<>();
    phrases
        .current()
        .best(
            beginning,
            COMPARED,
            phrase ->
                candidates.computeIfAbsent(
                    phrase.text(),
                    text -> new Candidate(phrase, typed.diacriticsAgainst(text, from))));
    List<Phrase> ranked =
        candidates.values().stream()
            .filter(c -> from == 0 || c.diacritics() != Diacritics.OTHER)
            .sorted(BEST_FIRST)
            .limit(from == 0 ? COMPARED : TRIED_BEHIND_OTHERS)
            .map(Candidate::phrase)
            .toList();
    String before = typed.wordBefore(from);
    for (Phrase candidate : ranked) {
      String phrase = candidate.text();
      if (found.size() < wanted && presence.has(before, phrase)) {
        String text = completed(typed.before(from), phrase);
        if (known.add(PhraseText.key(text))) {
          Kind kind = isName(phrase) ? Kind.NAME : Kind.WORD;
          found.add(new Suggestion(text, kind, Optional.empty()));
        }
      }
    }
  }

  /** Yields the phrase after what was typed before it, with diacritics if that has none. */
  private static String completed(String before, String phrase) {
    String text = before + phrase;
    boolean lacksDiacritics = !before.isBlank() && !Folding.isMarked(before);
    return lacksDiacritics ? DiacriticRestorer.ofNews().restore(text) : text;
  }

  private static boolean isName(String phrase) {
    return Arrays.stream(phrase.split(" "))
        .noneMatch(word -> Character.isLowerCase(word.codePointAt(0)));
  }
}
