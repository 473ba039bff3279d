package vn.timtin.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import vn.timtin.analysis.Synonyms;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleHead;
import vn.timtin.facet.DayCounter;
import vn.timtin.facet.FacetCounter;
import vn.timtin.highlight.ArticleHighlighter;
import vn.timtin.query.QueryParser;
import vn.timtin.query.SearchQuery;
import vn.timtin.ranking.CompiledQuery;
import vn.timtin.ranking.FilterCompiler;
import vn.timtin.ranking.Freshness;
import vn.timtin.ranking.QueryCompiler;
import vn.timtin.ranking.RankingWeights;
import vn.timtin.related.RelatedQuery;
import vn.timtin.schema.ArticleDocuments;
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

/** Answers requests over one point in time of the index. For one request. */
final class ArticleSearcher {
  /** Matches are counted up to here; beyond it only those that could be among the hits are read. */
  private static final int COUNTED_HITS = 1_000;

  /** A search that takes longer ends with what it has. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  /** An old article keeps this share of its score when freshness counts. */
  private static final double FRESHNESS_FLOOR = 0.5;

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final Synonyms synonyms;

  ArticleSearcher(IndexSearcher shared, Synonyms synonyms) {
    this.synonyms = synonyms;
    this.reader = shared.getIndexReader();
    this.searcher = Generation.searcher(reader); // its time limit is this request's own
    long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
    this.searcher.setTimeout(
        new QueryTimeout() {
          @Override
          public boolean shouldExit() {
            return System.nanoTime() - deadline > 0;
          }
        });
  }

  /** Yields the article of the id, or none. */
  static List<Article> byId(IndexSearcher searcher, String id) throws IOException {
    TopDocs found =
        searcher.search(
            new BooleanQuery.Builder()
                .add(new TermQuery(ArticleDocuments.id(id)), Occur.FILTER)
                .add(FilterCompiler.articles(), Occur.FILTER)
                .build(),
            1);
    List<Article> articles = new ArrayList<>();
    for (ScoreDoc hit : found.scoreDocs) {
      articles.add(ArticleDocuments.article(searcher.storedFields().document(hit.doc)));
    }
    return articles;
  }

  /**
   * Answers a search.
   *
   * @param at where the answer begins
   */
  SearchResults search(SearchRequest request, Cursor at) throws IOException {
    long began = System.nanoTime();
    SearchQuery wanted = QueryParser.parse(request.text());
    CompiledQuery compiled = compile(request, wanted);
    Query query = FilterCompiler.narrow(compiled.query(), request.filter());
    if (request.sortBy() == SortOrder.FRESH) {
      query =
          Freshness.decay(
              query, Instant.ofEpochMilli(at.began()), request.halfLife(), FRESHNESS_FLOOR);
    }
    int first = (request.page() - 1) * request.pageSize();
    int last = first + request.pageSize();
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
    order.score(top.scoreDocs, searcher, query);
    var answer = new ArrayList<Hit>();
    ArticleHighlighter highlighter =
        request.highlight() ? ArticleHighlighter.of(wanted, compiled, reader) : null;
    StoredFields stored = reader.storedFields();
    for (int i = first; i < Math.min(last, top.scoreDocs.length); i++) {
      ScoreDoc hit = top.scoreDocs[i];
      Optional<String> explanation =
          request.explain()
              ? Optional.of(searcher.explain(query, hit.doc).toString())
              : Optional.empty();
      if (highlighter == null) {
        ArticleHead head = ArticleDocuments.head(stored, hit.doc);
        answer.add(new Hit(head, hit.score, Highlights.NONE, explanation));
      } else {
        Article article = ArticleDocuments.article(stored.document(hit.doc));
        answer.add(new Hit(article.head(), hit.score, highlighter.highlight(article), explanation));
      }
    }
    return new SearchResults(
        compiled.interpretation(),
        total(top),
        Duration.ofNanos(System.nanoTime() - began),
        searcher.timedOut(),
        answer,
        top.scoreDocs.length > last ? at.behind(top.scoreDocs[last - 1]).toString() : null,
        facets);
  }

  private CompiledQuery compile(SearchRequest request, SearchQuery wanted) throws IOException {
    return QueryCompiler.compile(
        reader, wanted, request.searchIn(), request.correction(), synonyms, RankingWeights.DEFAULT);
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

  List<Hit> related(RelatedRequest request, Article subject) throws IOException {
    Query alike =
        new BooleanQuery.Builder()
            .add(RelatedQuery.of(subject, reader, RelatedQuery.Weights.DEFAULT), Occur.MUST)
            .add(new TermQuery(ArticleDocuments.id(subject.id())), Occur.MUST_NOT)
            .build();
    Query query = FilterCompiler.narrow(alike, request.filter());
    if (request.recency().isPresent() && subject.publishedAt() != null) {
      query =
          Freshness.decay(
              query, subject.publishedAt().toInstant(), request.recency().orElseThrow(), 0);
    }
    TopDocs top =
        searcher.search(query, new TopScoreDocCollectorManager(request.size(), null, COUNTED_HITS));
    List<Hit> hits = new ArrayList<>();
    StoredFields stored = reader.storedFields();
    for (ScoreDoc hit : top.scoreDocs) {
      hits.add(
          new Hit(
              ArticleDocuments.head(stored, hit.doc),
              hit.score,
              Highlights.NONE,
              Optional.empty()));
    }
    return hits;
  }

  Timeline timeline(SearchRequest request, Timeline.Interval interval) throws IOException {
    SearchQuery wanted = QueryParser.parse(request.text());
    CompiledQuery compiled = compile(request, wanted);
    Query query = FilterCompiler.narrow(compiled.query(), request.filter());
    return DayCounter.timeline(searcher.search(query, new DayCounter()), interval);
  }
}
