package vn.timtin.lucene.schema;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFieldVisitor;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleHead;
import vn.timtin.article.ArticleJson;
import vn.timtin.article.PublicationTime;

/** The article as its document stores it: each part a field of its own, as it was given. */
final class StoredArticle {
  private static final String TITLE = "title";
  private static final String SUMMARY = "summary";
  private static final String BODY = "body";
  private static final String CAPTIONS = "captions";
  private static final String TAGS = "tags";
  private static final String AUTHOR = "author";
  private static final String SOURCE = "source";
  private static final String CATEGORY = "category";
  private static final String URL = "url";
  private static final String PUBLISHED_AT = "published";
  private static final String ATTRIBUTES = "attributes";

  private StoredArticle() {}

  /** Adds the parts of the article, those of its head first: reading a head ends after them. */
  static void add(Article article, Document document) {
    document.add(new StoredField(Fields.ARTICLE_ID, article.id()));
    add(TITLE, article.title(), document);
    add(SUMMARY, article.summary(), document);
    add(AUTHOR, article.author(), document);
    add(SOURCE, article.source(), document);
    add(CATEGORY, article.category(), document);
    add(URL, article.url(), document);
    if (article.publishedAt() != null) {
      add(
          PUBLISHED_AT,
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(article.publishedAt()),
          document);
    }
    article.captions().forEach(caption -> document.add(new StoredField(CAPTIONS, caption)));
    article.tags().forEach(tag -> document.add(new StoredField(TAGS, tag)));
    if (!article.attributes().isEmpty()) {
      document.add(new StoredField(ATTRIBUTES, ArticleJson.writeAttributes(article.attributes())));
    }
    add(BODY, article.body(), document);
  }

  private static void add(String name, String text, Document document) {
    if (!text.isEmpty()) {
      document.add(new StoredField(name, text));
    }
  }

  static Article read(Document document) {
    Article.Builder article = Article.builder();
    List<String> captions = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (IndexableField field : document) {
      String text = field.stringValue();
      switch (field.name()) {
        case Fields.ARTICLE_ID -> article.id(text);
        case TITLE -> article.title(text);
        case SUMMARY -> article.summary(text);
        case BODY -> article.body(text);
        case CAPTIONS -> captions.add(text);
        case TAGS -> tags.add(text);
        case AUTHOR -> article.author(text);
        case SOURCE -> article.source(text);
        case CATEGORY -> article.category(text);
        case URL -> article.url(text);
        case PUBLISHED_AT -> article.publishedAt(PublicationTime.parse(text));
        case ATTRIBUTES ->
            article.attributes(ArticleJson.readAttributes(field.binaryValue().bytes));
        default -> throw new IllegalStateException("no part of an article: " + field.name());
      }
    }
    return article.captions(captions).tags(tags).build();
  }

  /** Reads the short texts, which stand before the body: title, summary, captions and tags. */
  static final class ShortTextReader extends StoredFieldVisitor {
    private static final Set<String> TEXTS = Set.of(TITLE, SUMMARY, CAPTIONS, TAGS);

    final List<String> texts = new ArrayList<>();

    @Override
    public Status needsField(FieldInfo field) {
      return TEXTS.contains(field.name)
          ? Status.YES
          : field.name.equals(BODY) ? Status.STOP : Status.NO;
    }

    @Override
    public void stringField(FieldInfo field, String value) {
      texts.add(value);
    }
  }

  /** Reads as much as a list shows. */
  static final class HeadReader extends StoredFieldVisitor {
    private static final Set<String> HEAD =
        Set.of(Fields.ARTICLE_ID, TITLE, SUMMARY, AUTHOR, SOURCE, CATEGORY, URL, PUBLISHED_AT);

    private final Map<String, String> parts = new HashMap<>();

    @Override
    public Status needsField(FieldInfo field) {
      return HEAD.contains(field.name) ? Status.YES : Status.STOP;
    }

    @Override
    public void stringField(FieldInfo field, String value) {
      parts.put(field.name, value);
    }

    ArticleHead head() {
      String publishedAt = part(PUBLISHED_AT);
      return new ArticleHead(
          part(Fields.ARTICLE_ID),
          part(TITLE),
          part(SUMMARY),
          part(AUTHOR),
          part(SOURCE),
          part(CATEGORY),
          part(URL),
          publishedAt.isEmpty() ? null : PublicationTime.parse(publishedAt));
    }

    private String part(String name) {
      return parts.getOrDefault(name, "");
    }
  }
}
