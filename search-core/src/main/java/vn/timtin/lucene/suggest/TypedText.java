package vn.timtin.lucene.suggest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.Keystrokes;

/**
 * What has been typed so far.
 *
 * @param text in NFC
 * @param syllables what stands between spaces and signs
 * @param isOpen whether the last syllable may go on: no space or sign follows it
 */
record TypedText(String text, List<Part> syllables, boolean isOpen) {
  private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9]+");

  /** The syllables that are written with either letter. */
  private static final Pattern I_OR_Y = Pattern.compile("[hklmst][iy]");

  /**
   * A syllable, a number or another word.
   *
   * @param start where it begins in the text, in UTF-16 units
   * @param letters in lower case
   */
  record Part(int start, String letters) {}

  static TypedText of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    List<Part> syllables = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= composed.length(); i++) {
      boolean isLetter = i < composed.length() && Character.isLetterOrDigit(composed.charAt(i));
      if (isLetter && start < 0) {
        start = i;
      } else if (!isLetter && start >= 0) {
        String letters = PhraseText.lower(composed.substring(start, i));
        syllables.add(new Part(start, letters));
        start = -1;
      }
    }
    boolean isOpen =
        !composed.isEmpty() && Character.isLetterOrDigit(composed.charAt(composed.length() - 1));
    return new TypedText(composed, syllables, isOpen);
  }

  /**
   * Yields the text and what else it may be, the likeliest first: keystrokes that were not turned
   * into letters, and syllables in i for y or y for i.
   */
  List<TypedText> readings() {
    return Stream.of(text, rewritten(TypedText::keystrokesUndone), rewritten(TypedText::otherI))
        .distinct()
        .map(TypedText::of)
        .toList();
  }

  /** Rewrites a syllable of the text. */
  private interface Rewriting {
    String of(String syllable, boolean isOpen);
  }

  private String rewritten(Rewriting rewriting) {
    var rewritten = new StringBuilder(text);
    for (int i = syllables.size() - 1; i >= 0; i--) {
      int start = syllables.get(i).start();
      int end = start + syllables.get(i).letters().length();
      boolean open = isOpen && i == syllables.size() - 1;
      rewritten.replace(start, end, rewriting.of(text.substring(start, end), open));
    }
    return rewritten.toString();
  }

  private static String keystrokesUndone(String syllable, boolean open) {
    if (!KEYS.matcher(syllable).matches()) {
      return syllable;
    }
    return open
        ? Keystrokes.decodeBeginning(syllable)
        : Keystrokes.decode(syllable).map(Keystrokes.Decoded::text).orElse(syllable);
  }

  /** Papers write both kỹ and kĩ, but mostly one of them. */
  private static String otherI(String syllable, boolean open) {
    String folded = Folding.fold(syllable.toLowerCase(Locale.ROOT));
    if (!I_OR_Y.matcher(folded).matches()) {
      return syllable;
    }
    String letters = Normalizer.normalize(syllable, Normalizer.Form.NFD);
    String other = folded.endsWith("i") ? letters.replace('i', 'y') : letters.replace('y', 'i');
    return Normalizer.normalize(other, Normalizer.Form.NFC);
  }

  /** Yields how many letters and digits there are. */
  int letters() {
    return syllables.stream().mapToInt(syllable -> syllable.letters().length()).sum();
  }

  private boolean isMarked() {
    return Folding.isMarked(text);
  }

  /** Yields the text before a syllable, as it was typed. */
  String before(int syllable) {
    return text.substring(0, syllables.get(syllable).start());
  }

  /**
   * Yields the last word before a syllable with what stands between them, empty if there is none.
   */
  String wordBefore(int syllable) {
    return syllable == 0
        ? ""
        : text.substring(syllables.get(syllable - 1).start(), syllables.get(syllable).start());
  }

  /** Yields what a phrase must begin with to complete the text from a syllable on. */
  String from(int syllable) {
    String letters =
        syllables.stream().skip(syllable).map(Part::letters).collect(Collectors.joining(" "));
    return isOpen ? letters : letters + " ";
  }

  /**
   * Tells how the diacritics of the text from a syllable on agree with those of a phrase. Where
   * none were typed, all are as good.
   */
  Diacritics diacriticsAgainst(String phrase, int syllable) {
    Diacritics worst = Diacritics.SAME;
    if (!isMarked()) {
      return worst;
    }
    String[] meant = PhraseText.lower(phrase).split(" ");
    for (int i = syllable; i < syllables.size() && i - syllable < meant.length; i++) {
      boolean isWhole = !isOpen || i < syllables.size() - 1;
      Diacritics diacritics =
          Diacritics.of(syllables.get(i).letters(), meant[i - syllable], isWhole);
      worst = diacritics.compareTo(worst) > 0 ? diacritics : worst;
    }
    return worst;
  }
}
