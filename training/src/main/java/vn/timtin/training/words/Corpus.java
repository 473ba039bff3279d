package vn.timtin.training.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.timtin.article.Article;
import vn.timtin.language.StaticFunction;
import vn.timtin.training.News;
import vn.timtin.words.model.Tokens;
import vn.timtin.words.model.Vocabulary;

/**
 * Raw text as numbers.
 *
 * @param known the canonical spelling of each number from {@link Vocabulary#FIRST_KNOWN} on, the
 *     most frequent first
 * @param aliases the number of every spelling that was seen
 * @param tokens the number of each token, its shape in the bits from 16 on; {@link Vocabulary#EDGE}
 *     stands between texts, and twice between articles
 */
record Corpus(List<String> known, Map<String, Integer> aliases, int[] tokens) {
  private static final Set<String> OPENING =
      Set.of(".", "?", "!", ":", "...", "…", "\"", "“", "-", "–", "•", ";");
  private static final int LEAST = 8;
  private static final int MOST = 30_000;

  /** Reads the articles of the files. */
  static Corpus read(News news) throws IOException {
    var reader = new Reader();
    news.forEach(article -> reader.add(texts(article)));
    return reader.corpus();
  }

  /** Yields the texts of an article line by line. */
  private static List<String> texts(Article article) {
    return Stream.concat(
            Stream.of(article.title(), article.summary(), article.body()),
            article.captions().stream())
        .flatMap(String::lines)
        .toList();
  }

  private StaticFunction spellings() {
    Map<String, Integer> spellings = new TreeMap<>(aliases);
    // The treebank's codes for brackets.
    spellings.put("lbkt", aliases.getOrDefault("(", Vocabulary.UNKNOWN_SIGN));
    spellings.put("rbkt", aliases.getOrDefault(")", Vocabulary.UNKNOWN_SIGN));
    long[] keys = spellings.keySet().stream().mapToLong(Tokens::hash).toArray();
    int[] numbers = spellings.values().stream().mapToInt(number -> number).toArray();
    return StaticFunction.of(keys, numbers, 15, 17);
  }

  /** Yields the number of an element of {@link #tokens}. */
  static int number(int token) {
    return token & 0xFFFF;
  }

  /** Yields how an element of {@link #tokens} is written, as {@link Tokens#shape} has it. */
  static int shape(int token) {
    return token >> 16;
  }

  /** Yields what the segmenter is to know about each token. */
  Vocabulary vocabulary(Embeddings embeddings) {
    int[] groups = embeddings.clusters(Vocabulary.FIRST_KNOWN, 256, 12);
    var known = new Vocabulary(spellings(), new byte[groups.length], new byte[groups.length]);
    for (int i = 0; i < groups.length; i++) {
      known.kinds()[i] = kind(i);
      known.groups()[i] = (byte) groups[i];
    }
    return known;
  }

  private byte kind(int token) {
    if (token < Vocabulary.FIRST_KNOWN) {
      return token == Vocabulary.EDGE
          ? Vocabulary.OPENING
          : token == Vocabulary.UNKNOWN_SIGN ? Vocabulary.SIGN : Vocabulary.SYLLABLE;
    }
    String spelling = known.get(token - Vocabulary.FIRST_KNOWN);
    return Character.isLetter(spelling.codePointAt(0))
        ? Vocabulary.SYLLABLE
        : OPENING.contains(spelling) ? Vocabulary.OPENING : Vocabulary.SIGN;
  }

  /** Numbers spellings as they come, until all counts are known. */
  private static final class Reader {
    private final Map<String, Integer> raw = new HashMap<>();
    private final List<String> spellings = new ArrayList<>();
    private final Tokens read = new Tokens();
    private int[] counts = new int[1 << 16];
    private int[] tokens = new int[1 << 20];
    private int size;

    Reader() {
      numberOf(""); // the edge
    }

    void add(List<String> texts) {
      append(0, 0);
      for (String text : texts) {
        append(0, 0);
        int at = 0;
        do {
          at = read.read(text, at);
          for (int i = 0; i < read.size(); i++) {
            int shape = read.shape(i);
            append(numberOf(shape == Tokens.NUMBER ? "0" : read.lower(i)), shape);
          }
        } while (at < text.length());
      }
    }

    private int numberOf(String spelling) {
      Integer known = raw.putIfAbsent(spelling, raw.size());
      int number = known == null ? raw.size() - 1 : known;
      if (known == null) {
        spellings.add(spelling);
      }
      if (number == counts.length) {
        counts = Arrays.copyOf(counts, 2 * number);
      }
      counts[number]++;
      return number;
    }

    private void append(int number, int shape) {
      if (size == tokens.length) {
        tokens = Arrays.copyOf(tokens, size + size / 2);
      }
      tokens[size++] = number << 3 | shape;
    }

    Corpus corpus() {
      Map<String, Integer> canonical = new HashMap<>();
      String[] forms = new String[spellings.size()];
      for (int n = 1; n < forms.length; n++) {
        forms[n] = Tokens.canonical(spellings.get(n));
        canonical.merge(forms[n], counts[n], Integer::sum);
      }
      canonical.remove("0");
      List<String> vocabulary =
          canonical.entrySet().stream()
              .filter(entry -> entry.getValue() >= LEAST)
              .sorted(
                  Comparator.comparing(Map.Entry<String, Integer>::getValue)
                      .reversed()
                      .thenComparing(Map.Entry::getKey))
              .limit(MOST)
              .map(Map.Entry::getKey)
              .toList();
      Map<String, Integer> ids = new HashMap<>();
      for (String form : vocabulary) {
        ids.put(form, Vocabulary.FIRST_KNOWN + ids.size());
      }
      Map<String, Integer> aliases = new HashMap<>(ids);
      for (int n = 1; n < forms.length; n++) {
        if (ids.containsKey(forms[n])) {
          aliases.put(spellings.get(n), ids.get(forms[n]));
        }
      }
      int[] result = new int[size];
      for (int i = 0; i < size; i++) {
        int shape = tokens[i] & 7;
        int n = tokens[i] >> 3;
        int otherwise =
            shape == Tokens.NUMBER
                ? Vocabulary.DIGITS
                : shape == Tokens.SIGN ? Vocabulary.UNKNOWN_SIGN : 0;
        int id = n == 0 ? Vocabulary.EDGE : ids.getOrDefault(forms[n], otherwise);
        result[i] = id | shape << 16;
      }
      return new Corpus(vocabulary, Map.copyOf(aliases), result);
    }
  }
}
