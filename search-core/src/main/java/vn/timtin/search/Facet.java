package vn.timtin.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Keyword;

/** A property whose values are counted among all articles that match. */
public enum Facet {
  /** The host names of the sites. */
  SOURCE(Keyword.SOURCE),
  /** The sections of the papers. */
  CATEGORY(Keyword.CATEGORY),
  /** The bylines. */
  AUTHOR(Keyword.AUTHOR),
  /** The months of publication in Vietnam, such as {@code 2020-08}. */
  MONTH(null);

  private final Optional<Keyword> keyword;

  Facet(@Nullable Keyword keyword) {
    this.keyword = Optional.ofNullable(keyword);
  }

  /** Yields the property that is counted, nothing for {@link #MONTH}. */
  public Optional<Keyword> keyword() {
    return keyword;
  }
}
