package vn.timtin.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.timtin.lucene.store.BackgroundSteps;
import vn.timtin.lucene.store.LiveGenerations;
import vn.timtin.lucene.store.Worker;
import vn.timtin.lucene.suggest.Suggester;
import vn.timtin.search.SuggestRequest;
import vn.timtin.search.Suggestions;

/**
 * Suggestions from the generation in use. A thread of their own reads the words of articles, from
 * the first suggestion that is asked for. Safe for many threads.
 */
final class LiveSuggestions implements Closeable {
  private final LiveGenerations live;
  private final BackgroundSteps steps;
  private final Worker reader = new Worker("timtin-phrases");
  private final Suggester suggester = new Suggester();
  private boolean isReading;

  LiveSuggestions(LiveGenerations live, BackgroundSteps steps) {
    this.live = live;
    this.steps = steps;
  }

  Suggestions suggest(SuggestRequest request) throws IOException {
    long began = System.nanoTime();
    beginReading();
    awaitPhrases(request.patience());
    return live.read(
        (generation, searcher) ->
            new Suggestions(
                suggester.suggest(request.text(), request.size(), searcher),
                suggester.covers(searcher.getIndexReader()),
                Duration.ofNanos(System.nanoTime() - began)));
  }

  private synchronized void beginReading() {
    if (!isReading) {
      isReading = true;
      reader.now(
          LuceneNewsIndex.REFRESH, () -> steps.run("suggestions are as before", this::readPhrases));
    }
  }

  private void readPhrases() throws IOException {
    live.<Optional<Void>>read(
        (generation, searcher) -> {
          suggester.refresh(searcher.getIndexReader());
          return Optional.empty();
        });
  }

  private void awaitPhrases(Duration patience) throws IOException {
    Instant deadline = Instant.now().plus(patience);
    try {
      while (Instant.now().isBefore(deadline)
          && !live.read((generation, searcher) -> suggester.covers(searcher.getIndexReader()))) {
        // A look now and then: what is read may cover the articles without anything new.
        suggester.awaitPhrases(LuceneNewsIndex.REFRESH);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it will not wait, then
    }
  }

  @Override
  public synchronized void close() throws IOException {
    isReading = true; // nobody begins any more
    suggester.close();
    reader.closeAndWait();
  }
}
