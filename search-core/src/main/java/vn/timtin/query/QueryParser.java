package vn.timtin.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Keyword;
import vn.timtin.article.PublicationTime;
import vn.timtin.query.SearchQuery.AnyOf;
import vn.timtin.query.SearchQuery.Combined;
import vn.timtin.query.SearchQuery.Everything;
import vn.timtin.query.SearchQuery.In;
import vn.timtin.query.SearchQuery.Phrase;
import vn.timtin.query.SearchQuery.Prefix;
import vn.timtin.query.SearchQuery.Property;
import vn.timtin.query.SearchQuery.Published;
import vn.timtin.query.SearchQuery.Words;

/**
 * Reads the query language. Every string is a query: what breaks the syntax is taken as words.
 *
 * <pre>
 *   query   := clause*
 *   clause  := operand ("OR" operand)*
 *   operand := ("+" | "-" | "NOT ")? atom
 *   atom    := "(" query ")" | phrase | field ":" (word | phrase | "(" query ")") | word "*" | word
 *   phrase  := "…" | “…” | „…“ | «…»
 *   field   := title | summary | body | source | category | author | after | before
 * </pre>
 *
 * <p>Words and phrases are optional, {@code +} requires, {@code -} and {@code NOT} exclude; a field
 * always restricts. A minus before a digit is that of a number. {@code after:2020-01-31} is that
 * day or later, {@code before:} the days before it, in Vietnam.
 */
public final class QueryParser {
  /** Parentheses deeper than this are taken as spaces. */
  private static final int MAX_DEPTH = 32;

  private static final int MAX_YEAR = 9999;

  private static final Map<Character, String> CLOSING_QUOTES =
      Map.of('"', "\"", '“', "”“", '„', "“”", '«', "»", '”', "”");

  private static final Pattern QUOTES = Pattern.compile("[\"“”„«»]");

  private static final Map<String, ArticlePart> PARTS =
      Map.of("title", ArticlePart.TITLE, "summary", ArticlePart.SUMMARY, "body", ArticlePart.BODY);

  private static final Map<String, Keyword> KEYWORDS = new HashMap<>();

  static {
    for (Keyword keyword : Keyword.values()) {
      KEYWORDS.put(keyword.field(), keyword);
    }
  }

  private final String text;
  private int position;

  private QueryParser(String text) {
    this.text = text;
  }

  /** Yields what the text asks for; {@link Everything} where it has no word. */
  public static SearchQuery parse(String text) {
    return new QueryParser(text).query(0);
  }

  private enum Sign {
    OPTIONAL,
    REQUIRED,
    EXCLUDED
  }

  /** Collects the clauses of one level; plain words in a row become one {@link Words}. */
  private static final class Clauses {
    private final List<SearchQuery> required = new ArrayList<>();
    private final List<SearchQuery> optional = new ArrayList<>();
    private final List<SearchQuery> excluded = new ArrayList<>();

    void add(Sign sign, SearchQuery query) {
      switch (sign) {
        case REQUIRED -> required.add(query);
        case EXCLUDED -> excluded.add(query);
        case OPTIONAL -> (query.isRestriction() ? required : optional).add(query);
      }
    }

    void addWord(Words word) {
      if (!optional.isEmpty() && optional.getLast() instanceof Words before) {
        optional.set(optional.size() - 1, new Words(before.text() + " " + word.text()));
      } else {
        optional.add(word);
      }
    }

    SearchQuery query() {
      if (required.isEmpty() && optional.isEmpty() && excluded.isEmpty()) {
        return new Everything();
      }
      if (excluded.isEmpty() && required.isEmpty() && optional.size() == 1) {
        return optional.getFirst();
      }
      if (excluded.isEmpty()
          && optional.isEmpty()
          && required.size() == 1
          && required.getFirst().isRestriction()) {
        return required.getFirst();
      }
      return new Combined(required, optional, excluded);
    }
  }

  private SearchQuery query(int depth) {
    var clauses = new Clauses();
    while (true) {
      skipSpaces();
      if (position == text.length()) {
        return clauses.query();
      }
      if (text.charAt(position) == ')') {
        position++;
        if (depth > 0) {
          return clauses.query();
        }
        continue;
      }
      clause(clauses, depth);
    }
  }

  private void clause(Clauses clauses, int depth) {
    Sign sign = takeWord("NOT") ? Sign.EXCLUDED : sign();
    skipSigns();
    SearchQuery first = atom(depth);
    List<SearchQuery> alternatives = new ArrayList<>(List.of(first));
    while (takeOr()) {
      skipSigns(); // of a later alternative they say nothing
      alternatives.add(atom(depth));
    }
    alternatives.removeIf(query -> query instanceof Everything);
    switch (alternatives.size()) {
      case 0 -> {}
      case 1 -> {
        if (sign == Sign.OPTIONAL && alternatives.getFirst() instanceof Words word) {
          clauses.addWord(word);
        } else {
          clauses.add(sign, alternatives.getFirst());
        }
      }
      default -> clauses.add(sign, new AnyOf(alternatives));
    }
  }

