package vn.timtin.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Keyword;

/**
 * What a reader wants to find, as a value: no engine is known here.
 *
 * <p>{@link QueryParser} makes it of the text that was typed, its {@code toString} gives such a
 * text back.
 */
public sealed interface SearchQuery {

  /** Matches every article. */
  record Everything() implements SearchQuery {
    @Override
    public String toString() {
      return "";
    }
  }

  /**
   * Matches articles with at least one of the words; the more and the rarer, the better.
   *
   * @param text the words in their order, separated by spaces
   */
  record Words(String text) implements SearchQuery {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Matches articles with all the words in a row.
   *
   * @param text the words in their order
   */
  record Phrase(String text) implements SearchQuery {
    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /**
   * Matches articles with a word that begins with this one.
   *
   * @param text the beginning, without the asterisk
   */
  record Prefix(String text) implements SearchQuery {
    @Override
    public String toString() {
      return text + "*";
    }
  }

  /**
   * Matches what {@code query} matches within one part of the article.
   *
   * @param part where to look
   * @param query what to look for
   */
  record In(ArticlePart part, SearchQuery query) implements SearchQuery {
    @Override
    public String toString() {
      String name = part.name().toLowerCase(java.util.Locale.ROOT);
      return name + ":" + (QueryText.isOneTerm(query) ? query : "(" + query + ")");
    }
  }

  /**
   * Matches articles that have the whole value, case and diacritics aside.
   *
   * @param keyword the property
   * @param value what it must be
   */
  record Property(Keyword keyword, String value) implements SearchQuery {
    @Override
    public String toString() {
      return keyword.field() + ":" + QueryText.quoteIfNeeded(value);
    }
  }

  /**
   * Matches articles published in {@code [from, to)}; those without a date never.
   *
   * @param from the first moment, or null for no bound
   * @param to the moment after the last, or null for no bound
   */
  record Published(@Nullable Instant from, @Nullable Instant to) implements SearchQuery {
    @Override
    public String toString() {
      return QueryText.print(this);
    }
  }

  /**
   * Matches what at least one of the alternatives matches.
   *
   * @param alternatives two or more
   */
  record AnyOf(List<SearchQuery> alternatives) implements SearchQuery {
    /** Copies the list. */
    public AnyOf {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public String toString() {
      return QueryText.join(" OR ", alternatives);
    }
  }

  /**
   * Matches what all of {@code required} and none of {@code excluded} match, and one of {@code
   * optional} at least where nothing is required.
   *
   * @param required all must match
   * @param optional the more match, the better
   * @param excluded none may match
   */
  record Combined(
      List<SearchQuery> required, List<SearchQuery> optional, List<SearchQuery> excluded)
      implements SearchQuery {
    /** Copies the lists. */
    public Combined {
      required = List.copyOf(required);
      optional = List.copyOf(optional);
      excluded = List.copyOf(excluded);
    }

    @Override
    public String toString() {
      return QueryText.print(this);
    }
  }

  /** Whether a query narrows the result without saying what it is about: {@code source:…}. */
  default boolean isRestriction() {
    return switch (this) {
      case In in -> true;
      case Property property -> true;
      case Published published -> true;
      case AnyOf any -> any.alternatives().stream().allMatch(SearchQuery::isRestriction);
      case Everything everything -> false;
      case Words words -> false;
      case Phrase phrase -> false;
      case Prefix prefix -> false;
      case Combined combined -> false;
    };
  }
}
