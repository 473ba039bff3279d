package vn.timtin.analysis;

import java.util.Locale;
import java.util.Optional;
import vn.timtin.analysis.Syllable.Tone;

/**
 * Undoes raw keystrokes of the two common input methods, for text that was typed while the input
 * method was off: Telex ({@code hooij}) and VNI ({@code ho6i5}) for {@code hội}.
 *
 * <p>Tone and mark keys may stand at once after the vowel or anywhere later in the syllable, as the
 * methods allow. What the keys make must be a possible syllable; a key that is doubled to take back
 * its mark ({@code ass}) makes none. Whether a text was typed so at all is for the caller to tell:
 * {@code beer} gives {@code bể}.
 *
 * <p>For one word.
 */
public final class Keystrokes {
  private static final String VOWELS = "aăâeêioôơuưy";

  /** The tone keys in the order of {@link Tone}: of Telex, then of VNI. */
  private static final String TELEX_TONES = "zfsrxj";

  private static final String VNI_TONES = "021345";

  private final StringBuilder letters = new StringBuilder();
  private Tone tone = Tone.LEVEL;
  private boolean isToned;
  private boolean isVowelMarked;
  private boolean isCertain;

  private Keystrokes() {}

  /**
   * What keystrokes make.
   *
   * @param text the syllable, in the case in which it was typed
   * @param isCertain whether the keys are such as no other text has: a mark key and a tone key, dd,
   *     uw, or a digit
   */
  public record Decoded(String text, boolean isCertain) {}

  /**
   * Yields the syllable with diacritics that the keys of this word make.
   *
   * @param word ASCII letters and digits, in any case
   * @return empty if they make none, or none with a mark
   */
  public static Optional<Decoded> decode(String word) {
    var keys = new Keystrokes();
    return keys.take(word)
        ? keys.syllable().map(s -> new Decoded(inCaseOf(word, s), keys.isCertain()))
        : Optional.empty();
  }

  /**
   * Yields what the keys of a word make that is still being typed: {@code hooj} is {@code hộ},
   * {@code nghiee} {@code nghiê}. A tone for which the letters are no syllable yet is left out.
   *
   * @param word ASCII letters and digits, in any case
   * @return the letters in the case in which they were typed; the word where its keys make none
   */
  public static String decodeBeginning(String word) {
    var keys = new Keystrokes();
    if (!keys.take(word)) {
      return word;
    }
    String letters = keys.letters.toString();
    String made = keys.tone == Tone.LEVEL ? letters : keys.syllable().orElse(letters);
    return Folding.isMarked(made) ? inCaseOf(word, made) : word;
  }

  /** Returns whether the keys can have been meant. */
  private boolean take(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean vni = lower.chars().anyMatch(Keystrokes::isDigit);
    for (int i = 0; i < lower.length(); i++) {
      char key = lower.charAt(i);
      if (!(vni ? takeVni(key) : takeTelex(key))) {
        return false;
      }
    }
    return true;
  }

  private boolean isCertain() {
    return isCertain || (isVowelMarked && isToned);
  }

  private Optional<String> syllable() {
    if (tone == Tone.LEVEL && !Folding.isMarked(letters)) {
      return Optional.empty(); // no key was one of a mark
    }
    int last = letters.length() - 1;
    boolean highlands = letters.toString().endsWith("ăk"); // Đắk, Lắk: written with k for c
    if (highlands) {
      letters.setCharAt(last, 'c');
    }
    return Syllable.parse(letters)
        .map(read -> new Syllable(read.onset(), read.rime(), tone))
        .filter(Syllable::isPossible)
        .map(made -> highlands ? made.toString().replaceFirst("c$", "k") : made.toString());
  }

