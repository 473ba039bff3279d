package vn.timtin.server.cli;

import java.io.PrintStream;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.timtin.article.ArticleHead;
import vn.timtin.article.PublicationTime;
import vn.timtin.search.Extract;
import vn.timtin.search.Facet;
import vn.timtin.search.FacetCount;
import vn.timtin.search.Hit;
import vn.timtin.search.QueryCorrection;
import vn.timtin.search.QueryInterpretation;
import vn.timtin.search.RelatedResults;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;

/** Prints answers for a Vietnamese reader on a terminal. */
final class ResultPrinter {
  private static final Locale VIETNAMESE = Locale.of("vi", "VN");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final String BOLD = "\u001b[1m";
  private static final String MATCH = "\u001b[1;33m";
  private static final String DIM = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private static final int SHOWN_EXTRACTS = 2;

  private final PrintStream out;
  private final boolean styled;

  ResultPrinter(PrintStream out, boolean styled) {
    this.out = out;
    this.styled = styled;
  }

  static ResultPrinter toTerminal() {
    return new ResultPrinter(System.out, Terminal.isStandardOutput());
  }

  void print(SearchResults results, SearchRequest request) {
    String total = NumberFormat.getIntegerInstance(VIETNAMESE).format(results.total().value());
    out.println(
        results.hits().isEmpty() && !results.timedOut()
            ? "Không tìm thấy bài nào."
            : (results.total().isExact() ? "" : "Hơn ")
                + total
                + " bài, "
                + results.took().toMillis()
                + " ms");
    if (results.timedOut()) {
      out.println("Chưa tìm hết: quá thời gian cho phép; hãy thu hẹp câu tìm.");
    }
    QueryInterpretation taken = results.interpretation();
    QueryCorrection correction = taken.correction();
    if (correction != null) {
      out.println(
          (correction.applied() ? "Đã tìm cả: " : "Có phải bạn muốn tìm: ") + correction.text());
    }
    if (request.explain()) {
      out.println();
      taken.keystrokes().forEach((keys, meant) -> out.println(keys + " = " + meant));
      taken.terms().forEach(term -> out.println(line(term)));
    }
    printHits(results.hits(), (request.page() - 1) * request.pageSize());
    for (Facet facet : Facet.values()) {
      if (results.facets().containsKey(facet)) {
        printFacet(facet.name().toLowerCase(Locale.ROOT), results.facets().get(facet));
      }
    }
  }

  private static String line(QueryInterpretation.Term term) {
    return String.format(
        Locale.ROOT,
        "%s → %s (%s %s: %s)",
        term.typed(),
        term.term(),
        term.kind().name().toLowerCase(Locale.ROOT),
        term.weight(),
        term.kind().reason());
  }

  void print(RelatedResults results) {
    if (results.hits().isEmpty()) {
      out.println("Không có bài liên quan.");
    }
    printHits(results.hits(), 0);
  }

  private void printHits(List<Hit> hits, int before) {
    int rank = before;
    for (Hit hit : hits) {
      out.println();
      out.println(++rank + ". " + title(hit));
      out.println("   " + style(DIM, origin(hit.article())));
      if (!hit.missing().isEmpty()) {
        out.println("   " + style(DIM, "Không có: " + String.join(", ", hit.missing())));
      }
      Stream.concat(hit.highlights().summary().stream(), hit.highlights().body().stream())
          .limit(SHOWN_EXTRACTS)
          .forEach(extract -> out.println("   " + text(extract)));
      hit.explanation().ifPresent(why -> why.lines().forEach(line -> out.println("     " + line)));
    }
  }

  private String title(Hit hit) {
    if (!hit.highlights().title().isEmpty()) {
      return text(hit.highlights().title().getFirst());
    }
    String title = hit.article().title();
    return style(BOLD, title.isEmpty() ? "(không có tựa đề)" : title);
  }

  private static String origin(ArticleHead article) {
    List<String> parts = new ArrayList<>();
    if (!article.source().isEmpty()) {
      parts.add(article.source());
    }
    if (article.publishedAt() != null) {
      parts.add(DAY.format(article.publishedAt().atZoneSameInstant(PublicationTime.VIETNAM)));
    }
    if (!article.category().isEmpty()) {
      parts.add(article.category());
    }
    parts.add(article.id());
    return String.join(" · ", parts);
  }

  private void printFacet(String name, List<FacetCount> counts) {
    out.println();
    out.println(style(BOLD, name));
    counts.stream()
        .limit(10)
        .forEach(count -> out.printf(Locale.ROOT, "%8d  %s%n", count.count(), count.value()));
  }

  /** Yields what an extract says on one line, what matched as the terminal shows it. */
  private String text(Extract extract) {
    var text = new StringBuilder(extract.beginsInside() ? "… " : "");
    for (Extract.Piece piece : extract.pieces()) {
      text.append(piece.matches() ? style(MATCH, piece.text()) : piece.text());
    }
    return text.append(extract.endsInside() ? " …" : "").toString().replace('\n', ' ');
  }

  private String style(String code, String text) {
    return styled ? code + text + PLAIN : text;
  }
}
