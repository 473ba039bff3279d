package vn.timtin.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vn.timtin.analysis.TextToken;
import vn.timtin.language.ModelFile;
import vn.timtin.words.model.WordFinder;
import vn.timtin.words.model.WordModel;

/**
 * Joins the syllables of Vietnamese text into words: {@code thủ đô Hà Nội} is {@code thủ_đô
 * Hà_Nội}.
 *
 * <p>Any text may be given; what is not Vietnamese is left in pieces as it stands between spaces
 * and signs. Takes time and memory in proportion to the text, memory apart from the result none.
 * Safe for many threads.
 */
public final class VietnameseSegmenter {
  private final ThreadLocal<WordFinder> finders;

  private VietnameseSegmenter(WordModel model) {
    finders = ThreadLocal.withInitial(() -> new WordFinder(model));
  }

  /** By the model of the library; read when it is first asked for. */
  private static final class OfNews {
    static final VietnameseSegmenter SEGMENTER = read();

    private static VietnameseSegmenter read() {
      try {
        ByteBuffer content = ModelFile.read(WordModel.class, "words.model", ModelFile.Kind.WORDS);
        return new VietnameseSegmenter(WordModel.read(content));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Yields the segmenter by the model of the library, which the first call reads.
   *
   * @throws UncheckedIOException if its file is missing or not what it should be
   */
  public static VietnameseSegmenter ofNews() {
    return OfNews.SEGMENTER;
  }

  /** Yields the words, numbers and signs of a text in their order; white space is in none. */
  public List<Word> segment(CharSequence text) {
    List<Word> words = new ArrayList<>();
    WordFinder finder = finders.get();
    finder.find(
        text.toString(),
        (start, end, joined) -> {
          int first = joined ? words.removeLast().start() : start;
          words.add(new Word(first, end));
        });
    return words;
  }

  /**
   * Tells which tokens of a text belong to one word with the token before them; the parts of a
   * number or a date do not.
   *
   * @param tokens of the text, in their order, none at the place of another
   * @return their indexes
   */
  public BitSet joined(String text, List<TextToken> tokens) {
    var joined = new BitSet();
    if (tokens.size() > 1) {
      int next = 0;
      for (Word word : segment(text.substring(0, tokens.getLast().end()))) {
        int first = next;
        while (next < tokens.size() && tokens.get(next).start() < word.end()) {
          joined.set(next, next > first && isSpace(text, tokens.get(next - 1), tokens.get(next)));
          next++;
        }
      }
    }
    return joined;
  }

  private static boolean isSpace(String text, TextToken before, TextToken after) {
    return text.substring(before.end(), after.start()).isBlank();
  }

  /**
   * Appends a text with its words separated by spaces and the syllables of each by {@code _}, as
   * treebanks have it: {@code Hà Nội, ngày 2-9} becomes {@code Hà_Nội , ngày 2-9}. The text itself
   * is not changed, but for its white space.
   */
  public void segment(CharSequence text, StringBuilder out) {
    String line = text.toString();
    int before = out.length();
    WordFinder finder = finders.get();
    finder.find(
        line,
        (start, end, joined) -> {
          if (out.length() > before) {
            out.append(joined ? '_' : ' ');
          }
          out.append(line, start, end);
        });
  }
}
