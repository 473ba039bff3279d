package vn.timtin.server.view;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.timtin.correction.CorrectedText;

/** A text and what was meant by it, as it is sent. */
public record CorrectView(String text, String corrected, boolean changed, List<String> kinds) {
  /** Yields the view of a corrected text. */
  public static CorrectView of(CorrectedText corrected) {
    return new CorrectView(
        corrected.text(), corrected.corrected(), corrected.isChanged(), names(corrected.kinds()));
  }

  /** Yields the names of what was wrong. */
  static List<String> names(Set<CorrectedText.Kind> kinds) {
    return kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  }
}
