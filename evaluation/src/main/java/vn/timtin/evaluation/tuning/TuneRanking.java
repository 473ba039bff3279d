package vn.timtin.evaluation.tuning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import vn.timtin.analysis.Synonyms;
import vn.timtin.article.Article;
import vn.timtin.evaluation.JudgedQuery;
import vn.timtin.evaluation.JudgedSet;
import vn.timtin.evaluation.Measures;
import vn.timtin.evaluation.tuning.CoordinateSearch.Judgement;
import vn.timtin.lucene.query.ArticleSimilarity;
import vn.timtin.lucene.query.LuceneTermStatistics;
import vn.timtin.lucene.query.QueryCompiler;
import vn.timtin.lucene.related.RelatedArticles;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.store.Generations;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.QueryParser;
import vn.timtin.search.Correction;
import vn.timtin.search.Matching;
import vn.timtin.understanding.QueryPlan;
import vn.timtin.understanding.QueryPlanner;
import vn.timtin.understanding.RankingWeights;

/**
 * Looks for better weights of the ranking or of related articles and prints what it tried.
 *
 * <p>Takes {@code ranking} or {@code related} and collections, each an index and a file of judged
 * queries as {@code timtin evaluate} reads it: {@code INDEX=FILE.tsv}. For {@code related} the text
 * of a query is the id of an article. All kinds of queries count alike, by the reciprocal rank of
 * the answer among ten, or nDCG among five. {@code docs/tuning.md} has what it printed.
 */
public final class TuneRanking {
  private static final int FOLDS = 5;
  private static final int HITS = 10;
  private static final int RELATED_HITS = 5;

  private TuneRanking() {}

  /** An open index with the queries that it is asked. */
  private record Collection(DirectoryReader reader, List<JudgedQuery> queries) {
    static Collection open(String argument) throws IOException {
      JudgedSet set = JudgedSet.read(argument);
      var generations =
          new Generations(
              set.index()
                  .orElseThrow(
                      () -> new IOException(argument + " is a file: its index is missing")));
      Path directory = generations.directory(generations.requirePublished().number());
      return new Collection(DirectoryReader.open(FSDirectory.open(directory)), set.queries());
    }
  }

  /** Answers a query with the best ids. */
  @FunctionalInterface
  private interface Answer {
    List<String> of(IndexSearcher searcher, JudgedQuery query) throws IOException;
  }

  /** Measures an answer. */
  @FunctionalInterface
  private interface Measure {
    double of(List<String> ids, JudgedQuery query);
  }

  /** Takes what is to be tuned, and the collections. */
  public static void main(String[] args) throws IOException {
    boolean collectionsGiven = Arrays.stream(args).skip(1).allMatch(arg -> arg.contains("="));
    if (args.length < 2 || !List.of("ranking", "related").contains(args[0]) || !collectionsGiven) {
      System.err.println("usage: TuneRanking ranking|related INDEX=QUERIES.tsv...");
      System.exit(2);
    }
    List<Collection> collections = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      collections.add(Collection.open(args[i]));
    }
    if (args[0].equals("ranking")) {
      new CoordinateSearch<RankingWeights>(
              weights ->
                  judge(
                      collections,
                      weights,
                      (searcher, query) -> search(searcher, query, weights),
                      (ids, query) -> Measures.reciprocalRank(ids, query.relevant(), HITS)),
              FOLDS)
          .run(RankingWeights.DEFAULT);
    } else {
      new CoordinateSearch<RelatedArticles.Weights>(
              weights ->
                  judge(
                      collections,
                      RankingWeights.DEFAULT,
                      (searcher, query) -> related(searcher, query, weights),
                      (ids, query) -> Measures.ndcg(ids, query.relevant(), RELATED_HITS)),
              FOLDS)
          .run(RelatedArticles.Weights.DEFAULT);
    }
  }

  private static List<Judgement> judge(
      List<Collection> collections, RankingWeights weights, Answer answer, Measure measure) {
    List<Judgement> judgements = new ArrayList<>();
    for (Collection collection : collections) {
      var searcher = new IndexSearcher(collection.reader);
      searcher.setSimilarity(new ArticleSimilarity(weights));
      searcher.setQueryCache(null);
      judgements.addAll(
          collection.queries.parallelStream()
              .map(
                  query -> {
                    try {
                      List<String> ids = answer.of(searcher, query);
                      int group = query.relevant().stream().sorted().toList().hashCode();
                      return new Judgement(query.kind(), group, measure.of(ids, query));
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  })
              .toList());
    }
    return judgements;
  }

  private static List<String> search(
      IndexSearcher searcher, JudgedQuery query, RankingWeights weights) throws IOException {
    var terms = new LuceneTermStatistics(searcher.getIndexReader());
    QueryPlan plan =
        QueryPlanner.plan(
            QueryParser.parse(query.text()),
            EnumSet.allOf(ArticlePart.class),
            Matching.AUTO,
            Correction.AUTO,
            Synonyms.builtIn(),
            weights,
            terms);
    Query compiled = QueryCompiler.compile(plan, Integer.MAX_VALUE, searcher, terms).query();
    return ids(searcher, List.of(searcher.search(compiled, HITS).scoreDocs));
  }

  private static List<String> related(
      IndexSearcher searcher, JudgedQuery query, RelatedArticles.Weights weights)
      throws IOException {
    var id = new TermQuery(ArticleDocuments.id(query.text()));
    ScoreDoc[] found = searcher.search(id, 1).scoreDocs;
    if (found.length == 0) {
      throw new IOException("the index has no article " + query.text());
    }
    Article subject = ArticleDocuments.article(searcher.storedFields().document(found[0].doc));
    return ids(
        searcher,
        new RelatedArticles(searcher, weights)
            .find(subject, RELATED_HITS, UnaryOperator.identity()));
  }

  private static List<String> ids(IndexSearcher searcher, List<ScoreDoc> hits) throws IOException {
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      ids.add(ArticleDocuments.head(searcher.storedFields(), hit.doc).id());
    }
    return ids;
  }
}
