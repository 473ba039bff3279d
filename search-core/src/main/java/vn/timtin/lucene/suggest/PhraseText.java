package vn.timtin.lucene.suggest;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.timtin.analysis.Syllable;

/** The forms in which phrases are shown and compared. */
final class PhraseText {
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private PhraseText() {}

  /** Yields a word of a text as it is shown: in NFC, with single spaces. Empty if it is a sign. */
  static String shown(String text, int start, int end) {
    boolean isSign = true;
    boolean isPlain = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      isSign &= !Character.isLetterOrDigit(c);
      isPlain &=
          c > ' ' && c < '\u0300' && c != '\u00a0'
              || c >= '\u1e00' && c < '\u1f00'
              || c == ' ' && text.charAt(i - 1) != ' ';
    }
    if (isSign) {
      return "";
    }
    String word = text.substring(start, end);
    return isPlain
        ? word
        : SPACES.matcher(Normalizer.normalize(word, Normalizer.Form.NFC)).replaceAll(" ");
  }

  /** Yields the letters in lower case, with one space for whatever stands between them. */
  static String lower(String text) {
    var lower = new StringBuilder(text.length());
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        afterSpace = !lower.isEmpty();
        continue;
      }
      if (afterSpace) {
        lower.append(' ');
        afterSpace = false;
      }
      lower.append(Character.toLowerCase(c));
    }
    return lower.toString();
  }

  /** Yields what all spellings of a word or phrase have in common. */
  static String key(String text) {
    var key = new StringBuilder();
    for (String part : SIGNS.split(text.toLowerCase(Locale.ROOT))) {
      key.append(key.isEmpty() ? "" : " ").append(Syllable.canonical(part));
    }
    return key.toString();
  }

  /**
   * Yields a word that was only seen at the beginning of sentences as it is probably written inside
   * one: in lower case, but for names that have more capitals, or are no Vietnamese.
   */
  static String withoutCapitalOfSentence(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean hasOneCapital = word.substring(1).equals(lower.substring(1));
    boolean isVietnamese = Arrays.stream(SIGNS.split(lower)).allMatch(Syllable::isSyllable);
    return hasOneCapital && isVietnamese ? lower : word;
  }
}
