package vn.timtin.analysis;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Vietnamese syllable, what stands between two spaces: {@code nguyễn} is ng + u + yê + n + ngã.
 *
 * <p>Every part comes out of a short table, and rules say where the tone mark stands. So the
 * spellings of one syllable are known from the letters alone, without a dictionary: {@code hoà} and
 * {@code hòa}, {@code kĩ} and {@code kỹ}, the slips {@code nguời} and {@code ngươì} parse to equal
 * syllables. Spellings that may be two words ({@code tai} and {@code tay}, the names {@code Vi} and
 * {@code Vy}) do not. Immutable; no argument may be null.
 *
 * <p>Orthography after the Ministry of Education's "Quy định về chính tả tiếng Việt", Decision
 * 240/QĐ, 1984, and Decision 1989/QĐ-BGDĐT, 2018, whose article 8 places the tone in the new style.
 * The papers use both styles.
 *
 * @param onset what stands before the rime, {@code gi} and {@code qu} among others, or empty
 * @param rime the rest of the letters; of {@code gì} and {@code giếng} it is {@code i} and {@code
 *     iêng}, though a single i is written
 * @param tone the tone, {@link Tone#LEVEL} also for text without diacritics
 */
public record Syllable(String onset, Rime rime, Tone tone) {
  /** The six tones. */
  public enum Tone {
    /** Ngang, without a mark. */
    LEVEL(""),
    /** Huyền, the grave accent. */
    HUYEN("\u0300"),
    /** Sắc, the acute accent. */
    SAC("\u0301"),
    /** Hỏi, the hook above. */
    HOI("\u0309"),
    /** Ngã, the tilde. */
    NGA("\u0303"),
    /** Nặng, the dot below. */
    NANG("\u0323");

    private final String mark;

    Tone(String mark) {
      this.mark = mark;
    }

    /** Yields the combining character of this tone, or an empty string for {@link #LEVEL}. */
    public String mark() {
      return mark;
    }

    /** Whether a combining character is the mark of a tone rather than of a vowel. */
    public static boolean isMark(char c) {
      return of(c) != LEVEL;
    }

    /** Yields the tone of a combining character, {@link #LEVEL} if it is the mark of none. */
    static Tone of(char c) {
      for (Tone tone : values()) {
        if (tone.mark.indexOf(c) >= 0) {
          return tone;
        }
      }
      return LEVEL;
    }
  }

  /**
   * The part of a syllable that rhymes.
   *
   * @param glide o or u before the nucleus, or empty; the u of qu belongs to the onset
   * @param nucleus the vowel, of one or two letters
   * @param coda the consonant or the i, y, o, u after the nucleus, or empty
   */
  public record Rime(String glide, String nucleus, String coda) {
    /** Yields the letters of the rime. */
    @Override
    public String toString() {
      return glide + nucleus + coda;
    }

    /** Yields the index of the letter that bears the tone mark. */
    private int toneLetter() {
      if (OPEN_GLIDES.contains(toString())) {
        return 0; // hòa, khỏe, thúy; others write hoà, khoẻ, thuý
      }
      // ia ua ưa bear it on their first letter, iê yê uô ươ oo on their second.
      return glide.length() + (nucleus.endsWith("a") ? 0 : nucleus.length() - 1);
    }
  }

  /** The longest first, so that the first one that a syllable starts with is its onset. */
  static final List<String> ONSETS =
      words("ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x");

  /**
   * Each row: glide and nucleus; then their rimes, open, or with a vowel, a nasal, a stop after.
   */
  static final Map<String, Rime> RIMES =
      rimes(
          """
          a     a    ai ay ao au   am an ang anh    ap at ac ach
          ă                        ăm ăn ăng        ăp ăt ăc
          â          ây âu         âm ân âng        âp ât âc
          e     e    eo            em en eng        ep et ec
          ê     ê    êu            êm ên êng ênh    êp êt êch
          i     i    iu            im in inh        ip it ich
          y     y                  ynh              yt ych
          o     o    oi            om on ong        op ot oc
          oo                       oong             ooc
          ô     ô    ôi            ôm ôn ông        ôp ôt ôc
          ơ     ơ    ơi            ơm ơn            ơp ơt
          u     u    ui            um un ung        up ut uc
          ư     ư    ưi ưu         ưm ưn ưng        ưt ưc
          ia    ia
          iê         iêu           iêm iên iêng     iêp iêt iêc
          yê         yêu           yêm yên yêng     yêt
          ua    ua
          uô         uôi           uôm uôn uông     uôt uôc
          ưa    ưa
          ươ         ươi ươu       ươm ươn ương     ươp ươt ươc
          o+a   oa   oai oay oao   oam oan oang oanh oap oat oac oach
          o+ă                      oăm oăn oăng     oăt oăc
          o+e   oe   oeo           oen              oet
          u+â        uây           uân uâng         uât
          u+ê   uê                 uênh             uêch
          u+ơ   uơ
          u+y   uy   uyu           uyn uynh         uyp uyt uych
          u+ya  uya
          u+yê                     uyên             uyêt
          """);

  /** The final rimes that have their tone in two places. */
  private static final List<String> OPEN_GLIDES = words("oa oe uy");

  /** What is written, rightly or not, for uơ and for the nucleus ươ. */
  private static final List<String> HORNED = words("uơ ưo ươ");

  /** The rimes that follow qu, ơi only in names (Quới). */
  private static final List<String> AFTER_QU =
      words(
          "a ac ach ai an ang anh ao au ay at ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et"
              + " ê ên ênh êt êch ơ ơi y ynh yt ych yên yêt ôc");

  /** The codas that cut the voice short, so that only two tones are left to it. */
  private static final List<String> STOPS = words("p t c ch");

  /**
   * What no syllable is longer than, in UTF-16 units: 7 letters (nghiêng), each with two
   * diacritics.
   */
  private static final int LONGEST = 7 * 3;

  /** Checks the parts, not whether they go together: see {@link #isPossible}. */
  public Syllable {
    Objects.requireNonNull(tone, "tone");
    if (!onset.isEmpty() && !ONSETS.contains(onset)) {
      throw new IllegalArgumentException("onset must be empty or one of " + ONSETS + ": " + onset);
    }
    if (!rime.equals(RIMES.get(rime.toString()))) {
      throw new IllegalArgumentException("rime must be one of Vietnamese: " + rime);
    }
  }

  /**
   * Reads one syllable, in any of its spellings.
   *
   * <p>The tone mark may stand on any vowel, in either style or by a slip ({@code cuả}), and any
   * tone is taken, so that text without diacritics can be read as far as its vowels exist ({@code
   * hoc}, but not {@code nguoi}).
   *
   * @param text letters in lower case, composed, decomposed or with their diacritics in any order
   * @return the syllable, or empty if the letters are none, among others where a letter is not
   *     Vietnamese or two tones differ
   */
  public static Optional<Syllable> parse(CharSequence text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var letters = new StringBuilder();
    Tone tone = Tone.LEVEL;
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); i++) {
      Tone mark = Tone.of(decomposed.charAt(i));
      if (mark == Tone.LEVEL) {
        letters.append(decomposed.charAt(i));
      } else if (endsWithVowel(letters) && (tone == Tone.LEVEL || tone == mark)) {
        tone = mark;
      } else {
        return Optional.empty();
      }
    }
    return read(Normalizer.normalize(letters, Normalizer.Form.NFC), tone);
  }

  /**
   * Yields the one spelling that all spellings of a syllable share: {@code hoà} becomes {@code
   * hòa}, {@code kĩ} becomes {@code kỹ}, {@code đuợc} becomes {@code được}.
   *
   * <p>What is not a syllable is left as it is ({@code café}, {@code krông}, {@code nguoi}). The
   * folded form stays the same but for y, which is written for i where both are in use. Idempotent.
   * Meant for whole terms: of a prefix ({@code ki}, {@code đượ}) it may hide what that begins.
   *
   * @param term one token, as {@link #parse} takes it
   */
  public static String canonical(String term) {
    return parse(term).map(Syllable::toString).orElse(term);
  }

  /**
   * Whether Vietnamese has syllables of this kind: the tone and the coda, the onset and the rime go
   * together.
   *
   * <p>Evidence, not proof: {@code hoc} and {@code nghành} are impossible (they lack a tone, and an
   * h too many), and so are some loans ({@code buýt}); {@code by} is possible.
   */
  public boolean isPossible() {
    boolean toneFits = !STOPS.contains(rime.coda) || tone == Tone.SAC || tone == Tone.NANG;
    // gi + a and g + ia are both written gia: the one that is read is meant.
    return toneFits && onsetFits() && parse(toString()).equals(Optional.of(this));
  }

  private boolean onsetFits() {
    String letters = rime.toString();
    boolean front = "eêiy".indexOf(letters.charAt(0)) >= 0;
    boolean glides = !rime.glide.isEmpty();
    // y begins a rime after qu (quỳnh), or is all of it (kỹ), or has nothing before it (yêu).
    boolean afterOnset = !letters.startsWith("y") || letters.equals("y");
    return switch (onset) {
      case "" -> afterOnset || rime.nucleus.equals("yê");
      case "qu" -> AFTER_QU.contains(letters);
      case "k", "gh", "ngh" -> front && afterOnset;
      case "c" -> !front && !glides; // with a glide, it is qu
      case "g", "ng" -> !front;
      case "b", "m", "p", "ph", "v" -> !glides && afterOnset; // the lips are not rounded twice
      default -> afterOnset;
    };
  }

  /** Whether these letters, in lower case, are a {@linkplain #isPossible possible} syllable. */
  public static boolean isSyllable(String text) {
    return parse(text).filter(Syllable::isPossible).isPresent();
  }

  /**
   * Yields the canonical spelling: in NFC, and with the tone of open oa, oe and uy on their first
   * letter.
   */
  @Override
  public String toString() {
    String before = sharesI() ? "g" : onset;
    int marked = before.length() + rime.toneLetter();
    var spelling = new StringBuilder(before).append(rime).insert(marked + 1, tone.mark);
    return Normalizer.normalize(spelling, Normalizer.Form.NFC);
  }

  /** Whether the i of gi and that of the rime are written as one. */
  private boolean sharesI() {
    return onset.equals("gi") && rime.nucleus.startsWith("i");
  }

  private static Optional<Syllable> read(String letters, Tone tone) {
    String onset = onsetOf(letters);
    Rime rime = RIMES.get(rimeAfter(onset, hornsSetRight(letters.substring(onset.length()))));
    return rime == null ? Optional.empty() : Optional.of(new Syllable(onset, rime, tone));
  }

  private static String onsetOf(String letters) {
    for (String onset : ONSETS) {
      if (letters.startsWith(onset)) {
        return onset;
      }
    }
    return "";
  }

  /** Yields the rime that is meant by {@code letters}, all that is written after the onset. */
  private static String rimeAfter(String onset, String letters) {
    return switch (onset) {
      case "" -> letters.startsWith("iê") ? yForI(letters) : letters; // iêu is a slip for yêu
      case "h", "k", "l", "m", "s", "t" -> letters.equals("i") ? "y" : letters; // kĩ is kỹ
      case "qu" -> letters.startsWith("i") ? yForI(letters) : letters; // quít is quýt
      case "gi" -> standsAfterGi(letters) ? letters : "i" + letters;
      default -> letters;
    };
  }

  private static String yForI(String letters) {
    return "y" + letters.substring(1);
  }

  /** Whether letters are the whole rime: già is gi + a, but gìn is gi + in, giếng gi + iêng. */
  private static boolean standsAfterGi(String letters) {
    return letters.equals("ê")
        || RIMES.containsKey(letters) && !letters.startsWith("ê") && !letters.startsWith("i");
  }

  /** Undoes slips that hit no other rime: ươ alone is written uơ, uơ and ưo before a coda ươ. */
  private static String hornsSetRight(String letters) {
    if (HORNED.contains(letters)) {
      return "uơ";
    }
    return letters.length() > 2 && HORNED.contains(letters.substring(0, 2))
        ? "ươ" + letters.substring(2)
        : letters;
  }

  private static boolean endsWithVowel(StringBuilder decomposed) {
    int last = decomposed.length() - 1;
    return last >= 0 && "aeiouy\u0302\u0306\u031b".indexOf(decomposed.charAt(last)) >= 0;
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  private static Map<String, Rime> rimes(String table) {
    Map<String, Rime> rimes = new HashMap<>();
    for (String row : table.lines().toList()) {
      String[] words = row.split(" +");
      int plus = words[0].indexOf('+');
      String glide = words[0].substring(0, Math.max(0, plus));
      String nucleus = words[0].substring(plus + 1);
      for (int i = 1; i < words.length; i++) {
        String coda = words[i].substring(glide.length() + nucleus.length());
        rimes.put(words[i], new Rime(glide, nucleus, coda));
      }
    }
    return Map.copyOf(rimes);
  }
}
