package vn.timtin.server.params;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The known name that is nearest to one that is not known. */
final class Nearest {
  private Nearest() {}

  static String to(String name, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String k) -> distance(key(name), key(k)))
                .thenComparing(k -> k))
        .orElseThrow();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** The edit distance of Levenshtein (1966), row by row. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
