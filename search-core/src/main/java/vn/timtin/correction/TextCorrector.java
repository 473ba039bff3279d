package vn.timtin.correction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.timtin.analysis.Folding;
import vn.timtin.correction.CorrectedText.Kind;
import vn.timtin.correction.ReadingText.Word;
import vn.timtin.language.SyllableModel;

/**
 * Says what was probably meant by a text: what its keystrokes make, with its spaces and diacritics,
 * and without slips.
 *
 * <p>A noisy channel (Kernighan, Church and Gale, "A Spelling Correction Program Based on a Noisy
 * Channel Model", 1990): of all that may have been meant it takes what is most probable by itself,
 * by a model of language learnt from news, times the probability of the slips. A text without any
 * mark was written without them; in one that has diacritics, every word means what it says unless
 * much speaks against it. Safe for many threads.
 */
public final class TextCorrector {
  /** What it costs to have left out the diacritics of a word in a text that has some elsewhere. */
  private static final float LEFT_OUT = 8;

  /** The same where others were left out certainly, and how many others that takes. */
  private static final float LEFT_OUT_AGAIN = 1;

  private static final int MIN_LEFT_OUT = 2;

  /** The share of a word's readings up to which diacritics were certainly left out. */
  private static final double CERTAINLY_LEFT_OUT = 0.05;

  /** What it costs to have meant a marked word that nobody writes. */
  private static final float STRANGE = 6;

  /** What speaks for a word that news has beside its neighbour. */
  private static final float ATTESTED = 3;

  /** From which probability on a word counts as one in use. */
  private static final double IN_USE = 1e-5;

  /** In how many articles of an index a word must be to be one that people write. */
  private static final int MIN_ARTICLES = 3;

  /** How many articles of an index what was learnt from news is worth. */
  private static final double PRIOR = 50;

  /**
   * By how much, as a logarithm, an index and news may differ in how frequent a reading is before
   * it counts: articles that have a word are no measure of how often it is written.
   */
  private static final double USUAL_DIFFERENCE = 2;

  private static final double MAX_FAVOUR = 3;

  private final SyllableModel model;
  private final Slips slips;

  TextCorrector(SyllableModel model) {
    this.model = model;
    this.slips = new Slips(model);
  }

  /** Corrects by the model of the library; made when it is first asked for. */
  private static final class OfNews {
    static final TextCorrector CORRECTOR = new TextCorrector(SyllableModel.ofNews());
  }

  /** Yields the corrector by the model of the library, which the first call reads. */
  public static TextCorrector ofNews() {
    return OfNews.CORRECTOR;
  }

  /** Yields what was meant by a text of any normal form. */
  public CorrectedText correct(CharSequence given) {
    return correct(given, WordCounts.NONE);
  }

  /**
   * Yields what was meant by a text, sharpened by an index.
   *
   * @param counts of the index: a word that is frequent there, or only there, is the more probable
   */
  public CorrectedText correct(CharSequence given, WordCounts counts) {
    var reading = new ReadingText(given, model);
    Map<String, String> keystrokes = keystrokes(reading.text());
    if (keystrokes.isEmpty()) {
      return new Run(counts, Effort.THOROUGH).correct(reading);
    }
    String undone = KeystrokeText.replaceWords(reading.text(), keystrokes);
    CorrectedText corrected =
        new Run(counts, Effort.THOROUGH).correct(new ReadingText(undone, model));
    Set<Kind> kinds = EnumSet.of(Kind.TELEX);
    kinds.addAll(corrected.kinds());
    Map<String, String> changes = new HashMap<>();
    keystrokes.forEach(
        (typed, made) -> changes.put(typed, KeystrokeText.replaceWords(made, corrected.changes())));
    return new CorrectedText(reading.text(), corrected.corrected(), kinds, changes);
  }

  /** Yields what was meant by a query that was not typed as keystrokes, as fast as possible. */
  public CorrectedText correctQuery(CharSequence given) {
    return new Run(WordCounts.NONE, Effort.QUICK).correct(new ReadingText(given, model));
  }

  private Map<String, String> keystrokes(String text) {
    try {
      return KeystrokeText.decode(
          List.of(text), words -> words.stream().mapToDouble(this::use).toArray(), IN_USE);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the model is in memory
    }
  }

  private double use(String word) {
    String spelling = SyllableModel.spelling(word.toLowerCase(Locale.ROOT));
    return Math.max(use(model.id(spelling)), use(model.id(SyllableModel.capitalized(spelling))));
  }

  private double use(int id) {
    return id == SyllableModel.UNKNOWN ? 0 : model.share(id);
  }

  /** Whether news hardly ever has this unmarked word so. */
  private boolean lacksDiacritics(Word written) {
    String word = written.lower();
    if (written.isMarked()) {
      return false;
    }
    double all = 0;
    for (String form : List.of(word, SyllableModel.capitalized(word))) {
      int first = model.firstReading(form);
      for (int id = first; id < model.endOfReadings(first); id++) {
        all += use(id);
      }
    }
    double own = use(model.id(word)) + use(model.id(SyllableModel.capitalized(word)));
    return own < CERTAINLY_LEFT_OUT * all;
  }

