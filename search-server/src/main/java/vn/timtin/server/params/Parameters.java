package vn.timtin.server.params;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.timtin.article.PublicationTime;
import vn.timtin.search.RequestException;

/**
 * The parameters of a request by name, from a query string or from options, read as what they
 * should be. What is wrong ends in a {@link ParameterException}.
 */
public final class Parameters {
  private static final String TEXT = "q";
  private static final int MAX_NAME = 60;
  private static final Pattern VALUES = Pattern.compile("\\s*\"([^\"]*)\"\\s*(?=,|$)|[^,]+");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([hdwmy])");

  private final Map<String, List<String>> values;

  /** Takes the values and refuses names that are not among {@code known}. */
  Parameters(Map<String, List<String>> values, Set<String> known) {
    this.values = values;
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new ParameterException(
            name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME),
            "unknown parameter "
                + quote(name)
                + (known.isEmpty()
                    ? ": this address has none"
                    : ": did you mean " + Nearest.to(name, known) + "?"));
      }
    }
  }

  /** Yields these names and more. */
  static Set<String> union(Set<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  Optional<String> text(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw new ParameterException(name, name + " is given " + given.size() + " times");
    }
    return given.stream().findFirst();
  }

  /** The text that is asked about, {@code q}. */
  String query() {
    return text(TEXT).orElse("");
  }

  /** Yields the name that a component of a request has as a parameter. */
  public static String nameOf(RequestException e) {
    return e.parameter().equals("text") ? TEXT : e.parameter();
  }

  /** Values that are repeated or separated by commas; one in quotes may have commas in it. */
  List<String> list(String name) {
    List<String> list = new ArrayList<>();
    for (String given : values.getOrDefault(name, List.of())) {
      VALUES
          .matcher(given)
          .results()
          .map(value -> (value.group(1) == null ? value.group() : value.group(1)).strip())
          .filter(value -> !value.isEmpty())
          .forEach(list::add);
    }
    return list;
  }

  int number(String name, int usual) {
    Optional<String> given = text(name);
    if (given.isEmpty()) {
      return usual;
    }
    try {
      return Integer.parseInt(given.get().strip());
    } catch (NumberFormatException e) {
      throw wrong(name, "a whole number", given.get());
    }
  }

  boolean flag(String name, boolean usual) {
    return text(name)
        .map(
            given ->
                switch (given) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw wrong(name, "true or false", given);
                })
        .orElse(usual);
  }

  /** One of the constants, named in lower case. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E usual) {
    return text(name).map(given -> constant(name, type, given)).orElse(usual);
  }

  <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    list(name).forEach(given -> chosen.add(constant(name, type, given)));
    return chosen;
  }

  private static <E extends Enum<E>> E constant(String name, Class<E> type, String given) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(given)) {
        return constant;
      }
    }
    throw wrong(
        name,
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "one of ", "")),
        given);
  }

  /** Accepts a value that says what happens anyway; others belong to features that come later. */
  void accept(String name, String... accepted) {
    text(name)
        .filter(given -> !List.of(accepted).contains(given))
        .ifPresent(
            given -> {
              throw new ParameterException(
                  name,
                  accepted.length == 0
                      ? name + " is not supported yet"
                      : wrong(name, "one of " + String.join(", ", accepted) + " yet", given)
                          .getMessage());
            });
  }

  /** The first moment that counts: that of a time, the beginning of a day. */
  Optional<Instant> from(String name) {
    return text(name).map(given -> moment(name, given));
  }

  /** The moment after the last that counts: times and days are meant to be included. */
  Optional<Instant> until(String name) {
    return text(name)
        .map(
            given -> {
              Instant moment = moment(name, given);
              return PublicationTime.isDate(given)
                  ? PublicationTime.startOf(
                          LocalDate.ofInstant(moment, PublicationTime.VIETNAM).plusDays(1))
                      .toInstant()
                  : moment.plusMillis(1);
            });
  }

  private static Instant moment(String name, String given) {
    try {
      return PublicationTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      throw wrong(
          name, "a date such as 2020-08-11 or a time such as 2020-08-11T09:30:00+07:00", given);
    }
  }

  Optional<Duration> duration(String name) {
    return text(name).map(given -> duration(name, given));
  }

  private static Duration duration(String name, String given) {
    Matcher matcher = DURATION.matcher(given);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw wrong(name, "a duration such as 12h, 7d, 2w, 3m (months) or 1y", given);
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      case "w" -> Duration.ofDays(7 * number);
      case "m" -> Duration.ofDays(30 * number);
      default -> Duration.ofDays(365 * number);
    };
  }

  static ParameterException wrong(String name, String rule, String given) {
    return new ParameterException(name, name + " must be " + rule + ": " + quote(given));
  }

  private static String quote(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return "“" + (line.length() <= MAX_NAME ? line : line.substring(0, MAX_NAME) + "…") + "”";
  }
}
