package vn.timtin.server.params;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.Timeline;

/**
 * The parameters of a timeline.
 *
 * @param request which articles count
 * @param interval the length of a bucket
 * @param format how the answer is written
 */
public record TimelineParameters(
    SearchRequest request, Timeline.Interval interval, SearchParameters.Format format) {
  /** The names of all parameters. */
  public static final Set<String> NAMES =
      Parameters.union(SearchParameters.SELECTION, "interval", "format");

  /**
   * Reads the parameters.
   *
   * @throws ParameterException if one is unknown or wrong
   */
  public static TimelineParameters of(Map<String, List<String>> values) {
    var parameters = new Parameters(values, NAMES);
    return new TimelineParameters(
        SearchParameters.request(parameters),
        parameters.choice("interval", Timeline.Interval.class, Timeline.Interval.MONTH),
        parameters.choice("format", SearchParameters.Format.class, SearchParameters.Format.JSON));
  }
}
