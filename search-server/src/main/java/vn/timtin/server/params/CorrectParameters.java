package vn.timtin.server.params;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a correction.
 *
 * @param text what is to be corrected
 */
public record CorrectParameters(String text) {
  /** The names of all parameters. */
  public static final Set<String> NAMES = Set.of("q");

  /**
   * Reads the parameters.
   *
   * @throws ParameterException if one is unknown or wrong
   */
  public static CorrectParameters of(Map<String, List<String>> values) {
    return new CorrectParameters(new Parameters(values, NAMES).query());
  }
}
