package vn.timtin.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Tries the rows of {@link TokenRule} at a place of a text. For one thread. */
final class TokenMatcher {
  /** What is longer than this is of no kind: it bounds the work at each place. */
  private static final int LONGEST = 200;

  private final TextView text;
  private final Map<TokenRule.Start, Row[]> rows = new EnumMap<>(TokenRule.Start.class);
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
  private record Row(TokenRule rule, Matcher matcher, boolean hasRest) {}

  TokenMatcher(TextView text) {
    this.text = text;
    for (TokenRule.Start start : TokenRule.Start.values()) {
      rows.put(
          start,
          TokenRule.ALL.stream()
              .filter(rule -> rule.start() == start)
              .map(this::row)
              .toArray(Row[]::new));
    }
  }

  private Row row(TokenRule rule) {
    Matcher matcher = rule.pattern().matcher(text);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    return new Row(rule, matcher, rule.pattern().namedGroups().containsKey("rest"));
  }

  /** Whether something that is no word begins at {@code start}, and ends before {@code limit}. */
  boolean match(TokenRule.Start kind, int start, int limit) {
    int end = Math.min(limit, start + LONGEST);
    for (Row row : rows.get(kind)) {
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

  /** Yields what was found last. */
  Match found() {
    return found;
  }
}
