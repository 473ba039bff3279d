package vn.timtin.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How a server is, as it is sent.
 *
 * @param status {@code live} or {@code ready}
 * @param troubles what keeps failing in the background; left out where nothing does
 */
public record HealthView(
    String status, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> troubles) {}
