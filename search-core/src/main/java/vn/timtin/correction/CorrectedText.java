package vn.timtin.correction;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A text and what was probably meant by it.
 *
 * @param text as it was given, in NFC
 * @param corrected what was meant, equal to {@code text} where nothing was wrong
 * @param kinds what was wrong, in the order of {@link Kind}
 * @param changes the words that were wrong, and what was meant by each; torn words are not among
 *     them
 */
public record CorrectedText(
    String text, String corrected, Set<Kind> kinds, Map<String, String> changes) {
  /** What can be wrong with a text. */
  public enum Kind {
    /** Diacritics were left out. */
    DIACRITICS,
    /** Words were misspelt, run together or torn apart. */
    SPELLING,
    /** The keystrokes of Telex or VNI stand there, not what they make. */
    TELEX
  }

  /** Copies the collections. */
  public CorrectedText {
    kinds = inOrder(kinds);
    changes = Map.copyOf(changes);
  }

  /** Yields these kinds in their order. */
  public static Set<Kind> inOrder(Set<Kind> kinds) {
    Set<Kind> copy = EnumSet.noneOf(Kind.class);
    copy.addAll(kinds);
    return Collections.unmodifiableSet(copy);
  }

  /** Whether anything was wrong. */
  public boolean isChanged() {
    return !corrected.equals(text);
  }
}
