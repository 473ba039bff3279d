package vn.timtin.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Article;
import vn.timtin.correction.CorrectedText;
import vn.timtin.correction.TextCorrector;
import vn.timtin.index.IndexStats;
import vn.timtin.index.NewsIndex;
import vn.timtin.lucene.facet.SourceCounter;
import vn.timtin.lucene.search.ArticleSearcher;
import vn.timtin.lucene.search.Cursor;
import vn.timtin.lucene.search.IndexFigures;
import vn.timtin.lucene.search.IndexWordCounts;
import vn.timtin.lucene.store.BackgroundSteps;
import vn.timtin.lucene.store.Generation;
import vn.timtin.lucene.store.Generations;
import vn.timtin.lucene.store.LiveGenerations;
import vn.timtin.lucene.store.Parallel;
import vn.timtin.lucene.store.SynonymsFile;
import vn.timtin.lucene.suggest.Suggester;
import vn.timtin.search.InvalidCursorException;
import vn.timtin.search.RelatedRequest;
import vn.timtin.search.RelatedResults;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;
import vn.timtin.search.SourceSummary;
import vn.timtin.search.SuggestRequest;
import vn.timtin.search.Suggestions;
import vn.timtin.search.Timeline;
import vn.timtin.search.UnknownArticleException;

/**
 * The index on one machine, in Lucene.
 *
 * <p>A thread of its own makes writes visible every {@value #REFRESH_MILLIS} ms, and another one
 * notices when a new generation was published: {@link LiveGenerations} moves on to it.
 */
public final class LuceneNewsIndex implements NewsIndex {
  private static final long REFRESH_MILLIS = 250;

  /** Batches smaller than this are not worth a second thread. */
  private static final int PARALLEL_BATCH = 32;

  private final LiveGenerations live;
  private final SynonymsFile synonyms;
  private final BackgroundSteps steps = new BackgroundSteps();
  private final ScheduledExecutorService refresher = worker("timtin-refresh");

  /** Moving on takes time: what is written meanwhile is made visible all the same. */
  private final ScheduledExecutorService follower = worker("timtin-follow");

  /** Reads the words of articles for suggestions, from the first that is asked for. */
  private final ScheduledExecutorService phraseReader = worker("timtin-phrases");

  private final Suggester suggester = new Suggester();
  private boolean isSuggesting;

  /** That an article was found to be damaged, and in which generation. */
  private final AtomicReference<@Nullable Damage> damage = new AtomicReference<>();

  private record Damage(long generation, String message) {}

  private static final System.Logger LOG = System.getLogger(LuceneNewsIndex.class.getName());

  private LuceneNewsIndex(LiveGenerations live, SynonymsFile synonyms) {
    this.live = live;
    this.synonyms = synonyms;
    every(refresher, this::keepFresh);
    every(follower, this::follow);
  }

