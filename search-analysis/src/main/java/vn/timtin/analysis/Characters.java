package vn.timtin.analysis;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import vn.timtin.analysis.Syllable.Tone;

/** Which characters of Vietnamese text have other forms, and which one is meant. */
final class Characters {
  private static final byte PLAIN = 0;

  /** A mark on the letter before it, or whatever else is composed with it. */
  private static final byte MARK = 1;

  private static final byte REPLACED = 2;

  /** Looks like a Latin capital and is not one. */
  private static final byte CYRILLIC = 3;

  private static final String VOWEL_MARKS = "\u0302\u0306\u031B";
  private static final String STROKES = "\u0335\u0336";

  private static final String CYRILLIC_CAPITALS = "АВЕКМНОРСТХ";
  private static final String LATIN_CAPITALS = "ABEKMHOPCTX";

  /** Each row: characters, and what all of them stand for. */
  private static final String[][] REPLACEMENTS = {
    {"ðɖ", "đ"},
    {"ÐƉ", "Đ"},
    {"ƣ", "ư"},
    {"Ƣ", "Ư"},
    {"ı", "i"},
    {"º", "°"},
    {"“”„‟«»″", "\""},
    {"‘’‚‛′ʼ`´", "'"},
    {"‐‑‒–—―−⁃", "-"},
    {"\u202F\u205F\u3000", "\u00A0"},
    {"\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A", "\u00A0"},
    {"\uFE0E\uFE0F", " "},
  };

  /** How far a Latin letter is looked for beside a Cyrillic capital. */
  private static final int LONGEST_LOOK = 16;

  private static final byte[] KINDS = new byte[1 << 16];

