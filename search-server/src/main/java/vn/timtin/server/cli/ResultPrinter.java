package vn.timtin.server.cli;

import java.io.PrintStream;
import java.text.NumberFormat;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.timtin.article.PublicationTime;
import vn.timtin.search.SearchRequest;
import vn.timtin.server.view.HitView;
import vn.timtin.server.view.RelatedView;
import vn.timtin.server.view.SearchView;

/** Prints answers for a Vietnamese reader on a terminal. */
final class ResultPrinter {
  private static final Locale VIETNAMESE = Locale.of("vi", "VN");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final String BOLD = "\u001b[1m";
  private static final String MATCH = "\u001b[1;33m";
  private static final String DIM = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final boolean styled;

  ResultPrinter(PrintStream out, boolean styled) {
    this.out = out;
    this.styled = styled;
  }

  static ResultPrinter toTerminal() {
    return new ResultPrinter(System.out, Terminal.isStandardOutput());
  }

  void print(SearchView view, SearchRequest request) {
    boolean exact = view.total().relation().equals("eq");
    String total = NumberFormat.getIntegerInstance(VIETNAMESE).format(view.total().value());
    out.println(
        view.hits().isEmpty()
            ? "Không tìm thấy bài nào."
            : (exact ? "" : "Hơn ") + total + " bài, " + view.tookMillis() + " ms");
    SearchView.Correction correction = view.query().correction();
    if (correction != null) {
      out.println(
          (correction.applied() ? "Đã tìm cả: " : "Có phải bạn muốn tìm: ") + correction.text());
    }
    if (view.query().terms() != null) {
      out.println();
      view.query().keystrokes().forEach((keys, meant) -> out.println(keys + " = " + meant));
      view.query().terms().forEach(term -> out.println(line(term)));
    }
    printHits(view.hits(), (request.page() - 1) * request.pageSize());
    if (view.facets() != null) {
      view.facets().forEach(this::printFacet);
    }
  }

  private static String line(SearchView.Term term) {
    return "%s → %s (%s %s: %s)"
        .formatted(term.typed(), term.term(), term.kind(), term.weight(), term.why());
  }

  void print(RelatedView view) {
    if (view.hits().isEmpty()) {
      out.println("Không có bài liên quan.");
    }
    printHits(view.hits(), 0);
  }

  private void printHits(List<HitView> hits, int before) {
    int rank = before;
    for (HitView hit : hits) {
      out.println();
      out.println(++rank + ". " + title(hit));
      out.println("   " + style(DIM, origin(hit)));
      if (hit.highlights() != null) {
        List<String> passages = new ArrayList<>(hit.highlights().summary());
        passages.addAll(hit.highlights().body());
        passages.stream().limit(2).forEach(passage -> out.println("   " + text(passage)));
      }
      if (hit.explanation() != null) {
        hit.explanation().lines().forEach(line -> out.println("     " + line));
      }
    }
  }

  private String title(HitView hit) {
    if (hit.highlights() != null && !hit.highlights().title().isEmpty()) {
      return text(hit.highlights().title().getFirst());
    }
    return style(BOLD, hit.title().isEmpty() ? "(không có tựa đề)" : hit.title());
  }

  private static String origin(HitView hit) {
    List<String> parts = new ArrayList<>();
    if (hit.source() != null) {
      parts.add(hit.source());
    }
    if (hit.publishedAt() != null) {
      parts.add(
          DAY.format(
              OffsetDateTime.parse(hit.publishedAt()).atZoneSameInstant(PublicationTime.VIETNAM)));
    }
    if (hit.category() != null) {
      parts.add(hit.category());
    }
    parts.add(hit.id());
    return String.join(" · ", parts);
  }

  private void printFacet(String name, List<SearchView.Count> counts) {
    out.println();
    out.println(style(BOLD, name));
    counts.stream()
        .limit(10)
        .forEach(count -> out.printf(Locale.ROOT, "%8d  %s%n", count.count(), count.value()));
  }

  /** Yields what an extract says, its marks as the terminal shows them. */
  private String text(String html) {
    Map<String, String> marks =
        styled ? Map.of("<mark>", MATCH, "</mark>", PLAIN) : Map.of("<mark>", "", "</mark>", "");
    return html.replace("<mark>", marks.get("<mark>"))
        .replace("</mark>", marks.get("</mark>"))
        .replace("\n", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private String style(String code, String text) {
    return styled ? code + text + PLAIN : text;
  }
}
