package vn.timtin.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Tries the rows of {@link TokenRule} at a place of a text. For one thread. */
final class TokenMatcher {
  /** What is longer than this is of no kind: it bounds the work at each place. */
  private static final int LONGEST = 200;

  private final List<Row> rows;

  /** For each set of clues the rows that are tried. */
  private final List<List<Row>> rowsByClues = new ArrayList<>();

  private Match found;

  /**
   * What was found.
   *
   * @param rule the row
   * @param terms by which it is found
   * @param length of the text that was matched
   * @param rest where the rows are to be tried again, from its beginning; negative for nowhere
   */
  record Match(TokenRule rule, List<String> terms, int length, int rest) {}

  /** A row with its matcher, which is used again and again. */
  private record Row(TokenRule rule, int clues, Matcher matcher, boolean hasRest) {}

  TokenMatcher(TextView text) {
    this.rows = TokenRule.ALL.stream().map(rule -> row(rule, text)).toList();
    for (int clues = 0; clues < 1 << Clue.values().length; clues++) {
      rowsByClues.add(null);
    }
  }

  private static Row row(TokenRule rule, TextView text) {
    Matcher matcher = rule.pattern().matcher(text);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    int clues = rule.clues().stream().mapToInt(Clue::bit).sum();
    return new Row(rule, clues, matcher, rule.pattern().namedGroups().containsKey("rest"));
  }

  /**
   * Whether something that is no word begins at {@code start}, and ends before {@code limit}.
   *
   * @param clues the bits of what its first token has
   */
  boolean match(int clues, int start, int limit) {
    int end = Math.min(limit, start + LONGEST);
    for (Row row : rowsFor(clues)) {
      Matcher matcher = row.matcher;
      if (matcher.region(start, end).lookingAt()) {
        List<String> terms = row.rule.terms().apply(matcher);
        if (!terms.isEmpty()) {
          int rest = row.hasRest ? matcher.start("rest") - start : -1;
          found = new Match(row.rule, terms, matcher.end() - start, rest);
          return true;
        }
      }
    }
    return false;
  }

  private List<Row> rowsFor(int clues) {
    if (rowsByClues.get(clues) == null) {
      rowsByClues.set(clues, rows.stream().filter(row -> (row.clues & clues) != 0).toList());
    }
    return rowsByClues.get(clues);
  }

  /** Yields what was found last. */
  Match found() {
    return found;
  }
}
