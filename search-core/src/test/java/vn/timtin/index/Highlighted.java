package vn.timtin.index;

import java.util.List;
import vn.timtin.search.Extract;

/** Shows extracts as tests read them: what matched between brackets. */
final class Highlighted {
  private Highlighted() {}

  static String of(Extract extract) {
    var text = new StringBuilder(extract.beginsInside() ? "… " : "");
    for (Extract.Piece piece : extract.pieces()) {
      text.append(piece.matches() ? "[" + piece.text() + "]" : piece.text());
    }
    return text.append(extract.endsInside() ? " …" : "").toString();
  }

  static List<String> of(List<Extract> extracts) {
    return extracts.stream().map(Highlighted::of).toList();
  }
}
