package vn.timtin.correction;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.timtin.analysis.Keystrokes;
import vn.timtin.analysis.Keystrokes.Decoded;
import vn.timtin.analysis.Syllable;

/**
 * Whether a whole text was typed as Telex or VNI keystrokes, and what it means then.
 *
 * <p>Single words say little ({@code box} makes bõ, {@code beer} bể), so all of them are weighed: a
 * word that makes a syllable which is more in use than the word itself speaks for it; a word that
 * is an unmarked syllable, a number or a letter with a number ({@code u23}) says nothing; any other
 * word speaks against it.
 */
public final class KeystrokeText {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern SAYS_NOTHING = Pattern.compile("\\d+|[A-Za-z]\\d+");

  /** How much words are in use. Many are asked for at once: they may lie on another machine. */
  @FunctionalInterface
  public interface Usage {
    /** Yields a figure for each word that grows with its use, zero where nobody uses it. */
    double[] of(List<String> words) throws IOException;
  }

  /** What each word makes that makes something. */
  private final Map<String, Decoded> made;

  private final Map<String, Double> uses;
  private final double least;
  private final Map<String, String> decoded = new HashMap<>();
  private int words;
  private int speakFor;
  private int speakAgainst;
  private boolean anyCertain;

  private KeystrokeText(Map<String, Decoded> made, Map<String, Double> uses, double least) {
    this.made = made;
    this.uses = uses;
    this.least = least;
  }

  /**
   * Weighs the words of texts that were typed together.
   *
   * @param least the use from which on a word counts as one that people write
   * @return what was typed and what it makes, for each word that makes something; empty if the
   *     whole was probably not typed as keystrokes
   */
  public static Map<String, String> decode(List<String> texts, Usage usage, double least)
      throws IOException {
    if (!texts.stream().allMatch(text -> text.chars().allMatch(c -> c < 128))) {
      return Map.of();
    }
    List<String> words =
        texts.stream()
            .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
            .toList();
    Map<String, Decoded> made = new LinkedHashMap<>();
    for (String word : words) {
      if (!SAYS_NOTHING.matcher(word).matches()) {
        Keystrokes.decode(word).ifPresent(decoded -> made.put(word, decoded));
      }
    }
    var weighed = new KeystrokeText(made, uses(made, usage), least);
    words.forEach(weighed::weigh);
    return weighed.isProbable() ? weighed.decoded : Map.of();
  }

  /** Yields the uses of the words and of what they make; nearly all words make nothing. */
  private static Map<String, Double> uses(Map<String, Decoded> made, Usage usage)
      throws IOException {
    if (made.isEmpty()) {
      return Map.of();
    }
    Set<String> asked = new LinkedHashSet<>(made.keySet());
    made.values().forEach(decoded -> asked.add(decoded.text()));
    List<String> words = List.copyOf(asked);
    double[] found = usage.of(words);
    Map<String, Double> uses = new HashMap<>();
    for (int i = 0; i < found.length; i++) {
      uses.put(words.get(i), found[i]);
    }
    return uses;
  }

  /** Yields the text with other words for those that are keys of the map. */
  public static String replaceWords(String text, Map<String, String> others) {
    return others.isEmpty()
        ? text
        : LETTERS
            .matcher(text)
            .replaceAll(
                word -> Matcher.quoteReplacement(others.getOrDefault(word.group(), word.group())));
  }

  private void weigh(String word) {
    if (decoded.containsKey(word)) {
      return;
    }
    words++;
    if (SAYS_NOTHING.matcher(word).matches()) {
      return;
    }
    Decoded meant = made.get(word);
    double use = meant == null ? 0 : uses.get(meant.text());
    if (use > 0 && use > uses.get(word)) {
      decoded.put(word, meant.text());
    }
    if (decoded.containsKey(word) && use > least) {
      speakFor++;
      anyCertain |= meant.isCertain();
    } else if (!Syllable.isSyllable(word.toLowerCase(Locale.ROOT))) {
      speakAgainst++;
    }
  }

  private boolean isProbable() {
    return speakFor > speakAgainst && 4 * speakFor >= words && (speakFor >= 2 || anyCertain);
  }
}