  private static void every(ScheduledExecutorService worker, Runnable round) {
    worker.scheduleWithFixedDelay(round, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static ScheduledExecutorService worker(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  public static NewsIndex open(Path directory, boolean writable) throws IOException {
    var generations = new Generations(directory);
    // First the synonyms: where they are wrong, nothing is open yet that would have to be closed.
    SynonymsFile synonyms = SynonymsFile.open(generations.root());
    return new LuceneNewsIndex(
        writable
            ? LiveGenerations.openForWriting(generations, () -> IndexBuilder.beginEmpty(directory))
            : LiveGenerations.openForReading(generations),
        synonyms);
  }

  // ------------------------------------------------------------------ writes

  @Override
  public PutOutcome put(Article article) throws IOException {
    return live.write(
        (generation, clock) -> {
          boolean isNew = generation.put(article, clock, true);
          generation.awaitCommit();
          return outcome(isNew);
        });
  }

  private static PutOutcome outcome(boolean isNew) {
    return isNew ? PutOutcome.CREATED : PutOutcome.UPDATED;
  }

  @Override
  public List<PutOutcome> putAll(List<Article> articles) throws IOException {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      last.put(articles.get(i).id(), i);
    }
    return live.write(
        (generation, clock) -> {
          PutOutcome[] outcomes = new PutOutcome[articles.size()];
          Parallel.forEach(
              IntStream.range(0, articles.size())
                  .filter(i -> last.get(articles.get(i).id()) == i)
                  .boxed()
                  .toList(),
              PARALLEL_BATCH,
              i -> outcomes[i] = outcome(generation.put(articles.get(i), clock, false)));
          generation.awaitCommit();
          return outcomesInOrder(articles, outcomes, last);
        });
  }

  /** The first of several with one id did what the one that was written did; the others update. */
  private static List<PutOutcome> outcomesInOrder(
      List<Article> articles, PutOutcome[] written, Map<String, Integer> last) {
    var seen = new HashSet<String>();
    return articles.stream()
        .map(
            article ->
                seen.add(article.id()) ? written[last.get(article.id())] : PutOutcome.UPDATED)
        .toList();
  }

  @Override
  public boolean delete(String id) throws IOException {
    return live.write(
        (generation, clock) -> {
          boolean deleted = generation.delete(id, clock);
          if (deleted) {
            generation.awaitCommit();
          }
          return deleted;
        });
  }

  // ------------------------------------------------------------------ reads

  @Override
  public Optional<Article> get(String id) throws IOException {
    return live.readGeneration(generation -> generation.get(id));
  }

  @Override
  public SearchResults search(SearchRequest request) throws IOException {
    String next = request.cursor();
    return next == null
        ? live.read(
            (generation, searcher) ->
                search(
                    generation,
                    searcher,
                    request,
                    Cursor.atStart(generation.number(), generation.keep(searcher), request)))
        : goOn(request, Cursor.of(next, request));
  }

  private SearchResults search(
      Generation generation, IndexSearcher searcher, SearchRequest request, Cursor at)
      throws IOException {
    return searcher(generation, searcher).search(request, at);
  }

  private ArticleSearcher searcher(Generation generation, IndexSearcher searcher) {
    return new ArticleSearcher(
        searcher,
        synonyms.current(),
        damaged -> {
          if (damage.getAndSet(new Damage(generation.number(), damaged)) == null) {
            LOG.log(System.Logger.Level.WARNING, generation.path() + ": " + damaged);
          }
        });
  }

  private SearchResults goOn(SearchRequest request, Cursor at) throws IOException {
    Generation generation = live.current();
    IndexSearcher then =
        at.generation() == generation.number() ? generation.kept(at.version()) : null;
    if (then == null) {
      throw new InvalidCursorException(
          "cursor is too old: the articles as they were then are no longer kept. Begin again"
              + " without it");
    }
    try {
      return search(generation, then, request, at);
    } finally {
      generation.release(then);
    }
  }

  @Override
  public RelatedResults related(RelatedRequest request) throws IOException {
    long began = System.nanoTime();
    Article subject =
        switch (request.subject()) {
          case RelatedRequest.Subject.Given given -> given.article();
          case RelatedRequest.Subject.Stored stored ->
              get(stored.id()).orElseThrow(() -> new UnknownArticleException(stored.id()));
        };
    var hits =
        live.read(
            (generation, searcher) -> searcher(generation, searcher).related(request, subject));
    return new RelatedResults(hits, Duration.ofNanos(System.nanoTime() - began));
  }

  @Override
  public Timeline timeline(SearchRequest request, Timeline.Interval interval) throws IOException {
    return live.read(
        (generation, searcher) -> searcher(generation, searcher).timeline(request, interval));
  }

  @Override
  public CorrectedText correct(String text) throws IOException {
    return live.read(
        (generation, searcher) ->
            TextCorrector.ofNews().correct(text, new IndexWordCounts(searcher.getIndexReader())));
  }

  @Override
  public Suggestions suggest(SuggestRequest request) throws IOException {
    long began = System.nanoTime();
    beginSuggesting();
    awaitPhrases(request.patience());
    return live.read(
        (generation, searcher) ->
            new Suggestions(
                suggester.suggest(request.text(), request.size(), searcher),
                suggester.covers(searcher.getIndexReader()),
                Duration.ofNanos(System.nanoTime() - began)));
  }

  private synchronized void beginSuggesting() {
    if (!isSuggesting && !phraseReader.isShutdown()) {
      isSuggesting = true;
      phraseReader.scheduleWithFixedDelay(
          () -> steps.run("suggestions are as before", this::readPhrases),
          0,
          REFRESH_MILLIS,
          TimeUnit.MILLISECONDS);
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
        suggester.awaitPhrases(Duration.ofMillis(REFRESH_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it will not wait, then
    }
  }

  @Override
  public List<SourceSummary> sources() throws IOException {
    return live.read((generation, searcher) -> SourceCounter.count(searcher.getIndexReader()));
  }

  @Override
  public IndexStats stats() throws IOException {
    long bytes = live.readGeneration(Generation::bytesOnDisk);
    return live.read(
        (generation, searcher) ->
            IndexFigures.of(searcher, generation.number(), bytes, troubles()));
  }

  @Override
  public void forEach(Consumer<Article> consumer) throws IOException {
    live.<Optional<Void>>read(
        (generation, searcher) -> {
          IndexFigures.forEach(searcher.getIndexReader(), consumer);
          return Optional.empty();
        });
  }

  // ------------------------------------------------------------------ staying current

  @Override
  public void refresh() throws IOException {
    live.refresh();
  }

  private void keepFresh() {
    steps.run("synonyms are as before", synonyms::refresh);
    steps.run("new articles are not visible", live::keepFresh);
  }

  private void follow() {
    steps.run("the index that was published is not used", live::follow);
  }

  @Override
  public List<String> troubles() {
    List<String> troubles = new ArrayList<>(steps.troubles());
    Damage found = damage.get();
    if (found != null && found.generation() == live.current().number()) {
      troubles.add(found.message());
    }
    return List.copyOf(troubles);
  }

  @Override
  public void close() throws IOException {
    refresher.shutdown();
    follower.shutdown();
    synchronized (this) {
      suggester.close();
      phraseReader.close();
    }
    live.close();
  }
}
