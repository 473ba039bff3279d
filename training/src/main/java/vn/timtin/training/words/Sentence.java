package vn.timtin.training.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.timtin.words.model.Tokens;
import vn.timtin.words.model.Vocabulary;

/**
 * A sentence segmented by hand.
 *
 * @param tokens the number of each token
 * @param shapes how each token is written
 * @param joins whether one word goes across the boundary before each token
 */
record Sentence(int[] tokens, byte[] shapes, boolean[] joins) {
  /** Reads a file with one sentence a line, the syllables of a word joined by underscores. */
  static List<Sentence> read(Path file, Vocabulary vocabulary) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    var read = new Tokens();
    for (String line : Files.readAllLines(file)) {
      read.read(line.replace('_', ' '), 0);
      int size = read.size();
      var sentence = new Sentence(new int[size], new byte[size], new boolean[size]);
      for (int i = 0; i < size; i++) {
        sentence.tokens[i] = vocabulary.number(read, i);
        sentence.shapes[i] = read.shape(i);
        sentence.joins[i] = i > 0 && line.substring(read.end(i - 1), read.start(i)).equals("_");
      }
      sentences.add(sentence);
    }
    return sentences;
  }

  /** Yields the joins between syllables: those at signs cannot be learnt. */
  boolean[] learnableJoins(Vocabulary vocabulary) {
    boolean[] learnable = joins.clone();
    for (int i = 1; i < learnable.length; i++) {
      learnable[i] &= vocabulary.isSyllable(tokens[i]) && vocabulary.isSyllable(tokens[i - 1]);
    }
    return learnable;
  }
}
