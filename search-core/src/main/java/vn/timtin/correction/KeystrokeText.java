package vn.timtin.correction;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  /** How much words are in use. */
  public interface Usage {
    /** Yields a figure that grows with the use of a word, zero where nobody uses it. */
    double of(String word) throws IOException;
  }

  private final Usage usage;
  private final double least;
  private final Map<String, String> decoded = new HashMap<>();
  private int words;
  private int speakFor;
  private int speakAgainst;
  private boolean anyCertain;

  private KeystrokeText(Usage usage, double least) {
    this.usage = usage;
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
    var weighed = new KeystrokeText(usage, least);
    if (texts.stream().allMatch(text -> text.chars().allMatch(c -> c < 128))) {
      for (String text : texts) {
        for (var word = WORD.matcher(text); word.find(); ) {
          weighed.weigh(word.group());
        }
      }
    }
    return weighed.isProbable() ? weighed.decoded : Map.of();
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

  private void weigh(String word) throws IOException {
    if (decoded.containsKey(word)) {
      return;
    }
    words++;
    if (SAYS_NOTHING.matcher(word).matches()) {
      return;
    }
    Optional<Decoded> made = Keystrokes.decode(word);
    double use = made.isPresent() ? usage.of(made.get().text()) : 0;
    if (use > 0 && use > usage.of(word)) { // nearly all words make nothing
      decoded.put(word, made.get().text());
    }
    if (decoded.containsKey(word) && use > least) {
      speakFor++;
      anyCertain |= made.get().isCertain();
    } else if (!Syllable.isSyllable(word.toLowerCase(Locale.ROOT))) {
      speakAgainst++;
    }
  }

  private boolean isProbable() {
    return speakFor > speakAgainst && 4 * speakFor >= words && (speakFor >= 2 || anyCertain);
  }
}
