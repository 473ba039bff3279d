package vn.timtin.lucene.suggest;

import java.text.Normalizer;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Syllable.Tone;

/** How the diacritics of what was typed agree with those of a word that has the same letters. */
enum Diacritics {
  /** They are the same. */
  SAME,
  /** Some were left out, or are still to come. */
  LEFT_OUT,
  /** They are others. */
  OTHER;

  /** The tone of each letter, and the letter without it. */
  private static final byte[] TONES = new byte[0x1f00];

  private static final char[] TONELESS = new char[0x1f00];

  static {
    for (char c = 0; c < TONES.length; c++) {
      TONELESS[c] = c;
      if (Folding.fold(c) != c) {
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        for (Tone tone : Tone.values()) {
          if (tone != Tone.LEVEL && decomposed.contains(tone.mark())) {
            String toneless = decomposed.replace(tone.mark(), "");
            TONES[c] = (byte) tone.ordinal();
            TONELESS[c] = Normalizer.normalize(toneless, Normalizer.Form.NFC).charAt(0);
          }
        }
      }
    }
  }

  /**
   * Compares a syllable that was typed with one of a phrase.
   *
   * @param typed lower-case letters
   * @param meant lower-case letters, the same but for diacritics, or more
   * @param isWhole whether the typed syllable has come to its end; if not, its tone may still come
   */
  static Diacritics of(String typed, String meant, boolean isWhole) {
    Diacritics diacritics = SAME;
    for (int i = 0; i < Math.min(typed.length(), meant.length()); i++) {
      char letter = toneless(typed.charAt(i));
      if (letter != toneless(meant.charAt(i))) {
        diacritics = worse(diacritics, Folding.fold(letter) == letter ? LEFT_OUT : OTHER);
      }
    }
    int tone = tone(typed);
    if (tone != tone(meant)) {
      diacritics = worse(diacritics, tone > 0 ? OTHER : isWhole ? LEFT_OUT : SAME);
    }
    return diacritics;
  }

  private static Diacritics worse(Diacritics one, Diacritics other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static char toneless(char c) {
    return c < TONELESS.length ? TONELESS[c] : c;
  }

  /** Yields the number of the tone, wherever its mark stands: hoà and hòa have the same. */
  private static int tone(String syllable) {
    for (int i = 0; i < syllable.length(); i++) {
      char c = syllable.charAt(i);
      if (c < TONES.length && TONES[c] > 0) {
        return TONES[c];
      }
    }
    return 0;
  }
}
