package vn.timtin.lucene.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.Synonyms;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleHead;
import vn.timtin.article.PublicationTime;
import vn.timtin.highlight.ArticleHighlighter;
import vn.timtin.index.IndexException;
import vn.timtin.lucene.facet.DayCounter;
import vn.timtin.lucene.facet.FacetCounter;
import vn.timtin.lucene.query.ArticleSimilarity;
import vn.timtin.lucene.query.CompiledQuery;
import vn.timtin.lucene.query.FilterCompiler;
import vn.timtin.lucene.query.Freshness;
import vn.timtin.lucene.query.LuceneTermStatistics;
import vn.timtin.lucene.query.QueryCompiler;
import vn.timtin.lucene.related.RelatedArticles;
import vn.timtin.lucene.schema.StoredArticles;
import vn.timtin.query.QueryParser;
import vn.timtin.query.SearchQuery;
import vn.timtin.search.ArticleFilter;
import vn.timtin.search.Facet;
import vn.timtin.search.FacetCount;
import vn.timtin.search.Highlights;
import vn.timtin.search.Hit;
import vn.timtin.search.RelatedRequest;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;
import vn.timtin.search.SortOrder;
import vn.timtin.search.Timeline;
import vn.timtin.search.TotalHits;
import vn.timtin.understanding.QueryPlan;
import vn.timtin.understanding.QueryPlanner;
import vn.timtin.understanding.RankingWeights;

/** Answers requests over one point in time of the index. For one request. */
public final class ArticleSearcher {
  /** Matches are counted up to here; beyond it only those that could be among the hits are read. */
  private static final int COUNTED_HITS = 100_000;

  /** A search that takes longer ends with what it has. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  /** An old article keeps this share of its score when freshness counts. */
  private static final double FRESHNESS_FLOOR = 0.5;

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final LuceneTermStatistics terms;
  private final Synonyms synonyms;
  private final Consumer<String> damaged;

  /**
   * @param damaged told of an article that cannot be read; the other hits are answered without it
   */
  public ArticleSearcher(IndexSearcher shared, Synonyms synonyms, Consumer<String> damaged) {
    this.synonyms = synonyms;
    this.damaged = damaged;
    this.reader = shared.getIndexReader();
    this.terms = new LuceneTermStatistics(reader);
    this.searcher = ArticleSimilarity.searcher(reader); // its time limit is this request's own
    long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
    this.searcher.setTimeout(
        new QueryTimeout() {
          @Override
          public boolean shouldExit() {
            return System.nanoTime() - deadline > 0;
          }
        });
  }

  /**
   * Answers a search.
   *
   * @param at where the answer begins
   */
  public SearchResults search(SearchRequest request, Cursor at) throws IOException {
    long began = System.nanoTime();
    SearchQuery wanted = QueryParser.parse(request.text());
    QueryPlan plan = plan(request, wanted);
    int first = (request.page() - 1) * request.pageSize();
    int last = first + request.pageSize();
    boolean areBestEnough =
        request.sortBy() == SortOrder.RELEVANCE
            && request.filter().equals(ArticleFilter.NONE)
            && at.isAtStart();
    CompiledQuery compiled = compile(plan, areBestEnough ? last + 1 : Integer.MAX_VALUE);
    Query query = FilterCompiler.narrow(compiled.query(), request.filter());
    if (request.sortBy() == SortOrder.FRESH) {
      query =
          Freshness.decay(
              query, Instant.ofEpochMilli(at.began()), request.halfLife(), FRESHNESS_FLOOR);
    }
    HitOrder order = order(request, wanted);
    var hits =
        new TopFieldCollectorManager(
            order.sort(),
            last + 1, // one more tells whether there are more
            at.isAtStart() ? null : order.after(at.document(), at.score(), reader),
            request.facets().isEmpty() ? COUNTED_HITS : Integer.MAX_VALUE);
    TopDocs top;
    Map<Facet, List<FacetCount>> facets = Map.of();
    if (request.facets().isEmpty()) {
      top = searcher.search(query, hits);
    } else {
      Object[] found =
          searcher.search(
              query, new MultiCollectorManager(hits, new FacetCounter(request.facets())));
      top = (TopDocs) found[0];
      facets = facetsOf(found[1]);
    }
    boolean timedOut = compiled.isCutShort() || searcher.timedOut();
    order.score(top.scoreDocs, searcher, query);
    ArticleHighlighter highlighter =
        request.highlight() ? ArticleHighlighter.of(plan, terms, reader.numDocs()) : null;
    var shown = new ArrayList<ScoreDoc>();
    for (int i = first; i < Math.min(last, top.scoreDocs.length); i++) {
      shown.add(top.scoreDocs[i]);
    }
    Query asked = query;
    List<List<String>> missing =
        compiled.missing(shown.stream().map(hit -> hit.doc).toList(), searcher);
    List<Hit> answer =
        readable(
            shown,
            hit ->
                hit(hit, highlighter, request.explain() ? asked : null)
                    .withMissing(missing.get(shown.indexOf(hit))));
    return new SearchResults(
        plan.interpretation(),
        compiled.matched(),
        total(top),
        Duration.ofNanos(System.nanoTime() - began),
        timedOut,
        answer,
        next(top.scoreDocs, first, last, at, timedOut),
        facets);
  }

