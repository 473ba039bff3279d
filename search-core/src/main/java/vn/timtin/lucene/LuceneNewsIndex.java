package vn.timtin.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
import vn.timtin.lucene.store.SynonymsFile;
import vn.timtin.lucene.store.Worker;
import vn.timtin.search.InvalidCursorException;
import vn.timtin.search.InvalidParameterException;
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
 * <p>A thread of its own makes writes visible four times a second, and another one notices when a
 * new generation was published: {@link LiveGenerations} moves on to it.
 */
public final class LuceneNewsIndex implements NewsIndex {
  /** How long after a round the next one begins. */
  static final Duration REFRESH = Duration.ofMillis(250);

  private final LiveGenerations live;
  private final SynonymsFile synonyms;
  private final BackgroundSteps steps = new BackgroundSteps();
  private final Worker refresher = new Worker("timtin-refresh");

  /** Moving on takes time: what is written meanwhile is made visible all the same. */
  private final Worker follower = new Worker("timtin-follow");

  private final LiveSuggestions suggestions;

  /** That an article was found to be damaged, and in which generation. */
  private final AtomicReference<@Nullable Damage> damage = new AtomicReference<>();

  private record Damage(long generation, String message) {}

  private static final System.Logger LOG = System.getLogger(LuceneNewsIndex.class.getName());

  private LuceneNewsIndex(LiveGenerations live, SynonymsFile synonyms) {
    this.live = live;
    this.synonyms = synonyms;
    this.suggestions = new LiveSuggestions(live, steps);
    refresher.every(REFRESH, this::keepFresh);
    follower.every(REFRESH, this::follow);
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
    return live.write(writer -> writer.put(article));
  }

  @Override
  public List<PutOutcome> putAll(List<Article> articles) throws IOException {
    return live.write(writer -> writer.putAll(articles));
  }

  @Override
  public boolean delete(String id) throws IOException {
    return live.write(writer -> writer.delete(id));
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
                    Cursor.atStart(generation.number(), generation.kept().keep(searcher), request)))
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
        at.generation() == generation.number() ? generation.kept().acquire(at.version()) : null;
    if (then == null) {
      throw new InvalidCursorException(
          "cursor is too old: the articles as they were then are no longer kept. Begin again"
              + " without it");
    }
    try {
      return search(generation, then, request, at);
    } finally {
      generation.kept().release(then);
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
    InvalidParameterException.requireLength(text);
    return live.read(
        (generation, searcher) ->
            TextCorrector.ofNews().correct(text, new IndexWordCounts(searcher.getIndexReader())));
  }

  @Override
  public Suggestions suggest(SuggestRequest request) throws IOException {
    return suggestions.suggest(request);
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
    refresher.close();
    follower.close();
    suggestions.close();
    live.close();
  }
}
