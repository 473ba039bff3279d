package vn.timtin.lucene.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.NumericUtils;
import vn.timtin.article.Article;
import vn.timtin.lucene.query.ArticleSimilarity;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.Fields;

/**
 * Carries over what one generation was given while another one was built or was current.
 *
 * <p>Each document has the stamp of its writing, and what is left of a deleted article has that of
 * the deletion. Of two versions of an article the later one stands, so that carrying over again
 * changes nothing.
 */
public final class CatchUp {
  private static final System.Logger LOG = System.getLogger(CatchUp.class.getName());

  private CatchUp() {}

  /**
   * Copies what a generation, as last committed, was given since it and the one that is written to
   * were both begun. Does not commit.
   *
   * @param began when the building of the one that is written to began
   * @return how many writes were carried over
   * @throws UnreadableException if the generation to copy from is damaged or of another version
   */
  public static int copy(Path from, long began, IndexWriter to, ArticleDocuments documents)
      throws IOException {
    try (Directory directory = FSDirectory.open(from);
        DirectoryReader there = open(from, directory)) {
      return copy(there, began, to, documents);
    } catch (IndexNotFoundException e) {
      return 0;
    }
  }

  /** The last writes to a generation cannot be read any more. */
  public static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    private UnreadableException(Path from, Exception cause) {
      super("what was written last to " + from + " cannot be read any more", cause);
    }
  }

  private static DirectoryReader open(Path from, Directory directory) throws IOException {
    try {
      return DirectoryReader.open(directory);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | EOFException
        | NoSuchFileException
        | IllegalArgumentException e) { // the last: no such codec
      throw new UnreadableException(from, e);
    }
  }

  /** Copies from a reader that is open. */
  static int copy(DirectoryReader there, long began, IndexWriter to, ArticleDocuments documents)
      throws IOException {
    try (DirectoryReader here = DirectoryReader.open(to)) {
      return copy(there, Math.max(began, BuildCommit.began(there)), here, to, documents);
    }
  }

  private static int copy(
      DirectoryReader there,
      long since,
      DirectoryReader here,
      IndexWriter to,
      ArticleDocuments documents)
      throws IOException {
    IndexSearcher searcher = ArticleSimilarity.searcher(there);
    IndexSearcher known = ArticleSimilarity.searcher(here);
    Weight later =
        searcher.createWeight(
            searcher.rewrite(LongField.newRangeQuery(Fields.WRITTEN_AT, since, Long.MAX_VALUE)),
            ScoreMode.COMPLETE_NO_SCORES,
            1);
    int copied = 0;
    for (LeafReaderContext leaf : there.leaves()) {
      Scorer writes = later.scorer(leaf);
      if (writes == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      SortedNumericDocValues stamps = stamps(leaf);
      StoredFields stored = leaf.reader().storedFields();
      DocIdSetIterator documentsOfLeaf = writes.iterator();
      for (int document = documentsOfLeaf.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documentsOfLeaf.nextDoc()) {
        if ((live == null || live.get(document)) && stamps.advanceExact(document)) {
          copied += copy(stored, document, stamps.nextValue(), known, to, documents);
        }
      }
    }
    return copied;
  }

  private static int copy(
      StoredFields from,
      int document,
      long stamp,
      IndexSearcher known,
      IndexWriter to,
      ArticleDocuments documents)
      throws IOException {
    Article article;
    String id;
    try {
      var stored = from.document(document);
      article = ArticleDocuments.isArticle(stored) ? ArticleDocuments.article(stored) : null;
      id = article == null ? stored.get(Fields.ID) : article.id();
    } catch (IOException | RuntimeException e) {
      // Damaged on disk: it is lost whether or not the others are carried over.
      LOG.log(
          System.Logger.Level.WARNING,
          "an article is damaged in the index and cannot be carried over: " + e.getMessage());
      return 0;
    }
    TopDocs own = known.search(new TermQuery(ArticleDocuments.id(id)), 1);
    if (own.scoreDocs.length > 0
        && stampOf(known.getIndexReader(), own.scoreDocs[0].doc) >= stamp) {
      return 0;
    }
    if (article == null) {
      to.updateDocument(ArticleDocuments.id(id), ArticleDocuments.tombstone(id, stamp));
    } else {
      documents.<IOException>index(
          article, stamp, indexed -> to.updateDocument(ArticleDocuments.id(id), indexed));
    }
    return 1;
  }

  private static long stampOf(IndexReader reader, int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    SortedNumericDocValues stamps = stamps(leaf);
    return stamps.advanceExact(document - leaf.docBase) ? stamps.nextValue() : Long.MIN_VALUE;
  }

  private static SortedNumericDocValues stamps(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedNumeric(leaf.reader(), Fields.WRITTEN_AT);
  }

  /** Yields the last stamp in an index, 0 where there is none. */
  static long lastStamp(IndexReader reader) throws IOException {
    byte[] last = PointValues.getMaxPackedValue(reader, Fields.WRITTEN_AT);
    return last == null ? 0 : NumericUtils.sortableBytesToLong(last, 0);
  }
}