  /** By the character, null where it is not replaced. */
  private static final String[] REPLACED_BY = new String[1 << 16];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      classify((char) c);
    }
    for (String[] row : REPLACEMENTS) {
      row[0].chars().forEach(c -> replace((char) c, row[1]));
    }
    // U+1FEF is composed to the grave accent, and that is an apostrophe here.
    for (int c = 0; c < REPLACED_BY.length; c++) {
      String by = REPLACED_BY[c];
      if (by != null && by.length() == 1 && REPLACED_BY[by.charAt(0)] != null) {
        REPLACED_BY[c] = REPLACED_BY[by.charAt(0)];
      }
    }
    CYRILLIC_CAPITALS.chars().forEach(c -> KINDS[c] = CYRILLIC);
  }

  /** Is told where lengths differ. */
  @FunctionalInterface
  interface Corrections {
    /**
     * From {@code offset} in the settled text on, the text as it was given is {@code difference}
     * characters ahead.
     */
    void add(int offset, int difference);
  }

  private Characters() {}

  /** Whether a text with this character may have to be settled. */
  static boolean isOdd(char c) {
    return KINDS[c] != PLAIN;
  }

  /** Appends the settled form of {@code text} to {@code settled}. */
  static void settle(CharSequence text, StringBuilder settled, Corrections corrections) {
    int difference = 0;
    int copied = 0;
    int i = 0;
    while (i < text.length()) {
      int start = i;
      boolean odd = isOdd(text.charAt(i++));
      int marks = 0;
      // Invisible characters may stand between a letter and its diacritics.
      while (i < text.length() && belongsToLetter(text.charAt(i))) {
        marks += KINDS[text.charAt(i++)] == MARK ? 1 : 0;
      }
      if (!odd && i == start + 1) {
        continue; // plain characters are copied together
      }
      settled.append(text, copied, start);
      int from = settled.length();
      if (marks > 0) {
        compose(text, start, i, settled);
      } else {
        append(text, start, settled);
      }
      copied = i;
      // Whatever is inside a character that became several ends where that character ends.
      for (int inside = from + i - start; inside < settled.length(); inside++) {
        difference = i - inside;
        corrections.add(inside, difference);
      }
      int ahead = i - settled.length();
      if (ahead != difference) {
        corrections.add(settled.length(), ahead);
        difference = ahead;
      }
    }
    settled.append(text, copied, text.length());
  }

  private static boolean belongsToLetter(char c) {
    return KINDS[c] == MARK || (KINDS[c] == REPLACED && REPLACED_BY[c].isEmpty());
  }

  private static void append(CharSequence text, int index, StringBuilder settled) {
    char c = text.charAt(index);
    switch (KINDS[c]) {
      case REPLACED -> settled.append(REPLACED_BY[c]);
      case CYRILLIC ->
          settled.append(
              bordersOnLatin(text, index, -1) || bordersOnLatin(text, index, 1)
                  ? LATIN_CAPITALS.charAt(CYRILLIC_CAPITALS.indexOf(c))
                  : c);
      default -> settled.append(c);
    }
  }

  /** Whether a Latin letter stands in this direction, after other such capitals and diacritics. */
  private static boolean bordersOnLatin(CharSequence text, int index, int step) {
    for (int steps = 1; steps <= LONGEST_LOOK; steps++) {
      int i = index + step * steps;
      if (i < 0 || i >= text.length()) {
        return false;
      }
      char c = text.charAt(i);
      if (KINDS[c] != CYRILLIC && !belongsToLetter(c)) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
      }
    }
    return false;
  }

  /** Appends a letter with its diacritics, the vowel mark before the tone, each of them once. */
  private static void compose(CharSequence text, int start, int end, StringBuilder settled) {
    var given = new StringBuilder();
    for (int i = start; i < end; i++) {
      append(text, i, given);
    }
    if (isCyrillicLetter(text, start, end)) {
      given.setCharAt(0, text.charAt(start));
    }
    String decomposed = Normalizer.normalize(given, Form.NFD);
    var letter = new StringBuilder();
    var vowelMarks = new StringBuilder();
    var tones = new StringBuilder();
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (VOWEL_MARKS.indexOf(c) >= 0) {
        appendOnce(vowelMarks, c);
      } else if (Tone.isMark(c)) {
        appendOnce(tones, c);
      } else if (STROKES.indexOf(c) >= 0 && letter.toString().equalsIgnoreCase("d")) {
        letter.setCharAt(0, letter.charAt(0) == 'd' ? 'đ' : 'Đ');
      } else {
        letter.append(c);
      }
    }
    boolean vietnamese = letter.length() == 1 && vowelMarks.length() <= 1 && tones.length() <= 1;
    settled.append(
        Normalizer.normalize(
            vietnamese ? letter.append(vowelMarks).append(tones) : given, Form.NFC));
  }

  /** Whether the capital and a mark are one letter of Cyrillic, as Ѐ is. */
  private static boolean isCyrillicLetter(CharSequence text, int start, int end) {
    char capital = text.charAt(start);
    return KINDS[capital] == CYRILLIC
        && Normalizer.normalize(text.subSequence(start, end), Form.NFC).charAt(0) != capital;
  }

  private static void appendOnce(StringBuilder marks, char mark) {
    if (marks.indexOf(String.valueOf(mark)) < 0) {
      marks.append(mark);
    }
  }

  private static void classify(char c) {
    if (c < 0x80 || Character.isSurrogate(c)) {
      return;
    }
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0x1160 && c <= 0x11FF)) {
      KINDS[c] = MARK; // parts of Korean syllables are composed in the same way
    } else if (Character.getType(c) == Character.FORMAT) {
      replace(c, "");
    } else if (isCompatible(c)) {
      replace(c, Normalizer.normalize(String.valueOf(c), Form.NFKC).replace('\u2044', '/'));
    } else {
      String composed = Normalizer.normalize(String.valueOf(c), Form.NFC);
      if (composed.length() != 1 || composed.charAt(0) != c) {
        replace(c, composed);
      }
    }
  }

  /** Whether the character is another form of plain ones: full width, a ligature, raised. */
  private static boolean isCompatible(char c) {
    return (c >= 0xFF01 && c <= 0xFF5E)
        || (c >= 0xFB00 && c <= 0xFB06)
        || "²³¹¼½¾".indexOf(c) >= 0
        || (c >= 0x2070 && c <= 0x2089 && Character.getType(c) == Character.OTHER_NUMBER)
        || (c >= 0x2150 && c <= 0x217F);
  }

  private static void replace(char c, String by) {
    KINDS[c] = REPLACED;
    REPLACED_BY[c] = by;
  }
}
