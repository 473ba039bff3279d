package vn.timtin.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text of an article, and what matched in it. How it is shown, as HTML or on a
 * terminal, is for whoever shows it.
 *
 * @param text the part as it is stored
 * @param start where it begins in the whole text, in UTF-16 units
 * @param beginsInside whether it begins inside a sentence
 * @param endsInside whether it ends inside a sentence
 * @param matches in their order, none touching another
 */
public record Extract(
    String text, int start, boolean beginsInside, boolean endsInside, List<Match> matches) {
  /**
   * What matched.
   *
   * @param start in the whole text, in UTF-16 units
   * @param end after the last unit
   */
  public record Match(int start, int end) {}

  /**
   * A piece of an extract.
   *
   * @param text what it says
   * @param matches whether that is what matched
   */
  public record Piece(String text, boolean matches) {}

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a match lies outside, or before the one that it follows
   */
  public Extract {
    matches = List.copyOf(matches);
    int last = start;
    for (Match match : matches) {
      if (match.start < last || match.end <= match.start || match.end > start + text.length()) {
        throw new IllegalArgumentException("no match of this extract: " + match);
      }
      last = match.end;
    }
  }

  /** Yields the pieces that make up the extract, what matched apart from what did not. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int done = start;
    for (Match match : matches) {
      if (match.start > done) {
        pieces.add(piece(done, match.start, false));
      }
      pieces.add(piece(match.start, match.end, true));
      done = match.end;
    }
    if (done < start + text.length()) {
      pieces.add(piece(done, start + text.length(), false));
    }
    return pieces;
  }

  private Piece piece(int from, int to, boolean matches) {
    return new Piece(text.substring(from - start, to - start), matches);
  }
}
