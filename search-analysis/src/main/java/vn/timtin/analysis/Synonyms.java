package vn.timtin.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What else a text may call a thing: abbreviations and their long forms, spellings of places and of
 * loan words.
 *
 * <p>Files are in Solr's format: {@code ubnd, ủy ban nhân dân} finds either by the other, {@code a
 * => b} b by a alone; {@code #} begins a comment. They are analyzed like any text, so spelling and
 * case do not matter. An abbreviation is found without its diacritics too ({@code hdnd}), but a
 * syllable is not ({@code uc} is not Úc). Immutable, safe for many threads.
 */
public final class Synonyms {
  /** None. */
  public static final Synonyms NONE = new Synonyms(Stream.of());

  // One of several readings counts less than another name of one thing.
  private static final double ABBREVIATION = 1;
  private static final double VARIANT = 1;
  private static final double WEAK = 0.5;

  private static final Synonyms BUILT_IN =
      read("abbreviations.txt", ABBREVIATION)
          .and(read("variants.txt", VARIANT))
          .and(read("weak.txt", WEAK));

  /** By the folded form of the first word that is typed; those of most words first. */
  private final Map<String, List<Rule>> rules;

  /**
   * What else stands for words of a query.
   *
   * @param terms exact terms in a row
   * @param weight what it counts beside what was typed, in (0, 1]
   */
  public record Alternative(List<String> terms, double weight) {
    /** Copies the terms. */
    public Alternative {
      terms = List.copyOf(terms);
    }
  }

  /**
   * Words of a query that have alternatives.
   *
   * @param first the index of the first word
   * @param end the index after the last one
   * @param alternatives what else stands for them
   * @param isPart whether they stand for a part of the words alone, as nghị quyết for 36-NQ/TW
   */
  public record Match(int first, int end, List<Alternative> alternatives, boolean isPart) {
    /** Copies the alternatives. */
    public Match {
      alternatives = List.copyOf(alternatives);
    }
  }

  private record Rule(List<TextToken> typed, List<Alternative> alternatives) {
    /**
     * Whether the first of the words are these: without their diacritics too, where no other word
     * can be meant.
     */
    boolean matches(List<TextToken> words) {
      if (typed.size() > words.size()) {
        return false;
      }
      boolean needsDiacritics =
          typed.size() == 1 && Syllable.parse(typed.getFirst().exact()).isPresent();
      for (int i = 0; i < typed.size(); i++) {
        TextToken word = words.get(i);
        boolean isExact = word.exact().equals(typed.get(i).exact());
        boolean isFolded = word.folded().equals(typed.get(i).folded());
        if (!isFolded || (!isExact && (needsDiacritics || word.isMarked()))) {
          return false;
        }
      }
      return true;
    }

    String first() {
      return typed.getFirst().folded();
    }
  }

  private Synonyms(Stream<Rule> rules) {
    this.rules =
        rules
            .sorted(Comparator.comparing(rule -> -rule.typed.size()))
            .collect(Collectors.groupingBy(Rule::first));
  }

  /** Yields those that come with the library. */
  public static Synonyms builtIn() {
    return BUILT_IN;
  }

  /**
   * Reads a file.
   *
   * @param weight what its alternatives count beside what was typed, in (0, 1]
   * @throws SynonymsException if a line is wrong; it says which and why
   */
  public static Synonyms read(Path file, double weight) throws IOException, SynonymsException {
    try {
      return parse(Files.readAllLines(file, StandardCharsets.UTF_8), file.toString(), weight);
    } catch (CharacterCodingException e) {
      throw new SynonymsException(file + ": not in UTF-8");
    }
  }

  /** Yields these and those. */
  public Synonyms and(Synonyms others) {
    return new Synonyms(Stream.concat(all(), others.all()));
  }

  private Stream<Rule> all() {
    return rules.values().stream().flatMap(List::stream);
  }

  /**
   * Finds the words of a query that have alternatives, the longest first; no word is in two
   * matches.
   *
   * @param tokens of the query, stacked ones among them; indices count those that are not
   */
  public List<Match> find(List<TextToken> tokens) {
    Map<Boolean, List<TextToken>> parted =
        tokens.stream().collect(Collectors.partitioningBy(TextToken::isStacked));
    List<TextToken> words = parted.get(false);
    List<Match> matches = new ArrayList<>();
    int word = 0;
    while (word < words.size()) {
      Match match = longestAt(word, words, parted.get(true));
      if (match != null) {
        matches.add(match);
      }
      word = match == null ? word + 1 : match.end();
    }
    return matches;
  }

  private Match longestAt(int first, List<TextToken> words, List<TextToken> stacked) {
    Match longestMatch = match(first, words.subList(first, words.size()));
    // A term that stands at the place of the first word may be of several words: gdđt of GD-ĐT. The
    // first one is all of them; nq- of 36-NQ/TW is not.
    boolean isFirst = true;
    for (TextToken token : stacked) {
      if (token.start() == words.get(first).start()) {
        int end = first + 1;
        while (end < words.size() && words.get(end).start() < token.end()) {
          end++;
        }
        Match alone = match(first, List.of(token));
        Match match =
            alone == null
                ? null
                : new Match(first, end, alone.alternatives(), end > first + 1 && !isFirst);
        isFirst = false;
        if (match != null && longestMatch != null && end == longestMatch.end()) {
          longestMatch = both(longestMatch, match); // đô la is usd: each knows other names
        } else if (match != null && (longestMatch == null || end > longestMatch.end())) {
          longestMatch = match;
        }
      }
    }
    return longestMatch;
  }

  private static Match both(Match one, Match other) {
    List<Alternative> alternatives = new ArrayList<>(one.alternatives());
    other.alternatives().stream()
        .filter(alternative -> !alternatives.contains(alternative))
        .forEach(alternatives::add);
    return new Match(one.first(), one.end(), alternatives, one.isPart() || other.isPart());
  }

  /** Yields what stands for the first of these words, as many as possible; null for none. */
  private Match match(int first, List<TextToken> words) {
    List<Alternative> alternatives = new ArrayList<>();
    int length = 0;
    for (Rule rule : rules.getOrDefault(words.getFirst().folded(), List.of())) {
      if (rule.typed.size() < length) {
        break;
      }
      if (rule.matches(words)) {
        length = rule.typed.size();
        alternatives.addAll(rule.alternatives);
      }
    }
    return alternatives.isEmpty() ? null : new Match(first, first + length, alternatives, false);
  }

  private static Synonyms read(String resource, double weight) {
    try (InputStream in = Synonyms.class.getResourceAsStream(resource);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(reader.lines().toList(), resource, weight);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SynonymsException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Synonyms parse(List<String> lines, String name, double weight)
      throws SynonymsException {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          add(line, weight, rules);
        } catch (IllegalArgumentException e) {
          throw new SynonymsException(name + ":" + (i + 1) + ": " + e.getMessage());
        }
      }
    }
    return new Synonyms(rules.stream());
  }

  private static void add(String line, double weight, List<Rule> rules) {
    String[] sides = line.split("=>", -1);
    if (sides.length > 2) {
      throw new IllegalArgumentException("more than one =>");
    }
    List<List<TextToken>> left = entries(sides[0]);
    List<List<TextToken>> right = sides.length == 2 ? entries(sides[1]) : left;
    if (sides.length == 1 && left.size() < 2) {
      throw new IllegalArgumentException("one entry alone has no synonym: write a, b or a => b");
    }
    for (List<TextToken> typed : left) {
      List<Alternative> alternatives =
          right.stream()
              .filter(other -> !other.equals(typed))
              .map(other -> new Alternative(other.stream().map(TextToken::exact).toList(), weight))
              .toList();
      if (!alternatives.isEmpty()) { // a => a
        rules.add(new Rule(typed, alternatives));
      }
    }
  }

  private static List<List<TextToken>> entries(String side) {
    return Arrays.stream(side.split(",", -1)).map(Synonyms::entry).toList();
  }

  private static List<TextToken> entry(String text) {
    String stripped = text.strip();
    List<TextToken> words =
        stripped.matches("\\p{L}+[.-]") // a key of TokenRule
            ? List.of(new TextToken(stripped, Folding.fold(stripped), 0, 0, 0, false))
            : VietnameseAnalyzer.words(stripped);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("an entry has no word");
    }
    return words;
  }
}
