package vn.timtin.search;

import java.util.List;

/**
 * Extracts of an article with what matched between {@code <mark>} and {@code </mark>}; everything
 * else is escaped for HTML.
 *
 * @param title the whole title, where it has a match
 * @param summary the best sentences of the summary
 * @param body the best sentences of the body, in their order
 */
public record Highlights(List<String> title, List<String> summary, List<String> body) {
  /** What a hit has where no highlights were asked for. */
  public static final Highlights NONE = new Highlights(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Highlights {
    title = List.copyOf(title);
    summary = List.copyOf(summary);
    body = List.copyOf(body);
  }
}
