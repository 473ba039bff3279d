package vn.timtin.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.NumericUtils;
import vn.timtin.article.Article;
import vn.timtin.correction.CorrectedText;
import vn.timtin.correction.TextCorrector;
import vn.timtin.facet.SourceCounter;
import vn.timtin.ranking.FilterCompiler;
import vn.timtin.schema.ArticleDocuments;
import vn.timtin.schema.Fields;
import vn.timtin.search.InvalidCursorException;
import vn.timtin.search.RelatedRequest;
import vn.timtin.search.RelatedResults;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;
import vn.timtin.search.SourceSummary;
import vn.timtin.search.SuggestRequest;
import vn.timtin.search.Suggestions;
import vn.timtin.search.Timeline;
import vn.timtin.suggest.Suggester;

/**
 * The index on one machine, in Lucene.
 *
 * <p>A thread of its own makes writes visible every {@value #REFRESH_MILLIS} ms and notices when
 * another process has published a new generation: then writes pause, what the old generation took
 * since the building of the new one began is carried over, and searches move on to the new one.
 */
final class LuceneNewsIndex implements NewsIndex {
  private static final long REFRESH_MILLIS = 250;

  /** Who waits for phrases looks for them so often. */
  private static final long PATIENT_MILLIS = 10;

  /** Batches smaller than this are not worth a second thread. */
  private static final int PARALLEL_BATCH = 32;

  /** Uses a point in time of the index. */
  @FunctionalInterface
  private interface View<R> {
    R over(Generation generation, IndexSearcher searcher) throws IOException;
  }

  private final Generations generations;
  private final boolean writable;
  private final SynonymsFile synonyms;
  private final ScheduledExecutorService refresher = worker("timtin-refresh");

  /** Reads the words of articles for suggestions, from the first that is asked for. */
  private final ScheduledExecutorService phraseReader = worker("timtin-phrases");

  private final Suggester suggester = new Suggester();
  private boolean isSuggesting;

  /** Writes hold the read lock, a change of generation the write lock. */
  private final ReentrantReadWriteLock change = new ReentrantReadWriteLock();

  private volatile Generation current;

