package vn.timtin.evaluation.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexableField;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.ArticleTerms;

/**
 * Characters a second of the analysis, and tokens that come out of it. An operation is the whole
 * text of all articles.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@State(Scope.Thread)
public class AnalysisBenchmark {
  private final Analyzer plain = new PlainAnalyzer();
  private final Analyzer exact = new VietnameseAnalyzer(Form.EXACT);
  private final Analyzer folded = new VietnameseAnalyzer(Form.FOLDED);
  private final Analyzer bigrams = new VietnameseAnalyzer(Form.BIGRAMS);
  private final ArticleTerms terms = new ArticleTerms();
  private final ArticleDocuments documents = new ArticleDocuments();

  /** What has gone through the analysis. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Counts {
    /** Of the text, in UTF-16 units. */
    public long characters;

    /** That came out of all chains. */
    public long tokens;
  }

  /** What the others are compared with: one chain of terms. */
  @Benchmark
  public void plain(BenchmarkArticles articles, Counts counts, Blackhole used) throws IOException {
    analyze(plain, articles, counts, used);
  }

  /** The exact terms alone. */
  @Benchmark
  public void exact(BenchmarkArticles articles, Counts counts, Blackhole used) throws IOException {
    analyze(exact, articles, counts, used);
  }

  /** The folded terms alone. */
  @Benchmark
  public void folded(BenchmarkArticles articles, Counts counts, Blackhole used) throws IOException {
    analyze(folded, articles, counts, used);
  }

  /** The bigrams alone. */
  @Benchmark
  public void bigrams(BenchmarkArticles articles, Counts counts, Blackhole used)
      throws IOException {
    analyze(bigrams, articles, counts, used);
  }

  /** What is done at index time: exact terms, folded terms and bigrams, three chains. */
  @Benchmark
  public void indexed(BenchmarkArticles articles, Counts counts, Blackhole used) {
    for (Article article : articles.all) {
      terms.read(article);
      terms.forEachField((zone, form, stream) -> consume(stream, counts, used));
    }
    counts.characters += articles.characters;
  }

  /** The same with all else that a document has: stored JSON, keywords, times. */
  @Benchmark
  public void documents(BenchmarkArticles articles, Counts counts, Blackhole used)
      throws IOException {
    for (Article article : articles.all) {
      documents.index(
          article,
          0,
          document -> {
            for (IndexableField field : document) {
              TokenStream stream = field.tokenStream(plain, null);
              if (stream != null && field.fieldType().tokenized()) {
                consume(stream, counts, used);
              }
            }
          });
    }
    counts.characters += articles.characters;
  }

  private static void analyze(
      Analyzer analyzer, BenchmarkArticles articles, Counts counts, Blackhole used)
      throws IOException {
    for (String text : articles.texts) {
      try (TokenStream stream = analyzer.tokenStream("", text)) {
        consume(stream, counts, used);
      }
    }
    counts.characters += articles.characters;
  }

  /** Does what an index writer does with a stream: it takes the bytes of each term. */
  private static void consume(TokenStream stream, Counts counts, Blackhole used) {
    try {
      var term = stream.getAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        used.consume(term.getBytesRef().length);
        counts.tokens++;
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static final class PlainAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      Tokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(
          tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer)));
    }
  }
}
