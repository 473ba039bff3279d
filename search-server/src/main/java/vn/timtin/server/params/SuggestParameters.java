package vn.timtin.server.params;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.timtin.search.SuggestRequest;

/**
 * The parameters of a question for completions.
 *
 * @param request what is asked
 */
public record SuggestParameters(SuggestRequest request) {
  /** The names of all parameters. */
  public static final Set<String> NAMES = Set.of("q", "size");

  /**
   * Reads the parameters.
   *
   * @throws ParameterException if one is unknown or wrong
   */
  public static SuggestParameters of(Map<String, List<String>> values) {
    var parameters = new Parameters(values, NAMES);
    SuggestRequest request = SuggestRequest.of(parameters.query());
    return new SuggestParameters(request.withSize(parameters.number("size", request.size())));
  }
}
