package vn.timtin.article;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A news article, checked and in Unicode normal form C.
 *
 * <p>Text that was not given is the empty string, a list that was not given is empty. What was
 * given is kept as it is, normal form aside: folding and spelling are matters of the index alone.
 *
 * @param id identifies the article in an index; 1 to 256 characters, no control characters
 * @param title the headline; may be empty where {@code body} is not
 * @param summary the lead (<i>sapô</i>)
 * @param body the text; paragraphs are separated by {@code \n}
 * @param captions of the pictures
 * @param tags as the paper gives them
 * @param author the byline
 * @param source the host name of the site, where known
 * @param category the section of the paper
 * @param url where the article stood
 * @param publishedAt when it was published, or null where that is not known; years 0 to 9999
 * @param attributes everything else that was given: JSON values as {@code Map}, {@code List},
 *     {@code String}, {@code Number}, {@code Boolean} and null
 */
public record Article(
    String id,
    String title,
    String summary,
    String body,
    List<String> captions,
    List<String> tags,
    String author,
    String source,
    String category,
    String url,
    @Nullable OffsetDateTime publishedAt,
    Map<String, @Nullable Object> attributes) {

  private static final int MAX_ID_LENGTH = 256;

  /**
   * Checks and normalizes. An author, source or category of blanks alone is none.
   *
   * @throws InvalidArticleException if the id breaks its rule, or title and body are both blank
   */
  public Article {
    title = UnicodeText.normalize(title);
    summary = UnicodeText.normalize(summary);
    body = UnicodeText.normalize(body);
    captions = captions.stream().map(UnicodeText::normalize).toList();
    tags = tags.stream().map(UnicodeText::normalize).toList();
    author = property(author);
    source = property(source);
    category = property(category);
    url = UnicodeText.wellFormed(url);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
      throw new InvalidArticleException(
          "id must have 1 to " + MAX_ID_LENGTH + " characters: it has " + id.length());
    }
    if (id.chars().anyMatch(Character::isISOControl) || !UnicodeText.isWellFormed(id)) {
      throw new InvalidArticleException(
          "id must have no control characters and no half surrogate pairs");
    }
    if (title.isBlank() && body.isBlank()) {
      throw new InvalidArticleException("title and body must not both be empty");
    }
    if (publishedAt != null && (publishedAt.getYear() < 0 || publishedAt.getYear() > 9999)) {
      throw new InvalidArticleException(
          "publishedAt must be of the years 0 to 9999: " + publishedAt);
    }
  }

  /** Normalizes a property; blanks alone are none. */
  private static String property(String value) {
    return value.isBlank() ? "" : UnicodeText.normalize(value);
  }

  /** Yields what a list shows of the article. */
  public ArticleHead head() {
    return new ArticleHead(id, title, summary, author, source, category, url, publishedAt);
  }

  /** Starts an article with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of an article; not safe for several threads. */
  public static final class Builder {
    private @Nullable String id;
    private String title = "";
    private String summary = "";
    private String body = "";
    private List<String> captions = List.of();
    private List<String> tags = List.of();
    private String author = "";
    private String source = "";
    private String category = "";
    private String url = "";
    private @Nullable OffsetDateTime publishedAt;
    private Map<String, @Nullable Object> attributes = Map.of();

    private Builder() {}

    /** Sets the id; without one it is derived from the address, else from title and body. */
    public Builder id(String id) {
      this.id = id;
      return this;
    }

    /** Sets the headline. */
    public Builder title(String title) {
      this.title = title;
      return this;
    }

    /** Sets the lead. */
    public Builder summary(String summary) {
      this.summary = summary;
      return this;
    }

    /** Sets the text, its paragraphs separated by {@code \n}. */
    public Builder body(String body) {
      this.body = body;
      return this;
    }

    /** Sets the captions of the pictures. */
    public Builder captions(List<String> captions) {
      this.captions = captions;
      return this;
    }

    /** Sets the tags. */
    public Builder tags(List<String> tags) {
      this.tags = tags;
      return this;
    }

    /** Sets the byline. */
    public Builder author(String author) {
      this.author = author;
      return this;
    }

    /** Sets the host name of the site. */
    public Builder source(String source) {
      this.source = source;
      return this;
    }

    /** Sets the section of the paper. */
    public Builder category(String category) {
      this.category = category;
      return this;
    }

    /** Sets the address. */
    public Builder url(String url) {
      this.url = url;
      return this;
    }

    /** Sets the time of publication. */
    public Builder publishedAt(OffsetDateTime publishedAt) {
      this.publishedAt = publishedAt;
      return this;
    }

    /** Sets the members that have no meaning to the search. */
    public Builder attributes(Map<String, @Nullable Object> attributes) {
      this.attributes = attributes;
      return this;
    }

    /**
     * Yields the checked article.
     *
     * @throws InvalidArticleException if it breaks a rule of {@link Article}
     */
    public Article build() {
      String known =
          id != null
              ? id
              : ArticleIds.derive(url, UnicodeText.normalize(title), UnicodeText.normalize(body));
      return new Article(
          known,
          title,
          summary,
          body,
          captions,
          tags,
          author,
          source,
          category,
          url,
          publishedAt,
          attributes);
    }
  }
}