  /** The correction of one text, and what comes of it. */
  private final class Run {
    private final WordCounts counts;
    private final Effort effort;
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Map<String, String> changes = new HashMap<>();

    Run(WordCounts counts, Effort effort) {
      this.counts = counts;
      this.effort = effort;
    }

    CorrectedText correct(ReadingText given) {
      Map<String, String> run = new HashMap<>();
      String spaced = new WordBounds(given, model).setRight(run);
      ReadingText reading = given;
      if (!spaced.equals(given.text())) {
        kinds.add(Kind.SPELLING);
        reading = new ReadingText(spaced, model);
      }
      List<Word> words = reading.words();
      boolean anyMarked = words.stream().anyMatch(Word::isMarked);
      float cost = 0;
      if (anyMarked) {
        long leftOut = words.stream().filter(word -> lacksDiacritics(word)).count();
        if (leftOut == 0 && words.size() > 1 && reading.isUsual()) {
          return new CorrectedText(given.text(), spaced, kinds, run);
        }
        cost = leftOut < MIN_LEFT_OUT ? LEFT_OUT : LEFT_OUT_AGAIN;
      }
      String corrected = reading.mostProbable(new Meanings(reading, cost, counts), effort, changes);
      changes.forEach((typed, meant) -> kinds.add(kindOf(typed, meant)));
      run.forEach(
          (typed, parted) -> changes.put(typed, KeystrokeText.replaceWords(parted, changes)));
      return new CorrectedText(given.text(), corrected, kinds, changes);
    }

    private static Kind kindOf(String typed, String meant) {
      boolean lackedDiacritics = !Folding.isMarked(typed) && typed.equals(Folding.fold(meant));
      return lackedDiacritics ? Kind.DIACRITICS : Kind.SPELLING;
    }
  }

  /** What the words of a text may mean. */
  private final class Meanings implements ReadingText.Source {
    private final ReadingText text;
    private final float leftOut;
    private final WordCounts counts;

    Meanings(ReadingText text, float leftOut, WordCounts counts) {
      this.text = text;
      this.leftOut = leftOut;
      this.counts = counts;
    }

    @Override
    public void read(int place, Word word, Readings readings) {
      if (!word.isMarked() && leftOut == 0) {
        word.letters().addReadings(word.lower(), 0, model, readings);
      }
      if (readings.size() == 0) {
        addMeant(place, word, readings);
      }
      if (counts != WordCounts.NONE && readings.size() > 1) {
        favourFrequent(readings);
      }
    }

    private void addMeant(int place, Word word, Readings readings) {
      boolean isInUse =
          word.id() != SyllableModel.UNKNOWN
              || counts.articlesWith(word.spelling()) >= MIN_ARTICLES;
      addOwn(place, word, isInUse, readings);
      boolean mayLackDiacritics = !word.isMarked() && leftOut < LEFT_OUT;
      if (!mayLackDiacritics && text.isUsualOnBothSides(place)) {
        return;
      }
      Readings meant = slips.meantBy(word.spelling(), word.letters(), !isInUse);
      for (int i = 0; i < meant.size(); i++) {
        boolean lacksDiacritics = !word.isMarked() && Folding.isMarked(model.word(meant.id(i)));
        readings.add(meant.id(i), meant.cost(i) + (lacksDiacritics ? leftOut : 0));
      }
    }

    private void addOwn(int place, Word word, boolean isInUse, Readings readings) {
      if (word.id() == SyllableModel.UNKNOWN) {
        readings.add(word.id(), word.isMarked() && !isInUse ? STRANGE : 0);
        return;
      }
      float cost = text.isAttested(place) ? -ATTESTED : 0;
      readings.add(word.id(), cost);
      if (word.letters() == Case.EITHER) {
        int name = model.id(SyllableModel.capitalized(word.spelling()));
        if (name != word.id() && name != SyllableModel.UNKNOWN) {
          readings.add(name, cost);
        }
      }
    }

    /**
     * Moves the shares of the readings from those of the news that was learnt from to those of the
     * index, the more the more articles tell of them.
     */
    private void favourFrequent(Readings readings) {
      double[] articles = new double[readings.size()];
      double[] uses = new double[readings.size()];
      double allArticles = 0;
      double allUses = 0;
      for (int i = 0; i < articles.length; i++) {
        if (readings.id(i) >= SyllableModel.FIRST_WORD) {
          articles[i] = counts.articlesWith(lower(readings.id(i)));
          uses[i] = use(lower(readings.id(i)));
          allArticles += articles[i];
          allUses += uses[i];
        }
      }
      for (int i = 0; i < articles.length; i++) {
        if (uses[i] > 0) {
          double expected = uses[i] / allUses;
          double share = (articles[i] + PRIOR * expected) / (allArticles + PRIOR);
          double ratio = Math.log(share / expected);
          double beyond = Math.min(MAX_FAVOUR, Math.abs(ratio) - USUAL_DIFFERENCE);
          if (beyond > 0) {
            readings.favour(i, (float) (ratio > 0 ? beyond : -beyond));
          }
        }
      }
    }

    private String lower(int id) {
      return model.word(id).toLowerCase(Locale.ROOT);
    }
  }
}