  private LuceneNewsIndex(
      Generations generations, Generation current, boolean writable, SynonymsFile synonyms) {
    this.generations = generations;
    this.current = current;
    this.writable = writable;
    this.synonyms = synonyms;
    refresher.scheduleWithFixedDelay(
        this::keepCurrent, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static ScheduledExecutorService worker(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  static NewsIndex open(Path directory, boolean writable) throws IOException {
    var generations = new Generations(directory.toAbsolutePath().normalize());
    if (writable) {
      generations.prepare();
      if (generations.current().isEmpty()) {
        try (IndexBuilder empty = IndexBuilder.create(directory)) {
          empty.publish();
        }
      }
    }
    long number = generations.requireCurrent();
    SynonymsFile synonyms = SynonymsFile.open(generations.root());
    Generation current = Generation.open(generations, number, writable);
    Path before = generations.directory(number - 1);
    if (writable && current.hasToCatchUp() && Files.isDirectory(before)) {
      try (Directory previous = FSDirectory.open(before)) {
        current.catchUpWith(previous);
      } catch (IOException | RuntimeException e) {
        current.close();
        throw e;
      }
    }
    return new LuceneNewsIndex(generations, current, writable, synonyms);
  }

  // ------------------------------------------------------------------ writes

  @Override
  public PutOutcome put(Article article) throws IOException {
    return write(
        generation -> {
          PutOutcome outcome = generation.put(article, true);
          generation.awaitCommit();
          return outcome;
        });
  }

  @Override
  public List<PutOutcome> putAll(List<Article> articles) throws IOException {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      last.put(articles.get(i).id(), i);
    }
    return write(
        generation -> {
          PutOutcome[] outcomes = new PutOutcome[articles.size()];
          Parallel.forEach(
              IntStream.range(0, articles.size())
                  .filter(i -> last.get(articles.get(i).id()) == i)
                  .boxed()
                  .toList(),
              PARALLEL_BATCH,
              i -> outcomes[i] = generation.put(articles.get(i), false));
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
    return write(
        generation -> {
          boolean deleted = generation.delete(id);
          if (deleted) {
            generation.awaitCommit();
          }
          return deleted;
        });
  }

  /** Changes a generation. */
  @FunctionalInterface
  private interface Write<R> {
    R to(Generation generation) throws IOException;
  }

  private <R> R write(Write<R> write) throws IOException {
    if (!current.isWritable() && writable) {
      reopen();
    }
    change.readLock().lock();
    try {
      return write.to(current);
    } catch (AlreadyClosedException e) {
      throw cannotWrite(e);
    } catch (IndexException e) {
      throw e;
    } catch (IOException e) {
      throw cannotWrite(e);
    } finally {
      change.readLock().unlock();
    }
  }

  private IndexException cannotWrite(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new IndexException(
        "cannot write to the index in " + generations.root() + ": " + root.getMessage(), e);
  }

  /** A writer that has met a full disk is closed for good; the next write tries a new one. */
  private void reopen() throws IOException {
    change.writeLock().lock();
    try {
      if (!current.isWritable() && !refresher.isShutdown()) {
        current.close();
        current = Generation.open(generations, current.number(), true);
      }
    } finally {
      change.writeLock().unlock();
    }
  }

  // ------------------------------------------------------------------ reads

  @Override
  public Optional<Article> get(String id) throws IOException {
    while (true) {
      Generation generation = current;
      try {
        return generation.get(id);
      } catch (AlreadyClosedException e) {
        requireChangeOf(generation, e);
      }
    }
  }

  @Override
  public SearchResults search(SearchRequest request) throws IOException {
    String next = request.cursor();
    return next == null
        ? read(
            (generation, searcher) ->
                search(searcher, request, generation.cursorAtStart(searcher, request)))
        : goOn(request, Cursor.of(next, request));
  }

  private SearchResults search(IndexSearcher searcher, SearchRequest request, Cursor at)
      throws IOException {
    return new ArticleSearcher(searcher, synonyms.current()).search(request, at);
  }

  private SearchResults goOn(SearchRequest request, Cursor at) throws IOException {
    Generation generation = current;
    IndexSearcher then = generation.searcherOf(at);
    if (then == null) {
      throw new InvalidCursorException(
          "cursor is too old: the articles as they were then are no longer kept. Begin again"
              + " without it");
    }
    try {
      return search(then, request, at);
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
        read(
            (generation, searcher) ->
                new ArticleSearcher(searcher, synonyms.current()).related(request, subject));
    return new RelatedResults(hits, Duration.ofNanos(System.nanoTime() - began));
  }

  @Override
  public Timeline timeline(SearchRequest request, Timeline.Interval interval) throws IOException {
    return read(
        (generation, searcher) ->
            new ArticleSearcher(searcher, synonyms.current()).timeline(request, interval));
  }

  @Override
  public CorrectedText correct(String text) throws IOException {
    return read(
        (generation, searcher) ->
            TextCorrector.ofNews().correct(text, new IndexWordCounts(searcher.getIndexReader())));
  }

  @Override
  public Suggestions suggest(SuggestRequest request) throws IOException {
    long began = System.nanoTime();
    beginSuggesting();
    awaitPhrases(request.patience());
    return read(
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
          () -> attempt(this::readPhrases), 0, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void readPhrases() throws IOException {
    this.<Optional<Void>>read(
        (generation, searcher) -> {
          suggester.refresh(searcher.getIndexReader());
          return Optional.empty();
        });
  }

  private void awaitPhrases(Duration patience) throws IOException {
    Instant deadline = Instant.now().plus(patience);
    try {
      while (Instant.now().isBefore(deadline)
          && !read((generation, searcher) -> suggester.covers(searcher.getIndexReader()))) {
        Thread.sleep(PATIENT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it will not wait, then
    }
  }

  @Override
  public List<SourceSummary> sources() throws IOException {
    return read((generation, searcher) -> SourceCounter.count(searcher.getIndexReader()));
  }

  @Override
  public IndexStats stats() throws IOException {
    long size = bytesOnDisk();
    return read(
        (used, searcher) -> {
          IndexReader reader = searcher.getIndexReader();
          byte[] first = PointValues.getMinPackedValue(reader, Fields.PUBLISHED_AT);
          byte[] last = PointValues.getMaxPackedValue(reader, Fields.PUBLISHED_AT);
          return new IndexStats(
              searcher.count(FilterCompiler.articles()),
              SourceCounter.count(reader).size(),
              size,
              used.number(),
              Optional.ofNullable(first).map(LuceneNewsIndex::moment),
              Optional.ofNullable(last).map(LuceneNewsIndex::moment));
        });
  }

  private long bytesOnDisk() throws IOException {
    while (true) {
      Generation generation = current;
      try {
        long bytes = 0;
        for (String file : generation.directory().listAll()) {
          bytes += lengthOf(generation.directory(), file);
        }
        return bytes;
      } catch (AlreadyClosedException e) {
        requireChangeOf(generation, e);
      }
    }
  }

  private static long lengthOf(Directory directory, String file) {
    try {
      return directory.fileLength(file);
    } catch (IOException e) {
      return 0; // merged away meanwhile
    }
  }

  private static Instant moment(byte[] packed) {
    return Instant.ofEpochMilli(NumericUtils.sortableBytesToLong(packed, 0));
  }

  @Override
  public void forEach(Consumer<Article> consumer) throws IOException {
    this.<Optional<Void>>read(
        (generation, searcher) -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            StoredFields stored = leaf.reader().storedFields();
            Bits live = leaf.reader().getLiveDocs();
            for (int i = 0; i < leaf.reader().maxDoc(); i++) {
              if (live == null || live.get(i)) {
                var document = stored.document(i);
                if (ArticleDocuments.isArticle(document)) {
                  consumer.accept(ArticleDocuments.article(document));
                }
              }
            }
          }
          return Optional.empty();
        });
  }

  private <R> R read(View<R> view) throws IOException {
    while (true) {
      Generation generation = current;
      IndexSearcher searcher;
      try {
        searcher = generation.searchers().acquire();
      } catch (AlreadyClosedException e) {
        requireChangeOf(generation, e);
        continue;
      }
      try {
        return view.over(generation, searcher);
      } finally {
        generation.searchers().release(searcher);
      }
    }
  }

  /** Between a look at the current generation and its use, another may have taken its place. */
  private void requireChangeOf(Generation generation, AlreadyClosedException e) {
    if (generation == current) {
      throw new IllegalStateException("the index is closed", e);
    }
  }

  // ------------------------------------------------------------------ staying current

  @Override
  public void refresh() throws IOException {
    Generation generation = current;
    try {
      generation.searchers().maybeRefreshBlocking();
    } catch (AlreadyClosedException e) {
      requireChangeOf(generation, e);
    }
  }

  private void keepCurrent() {
    attempt(synonyms::refresh);
    attempt(this::followPublished);
    attempt(
        () -> {
          current.searchers().maybeRefresh();
          current.forgetOldSearchers();
        });
  }

  /** A step of what is done again and again in the background. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /**
   * Runs a step. Whatever goes wrong must stop neither the other steps nor the rounds: the next one
   * tries again, and a search or a write that meets the trouble reports it.
   */
  private static void attempt(Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      // as above
    }
  }

  private void followPublished() throws IOException {
    OptionalLong published = generations.current();
    if (published.isPresent() && published.getAsLong() != current.number()) {
      moveTo(published.getAsLong());
    }
  }

  private void moveTo(long number) throws IOException {
    change.writeLock().lock();
    try {
      if (refresher.isShutdown()) {
        return;
      }
      Generation old = current;
      Generation next = Generation.open(generations, number, writable);
      if (writable) {
        try {
          next.catchUpWith(old.directory());
        } catch (IOException | RuntimeException e) {
          next.close();
          throw e;
        }
      }
      current = next;
      old.close();
    } finally {
      change.writeLock().unlock();
    }
  }

  @Override
  public void close() throws IOException {
    refresher.shutdown();
    synchronized (this) {
      suggester.close();
      phraseReader.close();
    }
    change.writeLock().lock();
    try {
      current.close();
    } finally {
      change.writeLock().unlock();
    }
  }
}
