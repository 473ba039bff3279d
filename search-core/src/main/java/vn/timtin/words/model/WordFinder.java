package vn.timtin.words.model;

/** Finds the words of texts, with buffers that are used again. For one thread. */
public final class WordFinder {
  private final WordModel model;
  private final Tokens tokens = new Tokens();
  private final Stretch stretch = new Stretch(Tokens.MAX);
  private final int[] numbers = new int[Tokens.MAX];
  private final Decoder decoder;

  /** Finds words by this model. */
  public WordFinder(WordModel model) {
    this.model = model;
    this.decoder = new Decoder(model.weights());
  }

  /** Takes the tokens of a text one by one. */
  @FunctionalInterface
  public interface Consumer {
    /**
     * Takes a token.
     *
     * @param joined whether it belongs to the same word as the one before
     */
    void accept(int start, int end, boolean joined);
  }

  /** Passes on the tokens of a text in their order. */
  public void find(String text, Consumer consumer) {
    int at = 0;
    while (at < text.length()) {
      at = tokens.read(text, at);
      int size = tokens.size();
      for (int i = 0; i < size; i++) {
        numbers[i] = model.vocabulary().number(tokens, i);
      }
      stretch.fill(numbers, tokens.shapes(), size, model.vocabulary(), model.bigrams()::get);
      boolean[] joins = decoder.decode(stretch);
      for (int i = 0; i < size; i++) {
        consumer.accept(tokens.start(i), tokens.end(i), joins[i]);
      }
    }
  }
}
