package vn.timtin.search;

import java.util.Optional;

/**
 * A completion of what is being typed.
 *
 * @param text the whole text that may have been meant, what has been typed included
 * @param kind what it is
 * @param article the id of the article, for a headline
 */
public record Suggestion(String text, Kind kind, Optional<String> article) {
  /** What a completion is. */
  public enum Kind {
    /** A word, or words that often stand together. */
    WORD,
    /** The name of someone or something. */
    NAME,
    /** The headline of an article. */
    HEADLINE
  }
}
