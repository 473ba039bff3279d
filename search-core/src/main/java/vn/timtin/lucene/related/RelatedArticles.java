package vn.timtin.lucene.related;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
import vn.timtin.index.IndexException;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.lucene.schema.StoredArticles;
import vn.timtin.understanding.TermStatistics;
import vn.timtin.understanding.Zone;

/**
 * Finds articles on the subject of one.
 *
 * <p>The strength of a term is tf^power × idf, over the syllables and the bigrams of the text,
 * title and lead counted several times. The strongest become an OR query. It is asked twice: the
 * terms of the articles that the first answer has first make the subject plainer (pseudo relevance
 * feedback; Rocchio, Relevance Feedback in Information Retrieval, 1971). The best of the second
 * answer are put in order by how much of each of them is on the subject, too: their score is
 * multiplied by the cosine of both articles. The figures are in {@code
 * docs/decisions/0002-related-articles.md}. For one request.
 */
public final class RelatedArticles {
  /** A term that no other article has finds nothing. */
  private static final int MIN_ARTICLES = 2;

  /** Only this much of the body of the subject is looked at, in UTF-16 units. */
  private static final int MAX_ANALYZED = 50_000;

  /** And this much of the others'. */
  private static final int MAX_ANALYZED_OF_OTHERS = 2_000;

  /** So many articles make the subject plainer. */
  private static final int NEAREST = 2;

  /** So many of the best are compared with the subject. */
  private static final int COMPARED = 20;

  /**
   * What counts how much in the choice of terms.
   *
   * @param terms how many are asked for
   * @param power by which a frequency is raised: below 1, another occurrence adds less and less
   * @param title how often the title counts
   * @param lead how often the lead counts
   * @param bigram what a bigram counts beside a syllable
   * @param nearest what the terms of the nearest articles count beside those of the subject
   */
  public record Weights(
      int terms, float power, float title, float lead, float bigram, float nearest) {
    /** The weights that related articles have. */
    public static final Weights DEFAULT = new Weights(80, 0.7f, 3, 2, 0.7f, 0.2f);
  }

  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final Weights weights;

  /** What a term says, whatever article has it; 0 if hardly one has. */
  private final Map<Term, Double> values = new HashMap<>();

  /** Takes a searcher that scores as articles are scored. */
  public RelatedArticles(IndexSearcher searcher, Weights weights) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.weights = weights;
  }

  /**
   * Yields the documents of the articles that are most alike, the best first.
   *
   * @param subject which need not be in the index, and is not among them
   * @param narrow adds to a query what else is wanted of an article
   */
  public List<ScoreDoc> find(Article subject, int size, UnaryOperator<Query> narrow)
      throws IOException {
    Map<Term, Double> strengths = strengths(subject);
    ScoreDoc[] nearest = searcher.search(others(query(strengths), subject), NEAREST).scoreDocs;
    Map<Term, Double> plainer = new HashMap<>(strengths);
    for (ScoreDoc other : nearest) {
      double weight = weights.nearest() * other.score / nearest[0].score;
      Optional<ArticleTerms> ofOther = terms(other);
      if (ofOther.isPresent()) {
        strengths(ofOther.get())
            .forEach((term, strength) -> plainer.merge(term, weight * strength, Double::sum));
      }
    }
    Query alike = narrow.apply(others(query(plainer), subject));
    ScoreDoc[] found = searcher.search(alike, Math.max(size, COMPARED)).scoreDocs;
    compare(found, strengths);
    return List.of(found).subList(0, Math.min(size, found.length));
  }

  private Optional<ArticleTerms> terms(ScoreDoc document) {
    try {
      Article article = StoredArticles.read(reader, document.doc);
      return Optional.of(ArticleTerms.of(article, weights, MAX_ANALYZED_OF_OTHERS));
    } catch (IndexException e) { // a damaged article is left to who shows it
      return Optional.empty();
    }
  }

  /** Puts the best in order; all the others stay behind them. */
  private void compare(ScoreDoc[] found, Map<Term, Double> strengths) {
    double norm = Math.sqrt(strengths.values().stream().mapToDouble(s -> s * s).sum());
    int compared = Math.min(COMPARED, found.length);
    double least = 1;
    for (int i = 0; i < found.length; i++) {
      double cosine =
          i < compared ? terms(found[i]).map(of -> cosine(strengths, norm, of)).orElse(0.0) : least;
      least = Math.min(least, cosine);
      found[i].score *= (float) cosine;
    }
    Arrays.sort(
        found,
        0,
        compared,
        Comparator.comparingDouble((ScoreDoc document) -> document.score)
            .reversed()
            .thenComparingInt(document -> document.doc));
  }

  /** The norm of the other one leaves out what its terms say: looking them all up takes long. */
  private double cosine(Map<Term, Double> strengths, double norm, ArticleTerms other) {
    double product = 0;
    for (Map.Entry<Term, Double> strength : strengths.entrySet()) {
      double frequency = other.get(strength.getKey());
      if (frequency > 0) {
        product += strength.getValue() * frequency * values.get(strength.getKey());
      }
    }
    return product == 0 ? 0 : product / norm / other.norm();
  }

  Map<Term, Double> strengths(Article subject) throws IOException {
    return strengths(ArticleTerms.of(subject, weights, MAX_ANALYZED));
  }

  private Map<Term, Double> strengths(ArticleTerms terms) throws IOException {
    Map<Term, Double> strengths = new HashMap<>();
    for (Map.Entry<Term, Double> entry : terms.frequencies().entrySet()) {
      double value = value(entry.getKey());
      if (value > 0) {
        strengths.put(entry.getKey(), entry.getValue() * value);
      }
    }
    return strengths;
  }

  private double value(Term term) throws IOException {
    Double known = values.get(term);
    if (known == null) {
      int documents = reader.docFreq(term);
      boolean isBigram = term.field().equals(Fields.field(Zone.TEXT, Form.BIGRAMS));
      known =
          documents < MIN_ARTICLES
              ? 0
              : TermStatistics.idf(documents, reader.numDocs()) * (isBigram ? weights.bigram() : 1);
      values.put(term, known);
    }
    return known;
  }

  /** Asks for the strongest terms. */
  Query query(Map<Term, Double> strengths) {
    var query = new BooleanQuery.Builder();
    strengths.entrySet().stream()
        .filter(strength -> strength.getValue() > 0)
        .sorted(
            Map.Entry.<Term, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(weights.terms())
        .forEach(strength -> query.add(new TermQuery(strength.getKey()), Occur.SHOULD));
    return query.build();
  }

  private static Query others(Query query, Article subject) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(ArticleDocuments.id(subject.id())), Occur.MUST_NOT)
        .build();
  }
}
