package vn.timtin.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import vn.timtin.search.Suggestion;
import vn.timtin.search.Suggestions;

/** Completions of what is being typed, as they are sent. */
public record SuggestView(List<Item> suggestions, boolean complete, long tookMillis) {
  /** One completion; a headline has the id of its article. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(String text, String kind, String id) {
    static Item of(Suggestion suggestion) {
      return new Item(
          suggestion.text(),
          suggestion.kind().name().toLowerCase(Locale.ROOT),
          suggestion.article().orElse(null));
    }
  }

  /** Yields the view of an answer. */
  public static SuggestView of(Suggestions answer) {
    return new SuggestView(
        answer.suggestions().stream().map(Item::of).toList(),
        answer.isComplete(),
        answer.took().toMillis());
  }
}
