package vn.timtin.lucene.related;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
import vn.timtin.lucene.related.RelatedArticles.Weights;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.Zone;

/**
 * The syllables and bigrams of an article, and how often it has each: tf^power, where the title and
 * the lead count several times.
 */
record ArticleTerms(Map<Term, Double> frequencies) {

  /**
   * Reads an article.
   *
   * @param bodyUnits so much of its body is looked at, in UTF-16 units
   */
  static ArticleTerms of(Article article, Weights weights, int bodyUnits) {
    Map<Term, Double> frequencies = new HashMap<>();
    count(article.title(), weights.title(), frequencies);
    count(article.summary(), weights.lead(), frequencies);
    for (String caption : article.captions()) {
      count(caption, 1, frequencies);
    }
    String body = article.body();
    count(body.substring(0, Math.min(body.length(), bodyUnits)), 1, frequencies);
    frequencies.replaceAll((term, frequency) -> Math.pow(frequency, weights.power()));
    return new ArticleTerms(frequencies);
  }

  private static void count(String text, double times, Map<Term, Double> frequencies) {
    TextToken previous = null;
    for (TextToken syllable : VietnameseAnalyzer.words(text)) {
      frequencies.merge(
          new Term(Fields.field(Zone.TEXT, Form.EXACT), syllable.exact()), times, Double::sum);
      if (previous != null && previous.formsBigramWith(syllable)) {
        frequencies.merge(
            Fields.bigram(Zone.TEXT, previous.folded(), syllable.folded()), times, Double::sum);
      }
      previous = syllable;
    }
  }

  double get(Term term) {
    return frequencies.getOrDefault(term, 0.0);
  }

  /** Yields the length of the vector of the frequencies. */
  double norm() {
    double sum = 0;
    for (double frequency : frequencies.values()) {
      sum += frequency * frequency;
    }
    return Math.sqrt(sum);
  }
}
