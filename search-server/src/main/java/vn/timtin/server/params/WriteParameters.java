package vn.timtin.server.params;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a write.
 *
 * @param refresh whether searches must see it before the answer
 */
public record WriteParameters(boolean refresh) {
  /** The names of all parameters. */
  public static final Set<String> NAMES = Set.of("refresh");

  /**
   * Reads the parameters.
   *
   * @throws ParameterException if one is unknown or wrong
   */
  public static WriteParameters of(Map<String, List<String>> values) {
    return new WriteParameters(new Parameters(values, NAMES).flag("refresh", false));
  }

  /**
   * Makes sure that there are no parameters, where a request has none.
   *
   * @throws ParameterException if there is one
   */
  public static void requireNone(Map<String, List<String>> values) {
    new Parameters(values, Set.of());
  }
}
