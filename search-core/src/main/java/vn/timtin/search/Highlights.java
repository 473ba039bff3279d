package vn.timtin.search;

import java.util.List;

/**
 * Extracts of an article that show why it matched.
 *
 * @param title the whole title, where it has a match
 * @param summary the best sentences of the summary
 * @param body the best sentences of the body, in their order
 */
public record Highlights(List<Extract> title, List<Extract> summary, List<Extract> body) {
  /** What a hit has where no highlights were asked for. */
  public static final Highlights NONE = new Highlights(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Highlights {
    title = List.copyOf(title);
    summary = List.copyOf(summary);
    body = List.copyOf(body);
  }
}
