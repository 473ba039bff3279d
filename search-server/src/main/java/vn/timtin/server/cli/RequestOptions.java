package vn.timtin.server.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The parameters of a request as options in kebab case: {@code pageSize} is {@code --page-size}.
 *
 * <p>They are made from the descriptions and read like those of HTTP, so that both say the same.
 */
final class RequestOptions {
  /** The parameters that may have several values. */
  private static final Set<String> REPEATABLE =
      Set.of("searchIn", "source", "excludeSource", "category", "author", "facets");

  private RequestOptions() {}

  /**
   * Adds an option for each parameter.
   *
   * @param descriptions of the parameters by their names
   */
  static void addTo(CommandSpec command, Map<String, String> descriptions) {
    descriptions.forEach(
        (name, description) ->
            command.addOption(
                OptionSpec.builder(option(name))
                    .paramLabel(
                        kebab(name).replaceAll(".*-", "").toUpperCase(java.util.Locale.ROOT))
                    .type(REPEATABLE.contains(name) ? List.class : String.class)
                    .auxiliaryTypes(String.class)
                    .description(description)
                    .build()));
  }

  /** Yields the values of the options that were given, by the names of the parameters. */
  static Map<String, List<String>> values(ParseResult parsed, Iterable<String> names) {
    Map<String, List<String>> values = new TreeMap<>();
    for (String name : names) {
      String option = option(name);
      if (parsed.hasMatchedOption(option)) {
        values.put(name, parsed.matchedOption(option).stringValues());
      }
    }
    return values;
  }

  /** Yields the words of a query as one text. */
  static String join(String[] words) {
    return String.join(" ", Arrays.asList(words));
  }

  /** Yields the option of the parameter. */
  static String option(String name) {
    return "--" + kebab(name);
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
