package vn.timtin.lucene.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.TermStatistics;
import vn.timtin.understanding.Zone;

/**
 * Asks for articles by the strongest terms of one.
 *
 * <p>The strength of a term is tf^power × idf, over the syllables and the bigrams of the text,
 * title and lead counted several times. The strongest become an OR query, scored as any other. It
 * is what Lucene's {@code MoreLikeThis} does, with bigrams and a sublinear frequency; the figures
 * are in {@code docs/decisions/0002-related-articles.md}.
 */
public final class RelatedQuery {
  /** A term that no other article has finds nothing. */
  private static final int MIN_ARTICLES = 2;

  /** Only this much of a body is looked at, in UTF-16 units. */
  private static final int MAX_ANALYZED = 50_000;

  private record Candidate(Term term, double strength) {}

  /**
   * What counts how much in the choice of terms.
   *
   * @param terms how many are asked for
   * @param power by which a frequency is raised: below 1, another occurrence adds less and less
   * @param title how often the title counts
   * @param lead how often the lead counts
   * @param bigram what a bigram counts beside a syllable
   */
  public record Weights(int terms, float power, float title, float lead, float bigram) {
    /** The weights that related articles have. */
    public static final Weights DEFAULT = new Weights(80, 0.7f, 3, 2, 0.7f);
  }

  private RelatedQuery() {}

  /** Yields the query, which matches the article itself too if the reader has it. */
  public static Query of(Article article, IndexReader reader, Weights weights) throws IOException {
    Map<Term, Float> frequencies = new HashMap<>();
    count(article.title(), weights.title(), frequencies);
    count(article.summary(), weights.lead(), frequencies);
    for (String caption : article.captions()) {
      count(caption, 1, frequencies);
    }
    String body = article.body();
    count(body.substring(0, Math.min(body.length(), MAX_ANALYZED)), 1, frequencies);

    List<Candidate> candidates = new ArrayList<>(frequencies.size());
    double articles = reader.numDocs();
    for (Map.Entry<Term, Float> entry : frequencies.entrySet()) {
      int documents = reader.docFreq(entry.getKey());
      if (documents >= MIN_ARTICLES) {
        boolean bigram = entry.getKey().field().equals(Fields.field(Zone.TEXT, Form.BIGRAMS));
        double idf = TermStatistics.idf(documents, articles);
        candidates.add(
            new Candidate(
                entry.getKey(),
                Math.pow(entry.getValue(), weights.power())
                    * idf
                    * (bigram ? weights.bigram() : 1)));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::strength).reversed().thenComparing(Candidate::term));
    var query = new BooleanQuery.Builder();
    candidates.stream()
        .limit(weights.terms())
        .forEach(candidate -> query.add(new TermQuery(candidate.term()), Occur.SHOULD));
    return query.build();
  }

  private static void count(String text, float times, Map<Term, Float> frequencies) {
    TextToken previous = null;
    for (TextToken syllable : VietnameseAnalyzer.words(text)) {
      frequencies.merge(
          new Term(Fields.field(Zone.TEXT, Form.EXACT), syllable.exact()), times, Float::sum);
      if (previous != null && previous.formsBigramWith(syllable)) {
        frequencies.merge(
            Fields.bigram(Zone.TEXT, previous.folded(), syllable.folded()), times, Float::sum);
      }
      previous = syllable;
    }
  }
}