  /** Returns whether the key can have been meant. */
  private boolean takeTelex(char key) {
    int toneKey = TELEX_TONES.indexOf(key);
    if (toneKey >= 0 && hasVowel()) {
      return takeTone(Tone.values()[toneKey]);
    }
    return switch (key) {
      case 'w' -> takeHorn(true);
      case 'a', 'e', 'o' -> {
        int first = letters.lastIndexOf(String.valueOf(key));
        if (first >= 0) {
          yield mark(first, circumflexed(key));
        }
        letters.append(key);
        yield letters.indexOf(String.valueOf(circumflexed(key))) < 0; // aaa takes the mark back
      }
      case 'd' -> letters.isEmpty() ? append(key) : takeStroke();
      default -> append(key);
    };
  }

  private boolean takeVni(char key) {
    if (!isDigit(key)) {
      return append(key);
    }
    isCertain = true;
    int toneKey = VNI_TONES.indexOf(key);
    if (toneKey >= 0) {
      return hasVowel() && takeTone(Tone.values()[toneKey]);
    }
    return switch (key) {
      case '6' -> {
        int last = lastOf("aeo");
        yield last >= 0 && mark(last, circumflexed(letters.charAt(last)));
      }
      case '7' -> takeHorn(false);
      case '8' -> {
        int last = lastOf("a");
        yield last >= 0 && mark(last, 'ă');
      }
      default -> takeStroke();
    };
  }

  private boolean append(char letter) {
    letters.append(letter);
    return true;
  }

  private boolean takeTone(Tone typed) {
    boolean again = isToned && tone == typed; // ss takes the tone back
    tone = typed;
    isToned = true;
    return !again;
  }

  private boolean takeStroke() {
    if (!letters.isEmpty() && letters.charAt(0) == 'd') {
      letters.setCharAt(0, 'đ');
      isCertain = true;
      return true;
    }
    return false;
  }

  /**
   * The key of ơ, ư and, in Telex alone, ă: of several letters the one that makes a rime.
   *
   * @param breve whether the key is that of ă too, and alone makes ư
   */
  private boolean takeHorn(boolean breve) {
    for (String both : new String[] {"uo", "ưo", "uơ"}) {
      int start = letters.indexOf(both);
      if (start >= 0) {
        isCertain |= both.equals("ưo"); // uwow
        mark(start, 'ư');
        return mark(start + 1, 'ơ');
      }
    }
    int last = lastOf(breve ? "aou" : "ou");
    if (last < 0) {
      isVowelMarked = true;
      return breve && !hasVowel() && append('ư');
    }
    char letter = letters.charAt(last);
    char before = last > 0 ? letters.charAt(last - 1) : ' ';
    boolean openUa = letter == 'a' && before == 'u' && last == letters.length() - 1;
    if ((openUa && letters.indexOf("qu") != 0) || (letter == 'u' && before == 'u')) {
      last--; // mưa, hưu
      letter = 'u';
    }
    isCertain |= letter == 'u' && last == letters.length() - 1;
    return mark(last, letter == 'a' ? 'ă' : letter == 'o' ? 'ơ' : 'ư');
  }

  private boolean mark(int index, char marked) {
    letters.setCharAt(index, marked);
    isVowelMarked = true;
    return true;
  }

  private boolean hasVowel() {
    return letters.chars().anyMatch(c -> VOWELS.indexOf(c) >= 0);
  }

  private int lastOf(String wanted) {
    for (int i = letters.length() - 1; i >= 0; i--) {
      if (wanted.indexOf(letters.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static char circumflexed(char vowel) {
    return switch (vowel) {
      case 'a' -> 'â';
      case 'e' -> 'ê';
      default -> 'ô';
    };
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Yields the syllable in capitals where the word is, or with the first letter one. */
  private static String inCaseOf(String word, String syllable) {
    if (!Character.isUpperCase(word.charAt(0))) {
      return syllable;
    }
    if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
      return syllable.toUpperCase(Locale.ROOT);
    }
    return syllable.substring(0, 1).toUpperCase(Locale.ROOT) + syllable.substring(1);
  }
}
