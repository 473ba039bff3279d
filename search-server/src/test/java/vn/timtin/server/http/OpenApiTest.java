package vn.timtin.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.timtin.index.NewsIndex;
import vn.timtin.server.params.CorrectParameters;
import vn.timtin.server.params.RelatedParameters;
import vn.timtin.server.params.SearchParameters;
import vn.timtin.server.params.SuggestParameters;
import vn.timtin.server.params.TimelineParameters;
import vn.timtin.server.params.WriteParameters;

class OpenApiTest {
  private static final Map<String, Set<String>> PARAMETERS =
      Map.of(
          "get /v1/search", SearchParameters.NAMES,
          "get /v1/timeline", TimelineParameters.NAMES,
          "get /v1/correct", CorrectParameters.NAMES,
          "get /v1/suggest", SuggestParameters.NAMES,
          "get /v1/articles/{id}/related", RelatedParameters.NAMES,
          "post /v1/related", RelatedParameters.NAMES,
          "put /v1/articles/{id}", WriteParameters.NAMES,
          "delete /v1/articles/{id}", WriteParameters.NAMES,
          "post /v1/articles", WriteParameters.NAMES);

  private static JsonNode description() throws IOException {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    }
  }

  @Test
  void every_route_of_the_server_is_described_and_no_other(@TempDir Path directory)
      throws IOException {
    Set<String> described = new TreeSet<>();
    description()
        .at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> described.add(method + " " + path.getKey())));
    try (NewsIndex index = NewsIndex.open(directory);
        SearchServer server = SearchServer.start(index, "127.0.0.1", 0)) {
      assertThat(described).isEqualTo(new TreeSet<>(server.routes()));
    }
  }

  @Test
  void every_parameter_of_a_route_is_described_and_no_other() throws IOException {
    JsonNode description = description();
    description
        .at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          String route = operation.getKey() + " " + path.getKey();
                          Set<String> names = new TreeSet<>();
                          for (JsonNode given : operation.getValue().path("parameters")) {
                            JsonNode parameter =
                                given.has("$ref")
                                    ? description.at(given.get("$ref").asText().substring(1))
                                    : given;
                            if (parameter.path("in").asText().equals("query")) {
                              names.add(parameter.path("name").asText());
                            }
                          }
                          assertThat(names)
                              .as(route)
                              .isEqualTo(new TreeSet<>(PARAMETERS.getOrDefault(route, Set.of())));
                        }));
  }
}
