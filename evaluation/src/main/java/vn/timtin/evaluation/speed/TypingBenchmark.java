package vn.timtin.evaluation.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import vn.timtin.analysis.Folding;
import vn.timtin.article.Article;
import vn.timtin.evaluation.Latency;
import vn.timtin.index.NewsIndex;
import vn.timtin.search.SuggestRequest;
import vn.timtin.search.Suggestion;
import vn.timtin.search.Suggestions;

/**
 * Types headlines and measures what is suggested: how fast, and how often the word that is being
 * typed is among the first eight suggestions, or three, after two letters of its first syllable.
 *
 * <p>Takes an index and JSON Lines with the headlines, {@value #HEADLINES} of which are chosen with
 * a fixed seed. To say something of suggestions, the articles must not be in the index. {@code
 * docs/decisions/0015-suggestions.md} has what it printed.
 */
public final class TypingBenchmark {
  private static final int HEADLINES = 1_000;
  private static final int LONGEST = 60;
  private static final int LETTERS = 2;
  private static final int ROUNDS = 3;

  private TypingBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    List<String> headlines =
        new ArrayList<>(
            BenchmarkArticles.read(Path.of(arguments[1]), Integer.MAX_VALUE).stream()
                .map(Article::title)
                .toList());
    Collections.shuffle(headlines, new Random(1));
    headlines = headlines.subList(0, Math.min(HEADLINES, headlines.size()));
    try (NewsIndex index = NewsIndex.openForReading(Path.of(arguments[0]))) {
      Suggestions first = index.suggest(SuggestRequest.of("").withPatience(Duration.ofHours(1)));
      System.out.printf("words read in %.1f s%n", first.took().toMillis() / 1e3);
      for (int round = 1; round <= ROUNDS; round++) {
        time(headlines, index, round);
      }
      for (boolean marked : new boolean[] {false, true}) {
        count(headlines, marked, index);
      }
    }
  }

  /** Types each headline letter by letter, without diacritics and with them. */
  private static void time(List<String> headlines, NewsIndex index, int round) throws IOException {
    long[] times = new long[2 * LONGEST * headlines.size()];
    int asked = 0;
    for (String headline : headlines) {
      for (String typed : List.of(Folding.fold(headline), headline)) {
        for (int length = 1; length <= Math.min(LONGEST, typed.length()); length++) {
          long began = System.nanoTime();
          index.suggest(SuggestRequest.of(typed.substring(0, length)));
          times[asked++] = System.nanoTime() - began;
        }
      }
    }
    Latency latency = Latency.of(Arrays.copyOf(times, asked));
    System.out.printf(
        Locale.ROOT,
        "round %d: %d questions, mean %.2f ms, p50 %.2f, p99 %.2f%n",
        round,
        asked,
        latency.mean(),
        latency.p50(),
        latency.p99());
  }

  /** Types two letters of each syllable after all before it. */
  private static void count(List<String> headlines, boolean marked, NewsIndex index)
      throws IOException {
    int asked = 0;
    int amongEight = 0;
    int amongThree = 0;
    for (String headline : headlines) {
      String[] syllables = headline.strip().split("[\\p{Z}\\s]+");
      String before = "";
      for (String syllable : syllables) {
        boolean isWord = syllable.chars().allMatch(Character::isLetter);
        if (isWord && syllable.length() > LETTERS) {
          String typed = before + syllable.substring(0, LETTERS);
          int rank = rank(marked ? typed : Folding.fold(typed), before + syllable, index);
          asked++;
          amongEight += rank < 8 ? 1 : 0;
          amongThree += rank < 3 ? 1 : 0;
        }
        before += syllable + " ";
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s marks: %d syllables, among eight %.3f, among three %.3f%n",
        marked ? "with" : "without",
        asked,
        (double) amongEight / asked,
        (double) amongThree / asked);
  }

  /** Yields how many words are suggested before one that begins with what was meant. */
  private static int rank(String typed, String meant, NewsIndex index) throws IOException {
    int rank = 0;
    String wanted = comparable(meant);
    for (Suggestion suggestion : index.suggest(SuggestRequest.of(typed)).suggestions()) {
      if ((comparable(suggestion.text()) + " ").startsWith(wanted + " ")) {
        return rank;
      }
      rank++;
    }
    return Integer.MAX_VALUE;
  }

  /** What is typed without diacritics may get others than were meant: it counts by its letters. */
  private static String comparable(String text) {
    return Folding.fold(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