  /** Yields where the search goes on; one that was ended early may have more hits. */
  private @Nullable String next(ScoreDoc[] hits, int first, int last, Cursor at, boolean timedOut) {
    if (hits.length > last) {
      return at.after(hits[last - 1]).toString();
    }
    if (!timedOut) {
      return null;
    }
    return (hits.length > first ? at.after(hits[hits.length - 1]) : at).toString();
  }

  private Hit hit(
      ScoreDoc found, @Nullable ArticleHighlighter highlighter, @Nullable Query explained)
      throws IOException {
    Optional<String> explanation =
        explained == null
            ? Optional.empty()
            : Optional.of(searcher.explain(explained, found.doc).toString());
    if (highlighter == null) {
      ArticleHead head = StoredArticles.readHead(reader.storedFields(), found.doc);
      return new Hit(head, found.score, List.of(), Highlights.NONE, explanation);
    }
    Article article = StoredArticles.read(reader, found.doc);
    return new Hit(
        article.head(), found.score, List.of(), highlighter.highlight(article), explanation);
  }

  /** Makes a hit of what was found. */
  @FunctionalInterface
  private interface HitReader {
    Hit read(ScoreDoc found) throws IOException;
  }

  /**
   * Reads the hits that can be read.
   *
   * @throws IndexException if there are some and none can be
   */
  private List<Hit> readable(List<ScoreDoc> found, HitReader reading) throws IOException {
    List<Hit> hits = new ArrayList<>();
    IndexException failure = null;
    for (ScoreDoc hit : found) {
      try {
        hits.add(reading.read(hit));
      } catch (IndexException e) {
        damaged.accept(e.getMessage());
        failure = e;
      }
    }
    if (hits.isEmpty() && failure != null) {
      throw failure;
    }
    return hits;
  }

  private QueryPlan plan(SearchRequest request, SearchQuery wanted) throws IOException {
    return QueryPlanner.plan(
        wanted,
        request.searchIn(),
        request.matching(),
        request.correction(),
        synonyms,
        RankingWeights.DEFAULT,
        terms);
  }

  private CompiledQuery compile(QueryPlan plan, int most) throws IOException {
    return QueryCompiler.compile(plan, most, searcher, terms);
  }

  /** The only unchecked step: a pair of collectors gives an array of what each yields. */
  @SuppressWarnings("unchecked")
  private static Map<Facet, List<FacetCount>> facetsOf(Object counted) {
    return (Map<Facet, List<FacetCount>>) counted;
  }

  private static HitOrder order(SearchRequest request, SearchQuery wanted) {
    return switch (request.sortBy()) {
      case RELEVANCE -> isRanked(wanted) ? HitOrder.SCORE : HitOrder.NEWEST;
      case FRESH -> HitOrder.SCORE;
      case NEWEST -> HitOrder.NEWEST;
      case OLDEST -> HitOrder.OLDEST;
    };
  }

  /** Whether anything in the query makes one article a better match than another. */
  private static boolean isRanked(SearchQuery query) {
    return switch (query) {
      case SearchQuery.Everything everything -> false;
      case SearchQuery.Property property -> false;
      case SearchQuery.Published published -> false;
      case SearchQuery.Words words -> true;
      case SearchQuery.Phrase phrase -> true;
      case SearchQuery.Prefix prefix -> false;
      case SearchQuery.In in -> isRanked(in.query());
      case SearchQuery.AnyOf any -> any.alternatives().stream().anyMatch(ArticleSearcher::isRanked);
      case SearchQuery.Combined combined ->
          combined.required().stream().anyMatch(ArticleSearcher::isRanked)
              || combined.optional().stream().anyMatch(ArticleSearcher::isRanked);
    };
  }

  private static TotalHits total(TopDocs top) {
    return new TotalHits(
        top.totalHits.value(),
        top.totalHits.relation() == org.apache.lucene.search.TotalHits.Relation.EQUAL_TO);
  }

  public List<Hit> related(RelatedRequest request, Article subject) throws IOException {
    var related = new RelatedArticles(searcher, RelatedArticles.Weights.DEFAULT);
    List<ScoreDoc> found =
        related.find(subject, request.size(), alike -> narrow(alike, request, subject));
    return readable(found, hit -> hit(hit, null, null));
  }

  private static Query narrow(Query alike, RelatedRequest request, Article subject) {
    Query query = FilterCompiler.narrow(alike, request.filter());
    return request.recency().isPresent() && subject.publishedAt() != null
        ? Freshness.decay(
            query, subject.publishedAt().toInstant(), request.recency().orElseThrow(), 0)
        : query;
  }

  public Timeline timeline(SearchRequest request, Timeline.Interval interval) throws IOException {
    SearchQuery wanted = QueryParser.parse(request.text());
    Query query =
        FilterCompiler.narrow(
            compile(plan(request, wanted), Integer.MAX_VALUE).query(), request.filter());
    Instant to = request.filter().to();
    // Unless it is asked for, what is dated later than tomorrow is a wrong date.
    LocalDate last =
        to == null
            ? LocalDate.now(PublicationTime.VIETNAM).plusDays(1)
            : LocalDate.ofInstant(to, PublicationTime.VIETNAM);
    return DayCounter.timeline(searcher.search(query, new DayCounter()), interval, last);
  }
}
