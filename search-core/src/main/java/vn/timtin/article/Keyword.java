package vn.timtin.article;

import java.util.function.Function;

/** A property of an article that is matched as a whole value, case and diacritics aside. */
public enum Keyword {
  /** The host name of the site. */
  SOURCE("source", Article::source),
  /** The section of the paper. */
  CATEGORY("category", Article::category),
  /** The byline. */
  AUTHOR("author", Article::author);

  private final String field;
  private final Function<Article, String> property;

  Keyword(String field, Function<Article, String> property) {
    this.field = field;
    this.property = property;
  }

  /** Yields the name that the property has in JSON, in queries and in the index. */
  public String field() {
    return field;
  }

  /** Yields the value that the article has, empty where it has none. */
  public String of(Article article) {
    return property.apply(article);
  }
}
