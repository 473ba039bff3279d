package vn.timtin.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.apache.lucene.analysis.CharArrayMap;

/** Tries the rows of {@link TokenRule} at a place of a text. For one thread. */
final class TokenMatcher {
  /** What is longer than this is of no kind: it bounds the work at each place. */
  private static final int LONGEST = 200;

  /** More matches than this are not remembered. */
  private static final int MAX_KNOWN = 1 << 14;

  private final List<Row> rows;

  /** For each set of clues the rows that are tried. */
  private final List<List<Row>> rowsByClues = new ArrayList<>();

  private final TextView text;
  private Match found;

  /** How many matches the rows remember. */
  private int known;

  /**
   * What was found; the same characters always make the same of a row.
   *
   * @param rule the row
   * @param terms by which it is found
   * @param length of the text that was matched
   * @param rest where the rows are to be tried again, from its beginning; negative for nowhere
   */
  record Match(TokenRule rule, List<String> terms, int length, int rest) {}

  /** A row with its matcher, which is used again and again, and what it has matched before. */
  private record Row(
      TokenRule rule, int clues, Matcher matcher, boolean hasRest, CharArrayMap<Match> known) {}

  TokenMatcher(TextView text) {
    this.text = text;
    this.rows = TokenRule.ALL.stream().map(rule -> row(rule, text)).toList();
    for (int clues = 0; clues < 1 << Clue.values().length; clues++) {
      rowsByClues.add(null);
    }
  }

  private static Row row(TokenRule rule, TextView text) {
    Matcher matcher = rule.pattern().matcher(text);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    int clues = rule.clues().stream().mapToInt(Clue::bit).sum();
    boolean hasRest = rule.pattern().namedGroups().containsKey("rest");
    return new Row(rule, clues, matcher, hasRest, new CharArrayMap<>(0, false));
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
        found = match(row, start, matcher.end());
        if (!found.terms.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Yields what the row makes of the characters that it has just matched. */
  private Match match(Row row, int start, int end) {
    Match match = text.get(row.known, start, end);
    if (match == null) {
      List<String> terms = row.rule.terms().apply(row.matcher);
      int rest = row.hasRest ? row.matcher.start("rest") - start : -1;
      match = new Match(row.rule, terms, end - start, rest);
      if (known++ == MAX_KNOWN) {
        rows.forEach(each -> each.known.clear());
        known = 1;
      }
      row.known.put(row.matcher.group(), match);
    }
    return match;
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
