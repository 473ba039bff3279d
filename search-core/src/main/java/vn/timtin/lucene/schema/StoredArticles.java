package vn.timtin.lucene.schema;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleHead;
import vn.timtin.index.IndexException;

/** Reads articles as an index stores them. What is damaged on disk is told as that. */
public final class StoredArticles {
  private StoredArticles() {}

  /** Reads a whole article. */
  public static Article read(IndexReader reader, int document) throws IndexException {
    try {
      return ArticleDocuments.article(reader.storedFields().document(document));
    } catch (IOException | RuntimeException e) { // the latter from unpacking what makes no sense
      throw damaged(e);
    }
  }

  /** Reads a whole article, nothing where the document is what is left of a deleted one. */
  public static Optional<Article> readUnlessDeleted(IndexReader reader, int document)
      throws IndexException {
    try {
      var stored = reader.storedFields().document(document);
      return ArticleDocuments.isArticle(stored)
          ? Optional.of(ArticleDocuments.article(stored))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  /** Reads what a list shows of an article. */
  public static ArticleHead readHead(StoredFields stored, int document) throws IndexException {
    try {
      return ArticleDocuments.head(stored, document);
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private static IndexException damaged(Exception e) {
    return new IndexException(
        "the index is damaged, an article in it cannot be read: `timtin check` says where, `timtin"
            + " reindex` builds it anew",
        e);
  }
}
