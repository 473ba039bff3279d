package vn.timtin.lucene.schema;

import org.apache.lucene.index.Term;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.lucene.codec.ArticleCodec;
import vn.timtin.lucene.codec.BigramTerm;
import vn.timtin.understanding.IndexTerm;
import vn.timtin.understanding.Zone;

/**
 * The names of all fields of the index, in one place.
 *
 * <p>A text is indexed in two zones, each in three forms of terms ({@code text.exact}, {@code
 * title.bigrams} …). The zone {@link Zone#TEXT} holds the whole article, title, lead and the
 * opening of the body several times, so that what they say counts more at no cost to a query;
 * beside it the title has small fields of its own, to be searched alone. Only {@code text.exact}
 * has positions: phrases, and lead or body alone, are matched there.
 */
public final class Fields {
  /** Yields the name of the field that holds a zone's terms of that form. */
  public static String field(Zone zone, Form form) {
    String prefix =
        switch (zone) {
          case TEXT -> "text";
          case TITLE -> "title";
        };
    return prefix
        + switch (form) {
          case EXACT -> ".exact";
          case FOLDED -> ".folded";
          case BIGRAMS -> ArticleCodec.BIGRAMS;
        };
  }

  /** Yields the term of two neighbouring folded words in a zone. */
  public static Term bigram(Zone zone, String first, String second) {
    return new Term(field(zone, Form.BIGRAMS), BigramTerm.of(first, second));
  }

  /** Yields a term as Lucene keeps it. */
  public static Term term(IndexTerm term) {
    if (term.form() != Form.BIGRAMS) {
      return new Term(field(term.zone(), term.form()), term.text());
    }
    int space = term.text().indexOf(' ');
    return bigram(term.zone(), term.text().substring(0, space), term.text().substring(space + 1));
  }

  /**
   * The id of the article, one term and a doc value; of a tombstone that of the article which was
   * deleted.
   */
  public static final String ID = "id";

  /** The id of an article once more, stored: a tombstone has none. */
  static final String ARTICLE_ID = "article";

  /** What the document is: {@link #KIND_ARTICLE} or {@link #KIND_TOMBSTONE}. */
  public static final String KIND = "kind";

  /** The term of {@link #KIND} for an article. */
  public static final String KIND_ARTICLE = "article";

  /** The term of {@link #KIND} for what is left of a deleted article. */
  public static final String KIND_TOMBSTONE = "tombstone";

  /** When it was published, in milliseconds since 1970; points and doc values. */
  public static final String PUBLISHED_AT = "publishedAt";

  /** The day of that in Vietnam, in days since 1970; doc values. */
  public static final String PUBLISHED_DAY = "publishedDay";

  /** When it was written to the index, in milliseconds since 1970; points and doc values. */
  public static final String WRITTEN_AT = "writtenAt";

  /** A term of {@code text.exact} that stands between title and lead; no token looks like it. */
  public static final String LEAD_START = " lead";

  /** The term that stands after the lead. */
  public static final String LEAD_END = " captions";

  /** The term that stands before the body, which comes last. */
  public static final String BODY_START = " body";

  private Fields() {}

  /** Whether the field of this zone and form has positions; the others have frequencies alone. */
  public static boolean hasPositions(Zone zone, Form form) {
    return zone == Zone.TEXT && form == Form.EXACT;
  }
}
