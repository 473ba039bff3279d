package vn.timtin.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.timtin.article.PublicationTime;
import vn.timtin.query.SearchQuery.AnyOf;
import vn.timtin.query.SearchQuery.Combined;
import vn.timtin.query.SearchQuery.Published;
import vn.timtin.query.SearchQuery.Words;

/** Prints queries in the language that {@link QueryParser} reads. */
final class QueryText {
  private QueryText() {}

  static String print(Combined query) {
    List<String> clauses = new ArrayList<>();
    // A restriction is required without saying so.
    query.required().forEach(q -> clauses.add((q.isRestriction() ? "" : "+") + operand(q)));
    query.optional().forEach(q -> clauses.add(q instanceof AnyOf ? "(" + q + ")" : operandOf(q)));
    query.excluded().forEach(q -> clauses.add("-" + excluded(q)));
    return String.join(" ", clauses);
  }

  static String print(Published published) {
    List<String> bounds = new ArrayList<>();
    if (published.from() != null) {
      bounds.add("after:" + day(published.from()));
    }
    if (published.to() != null) {
      bounds.add("before:" + day(published.to()));
    }
    return String.join(" ", bounds);
  }

  static String join(String separator, List<SearchQuery> queries) {
    return queries.stream().map(QueryText::operand).collect(Collectors.joining(separator));
  }

  static String quoteIfNeeded(String value) {
    return value.chars().anyMatch(c -> Character.isWhitespace(c) || c == '(' || c == ')')
        ? '"' + value + '"'
        : value;
  }

  /** Whether the printed query is read again as one, without parentheses round it. */
  static boolean isOneTerm(SearchQuery query) {
    return !(query instanceof Combined)
        && !(query instanceof AnyOf)
        && !(query instanceof Words words && words.text().indexOf(' ') >= 0);
  }

  private static String operand(SearchQuery query) {
    return isOneTerm(query) ? query.toString() : "(" + query + ")";
  }

  /** A minus before a digit would be that of a number. */
  private static String excluded(SearchQuery query) {
    String operand = operand(query);
    boolean isNumber = !operand.isEmpty() && Character.isDigit(operand.charAt(0));
    return isNumber ? "(" + operand + ")" : operand;
  }

  private static String operandOf(SearchQuery query) {
    return query instanceof Words ? query.toString() : operand(query);
  }

  private static String day(Instant moment) {
    return moment.atZone(PublicationTime.VIETNAM).toLocalDate().toString();
  }
}
