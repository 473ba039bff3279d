package vn.timtin.training.words;

import java.util.List;
import vn.timtin.words.model.Tokens;
import vn.timtin.words.model.Vocabulary;

/** How each pair of syllables occurs in the raw text: separated, capitalised, in which articles. */
final class Occurrences {
  private static final List<String> LINKS = List.of(",", "và", "hoặc", "hay", "/", "-", "–");

  /** How often there is one token between the two, other than a link. */
  final int[] apart;

  /** How often there is a comma, a conjunction or the like between the two. */
  final int[] linked;

  /** How often neither, the first, the second, both are capitalised, but not behind signs. */
  final int[][] capitals;

  /** In how many articles the pair is. */
  final int[] documents;

  /** How often its first syllable is in these articles. */
  final int[] firstThere;

  /** How often its second syllable is in these articles. */
  final int[] secondThere;

  private final Pairs pairs;
  private final Vocabulary vocabulary;
  private final int[] tokens;
  private final boolean[] links;
  private final int[] inDocument;
  private final int[] lastDocument;

  Occurrences(Corpus corpus, Pairs pairs, Vocabulary vocabulary) {
    this.pairs = pairs;
    this.vocabulary = vocabulary;
    tokens = corpus.tokens();
    apart = new int[pairs.size()];
    linked = new int[pairs.size()];
    capitals = new int[4][pairs.size()];
    documents = new int[pairs.size()];
    firstThere = new int[pairs.size()];
    secondThere = new int[pairs.size()];
    lastDocument = new int[pairs.size()];
    inDocument = new int[vocabulary.kinds().length];
    links = new boolean[vocabulary.kinds().length];
    for (String link : LINKS) {
      int at = corpus.known().indexOf(link);
      if (at >= 0) {
        links[Vocabulary.FIRST_KNOWN + at] = true;
      }
    }
    int document = 0;
    for (int start = 0, end; start < tokens.length; start = end) {
      end = start + 1;
      while (end < tokens.length
          && (tokens[end] != Vocabulary.EDGE || tokens[end - 1] != Vocabulary.EDGE)) {
        end++;
      }
      count(++document, start, end);
    }
  }

  private void count(int document, int start, int end) {
    for (int i = start; i < end; i++) {
      inDocument[Corpus.number(tokens[i])]++;
    }
    for (int i = start + 1; i < end - 1; i++) {
      int first = Corpus.number(tokens[i]);
      int second = Corpus.number(tokens[i + 1]);
      int pair = pairs.number(first, second);
      if (pair >= 0) {
        if (vocabulary.isSyllable(Corpus.number(tokens[i - 1]))) {
          int one = Corpus.shape(tokens[i]) == Tokens.LOWER ? 0 : 1;
          int two = Corpus.shape(tokens[i + 1]) == Tokens.LOWER ? 0 : 2;
          capitals[one + two][pair]++;
        }
        if (lastDocument[pair] != document) {
          lastDocument[pair] = document;
          documents[pair]++;
          firstThere[pair] += inDocument[first];
          secondThere[pair] += inDocument[second];
        }
      }
      if (i + 2 < end) {
        int separated = pairs.number(first, Corpus.number(tokens[i + 2]));
        if (separated >= 0) {
          (links[second] ? linked : apart)[separated]++;
        }
      }
    }
    for (int i = start; i < end; i++) {
      inDocument[Corpus.number(tokens[i])] = 0;
    }
  }
}
