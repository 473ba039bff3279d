package vn.timtin.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.timtin.search.Facet;
import vn.timtin.search.FacetCount;
import vn.timtin.search.QueryCorrection;
import vn.timtin.search.QueryInterpretation;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;

/** The answer to a search, as it is sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchView(
    Query query,
    String matched,
    Total total,
    long tookMillis,
    boolean timedOut,
    List<HitView> hits,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
    Map<String, List<Count>> facets) {

  /** What was asked and what it was understood as; term by term where it is to be explained. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Query(
      String text,
      String interpreted,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Correction correction,
      @Nullable Map<String, String> keystrokes,
      @Nullable List<Term> terms) {
    static Query of(SearchRequest request, QueryInterpretation interpretation) {
      return new Query(
          request.text(),
          interpretation.text(),
          Correction.of(interpretation.correction()),
          request.explain() ? interpretation.keystrokes() : null,
          request.explain() ? interpretation.terms().stream().map(Term::of).toList() : null);
    }
  }

  /** What was probably meant by the query. */
  public record Correction(String text, List<String> kinds, boolean applied) {
    static @Nullable Correction of(@Nullable QueryCorrection correction) {
      return correction == null
          ? null
          : new Correction(
              correction.text(), CorrectView.names(correction.kinds()), correction.applied());
    }
  }

  /** A term that articles were asked for, and why. */
  public record Term(String typed, String term, String kind, float weight, String why) {
    static Term of(QueryInterpretation.Term term) {
      return new Term(
          term.typed(),
          term.term(),
          term.kind().name().toLowerCase(Locale.ROOT),
          term.weight(),
          term.kind().reason());
    }
  }

  /** How many articles match: {@code eq} is their number, {@code gte} a lower bound. */
  public record Total(long value, String relation) {}

  /** A value of a facet. */
  public record Count(String value, long count) {}

  /** Yields the view of an answer. */
  public static SearchView of(SearchRequest request, SearchResults results) {
    Map<String, List<Count>> facets = null;
    if (!request.facets().isEmpty()) {
      facets = new LinkedHashMap<>();
      for (Facet facet : Facet.values()) {
        List<FacetCount> counts = results.facets().get(facet);
        if (counts != null) {
          facets.put(
              facet.name().toLowerCase(Locale.ROOT),
              counts.stream().map(c -> new Count(c.value(), c.count())).toList());
        }
      }
    }
    return new SearchView(
        Query.of(request, results.interpretation()),
        results.matched().name().toLowerCase(Locale.ROOT),
        new Total(results.total().value(), results.total().isExact() ? "eq" : "gte"),
        results.took().toMillis(),
        results.timedOut(),
        results.hits().stream().map(hit -> HitView.of(hit, request.highlight())).toList(),
        results.next(),
        facets);
  }
}
