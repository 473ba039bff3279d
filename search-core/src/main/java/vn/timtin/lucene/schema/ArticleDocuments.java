package vn.timtin.lucene.schema;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleHead;
import vn.timtin.article.Keyword;
import vn.timtin.article.PublicationTime;

/** Turns articles into documents of the index and back. Safe for many threads. */
public final class ArticleDocuments {
  private static final FieldType FREQUENCIES = textType(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType POSITIONS = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  /** What has been used before is used again: its buffers have grown to the size of articles. */
  private final ConcurrentLinkedQueue<ArticleTerms> idle = new ConcurrentLinkedQueue<>();

  /** Uses a document; what it throws goes on to the caller. */
  @FunctionalInterface
  public interface DocumentConsumer<E extends Exception> {
    /** Takes the document, which must not be kept. */
    void accept(Document document) throws E;
  }

  /**
   * Lends the document of the article to {@code consumer}, which must have indexed it when it
   * returns.
   *
   * @param writtenAt milliseconds since 1970
   */
  public <E extends Exception> void index(
      Article article, long writtenAt, DocumentConsumer<E> consumer) throws E {
    ArticleTerms terms = idle.poll();
    if (terms == null) {
      terms = new ArticleTerms();
    }
    terms.read(article);
    var document = new Document();
    addId(document, article.id(), Field.Store.NO);
    document.add(new StringField(Fields.KIND, Fields.KIND_ARTICLE, Field.Store.NO));
    document.add(new LongField(Fields.WRITTEN_AT, writtenAt, Field.Store.NO));
    StoredArticle.add(article, document);
    for (Keyword keyword : Keyword.values()) {
      addKeyword(document, keyword, keyword.of(article));
    }
    if (article.publishedAt() != null) {
      var moment = article.publishedAt().toInstant();
      document.add(new LongField(Fields.PUBLISHED_AT, moment.toEpochMilli(), Field.Store.NO));
      document.add(
          new NumericDocValuesField(
              Fields.PUBLISHED_DAY,
              moment.atZone(PublicationTime.VIETNAM).toLocalDate().toEpochDay()));
    }
    terms.forEachField(
        (zone, form, stream) ->
            document.add(
                new Field(
                    Fields.field(zone, form),
                    stream,
                    Fields.hasPositions(zone, form) ? POSITIONS : FREQUENCIES)));
    consumer.accept(document);
    idle.add(terms);
  }

  /** Yields the document that says that the article of this id was deleted. */
  public static Document tombstone(String id, long writtenAt) {
    var document = new Document();
    addId(document, id, Field.Store.YES);
    document.add(new StringField(Fields.KIND, Fields.KIND_TOMBSTONE, Field.Store.NO));
    document.add(new LongField(Fields.WRITTEN_AT, writtenAt, Field.Store.NO));
    return document;
  }

  /** Yields the term by which the documents of an id are found. */
  public static Term id(String id) {
    return new Term(Fields.ID, id);
  }

  /** Whether the stored document is an article rather than a tombstone. */
  public static boolean isArticle(Document stored) {
    return stored.getField(Fields.ARTICLE_ID) != null;
  }

  /** Yields the article that a stored document holds. */
  public static Article article(Document stored) {
    return StoredArticle.read(stored);
  }

  /** Reads what a list shows of an article. */
  public static ArticleHead head(StoredFields stored, int document) throws IOException {
    var head = new StoredArticle.HeadReader();
    stored.document(document, head);
    return head.head();
  }

  /** Reads title, summary, captions and tags of an article; of a tombstone nothing. */
  public static List<String> shortTexts(StoredFields stored, int document) throws IOException {
    var reader = new StoredArticle.ShortTextReader();
    stored.document(document, reader);
    return reader.texts;
  }

  private static void addId(Document document, String id, Field.Store store) {
    document.add(new StringField(Fields.ID, id, store));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
  }

  private static void addKeyword(Document document, Keyword keyword, String value) {
    if (value.isEmpty()) {
      return;
    }
    String key = KeywordValue.key(value);
    document.add(new StringField(keyword.field(), key, Field.Store.NO));
    document.add(
        new SortedDocValuesField(
            keyword.field(), new BytesRef(new KeywordValue(key, value).encode())));
  }

  private static FieldType textType(IndexOptions options) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.freeze();
    return type;
  }
}
