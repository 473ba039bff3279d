package vn.timtin.server.view;

import vn.timtin.search.Extract;

/** Extracts as HTML: what matched in {@code <mark>}, everything else escaped. */
final class Html {
  private Html() {}

  /** Yields the extract, with dots where it begins or ends inside a sentence. */
  static String of(Extract extract) {
    var html = new StringBuilder(extract.text().length() * 5 / 4);
    if (extract.beginsInside()) {
      html.append("… ");
    }
    for (Extract.Piece piece : extract.pieces()) {
      if (piece.matches()) {
        html.append("<mark>");
      }
      escape(piece.text(), html);
      if (piece.matches()) {
        html.append("</mark>");
      }
    }
    if (extract.endsInside()) {
      html.append(" …");
    }
    return html.toString();
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