  private Sign sign() {
    boolean signed =
        position + 1 < text.length()
            && (text.charAt(position) == '+' || text.charAt(position) == '-')
            && !isSpace(text.charAt(position + 1))
            && text.charAt(position + 1) != ')'
            && !isPartOfNumber();
    if (!signed) {
      return Sign.OPTIONAL;
    }
    return text.charAt(position++) == '+' ? Sign.REQUIRED : Sign.EXCLUDED;
  }

  /** −5 degrees, U -23, 20 -25 million; +84 begins a telephone number. */
  private boolean isPartOfNumber() {
    return text.charAt(position) == '-'
        ? Character.isDigit(text.charAt(position + 1))
        : text.startsWith("+84", position);
  }

  private void skipSigns() {
    Sign skipped;
    do {
      skipped = sign();
    } while (skipped != Sign.OPTIONAL);
  }

  private boolean takeOr() {
    int start = position;
    skipSpaces();
    boolean taken = position > start && takeWord("OR");
    if (!taken) {
      position = start;
    }
    return taken;
  }

  /** Takes an operator that something follows after a space. */
  private boolean takeWord(String operator) {
    int start = position;
    int end = position + operator.length();
    if (text.startsWith(operator, position) && end < text.length() && isSpace(text.charAt(end))) {
      position = end;
      skipSpaces();
      if (position < text.length() && text.charAt(position) != ')') {
        return true;
      }
    }
    position = start;
    return false;
  }

  private SearchQuery atom(int depth) {
    if (position == text.length()) {
      return new Everything();
    }
    char c = text.charAt(position);
    if (c == '(') {
      position++;
      return depth < MAX_DEPTH ? query(depth + 1) : new Everything();
    }
    if (c == ')') {
      return new Everything(); // the caller's level ends here
    }
    if (c == '»') {
      position++; // closes nothing
      return new Everything();
    }
    if (CLOSING_QUOTES.containsKey(c)) {
      String phrase = quoted();
      return phrase == null || phrase.isBlank() ? new Everything() : new Phrase(phrase);
    }
    return wordOrField(depth);
  }

  /** Takes what stands in quotes; where they never close, the opening one and nothing else. */
  private @Nullable String quoted() {
    String closing = CLOSING_QUOTES.get(text.charAt(position++));
    for (int end = position; end < text.length(); end++) {
      if (closing.indexOf(text.charAt(end)) >= 0) {
        String phrase = text.substring(position, end);
        position = end + 1;
        return QUOTES.matcher(phrase).replaceAll(" ").strip();
      }
    }
    return null;
  }

  private SearchQuery wordOrField(int depth) {
    int start = position;
    while (position < text.length() && !endsWord(text.charAt(position))) {
      if (text.charAt(position) == ':') {
        SearchQuery field = field(text.substring(start, position), depth);
        if (field != null) {
          return field;
        }
      }
      position++;
    }
    return word(text.substring(start, position));
  }

  private static SearchQuery word(String word) {
    if (word.equals("OR") || word.equals("NOT")) {
      return new Everything();
    }
    int star = word.indexOf('*');
    if (star > 0 && star == word.length() - 1) {
      return new Prefix(word.substring(0, star));
    }
    return word.isEmpty() ? new Everything() : new Words(word);
  }

  /** Takes the value of a field, from its colon on, or nothing where there is no such field. */
  private @Nullable SearchQuery field(String name, int depth) {
    ArticlePart part = PARTS.get(name);
    Keyword keyword = KEYWORDS.get(name);
    boolean date = name.equals("after") || name.equals("before");
    int colon = position;
    if ((part == null && keyword == null && !date) || colon + 1 == text.length()) {
      return null;
    }
    position++;
    SearchQuery query = null;
    if (part != null && !isSpace(text.charAt(position))) {
      SearchQuery found = atomOfPart(depth);
      query = found instanceof Everything ? null : new In(part, found);
    } else if (part == null) {
      String value = value();
      if (!value.isEmpty()) {
        query = keyword != null ? new Property(keyword, value) : published(name, value);
      }
    }
    if (query == null) {
      position = colon;
    }
    return query;
  }

  private SearchQuery atomOfPart(int depth) {
    char c = text.charAt(position);
    if (c == '(' || CLOSING_QUOTES.containsKey(c)) {
      return atom(depth);
    }
    return word(plainWord());
  }

  private String value() {
    if (position < text.length() && CLOSING_QUOTES.containsKey(text.charAt(position))) {
      String quoted = quoted();
      return quoted == null ? "" : quoted;
    }
    return plainWord();
  }

  private String plainWord() {
    int start = position;
    while (position < text.length() && !endsWord(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private static @Nullable SearchQuery published(String name, String value) {
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() < 0 || day.getYear() > MAX_YEAR) {
        return null; // nobody asks for that
      }
      Instant start = PublicationTime.startOf(day).toInstant();
      return name.equals("after") ? new Published(start, null) : new Published(null, start);
    } catch (DateTimeException e) {
      return null; // no date: taken as words
    }
  }

  private void skipSpaces() {
    while (position < text.length() && isSpace(text.charAt(position))) {
      position++;
    }
  }

  private static boolean endsWord(char c) {
    return isSpace(c) || c == '(' || c == ')' || CLOSING_QUOTES.containsKey(c) || c == '»';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
