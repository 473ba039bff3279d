package vn.timtin.evaluation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.ingest.ArticleInput;

/** What anyone would build with Lucene as it comes: one field, an OR query of the words. */
final class PlainIndex implements Closeable {
  private static final String TEXT = "text";
  private static final String ARTICLE = "article";
  private static final int HITS = 10;

  private final Directory directory;
  private final Analyzer analyzer;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  private PlainIndex(Directory directory, Analyzer analyzer) {
    this.directory = directory;
    this.analyzer = analyzer;
  }

  /** One field with StandardAnalyzer. */
  static PlainIndex standard(Path path) throws IOException {
    return new PlainIndex(FSDirectory.open(path), new StandardAnalyzer());
  }

  /** One field whose words have lost their diacritics. */
  static PlainIndex folded(Path path) throws IOException {
    return new PlainIndex(FSDirectory.open(path), new FoldingAnalyzer());
  }

  /** Indexes batches of articles on all threads, up to the commit. */
  void build(ArticleBatches batches, double bufferMegabytes) throws IOException {
    var config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(bufferMegabytes);
    try (var writer = new IndexWriter(directory, config)) {
      batches.forEach(
          batch -> {
            for (Article article : batch.articles()) {
              add(writer, article);
            }
          });
      writer.commit();
    }
  }

  /** Passes all articles on from all threads. */
  @FunctionalInterface
  interface ArticleBatches {
    void forEach(ArticleInput.Consumer consumer) throws IOException;
  }

  private static void add(IndexWriter writer, Article article) throws IOException {
    var document = new Document();
    document.add(
        new TextField(
            TEXT,
            article.title() + "\n" + article.summary() + "\n" + article.body(),
            Field.Store.NO));
    document.add(new StoredField(ARTICLE, ArticleJson.write(article)));
    writer.addDocument(document);
  }

  /** Searches for any of the words and reads the ten best articles; yields how many it read. */
  int search(String text) throws IOException {
    if (searcher == null) {
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
    }
    var query = new BooleanQuery.Builder();
    for (Term term : terms(text)) {
      query.add(new TermQuery(term), Occur.SHOULD);
    }
    int read = 0;
    for (ScoreDoc hit : searcher.search(query.build(), HITS).scoreDocs) {
      if (searcher.storedFields().document(hit.doc).getBinaryValue(ARTICLE) != null) {
        read++;
      }
    }
    return read;
  }

  private Set<Term> terms(String text) throws IOException {
    Set<Term> terms = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(new Term(TEXT, term.toString()));
      }
      tokens.end();
    }
    return terms;
  }

  @Override
  public void close() throws IOException {
    try (directory;
        analyzer) {
      if (reader != null) {
        reader.close();
      }
    }
  }

  private static final class FoldingAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      var tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(
          tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer)));
    }
  }
}
