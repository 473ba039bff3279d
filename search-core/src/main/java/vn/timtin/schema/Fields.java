package vn.timtin.schema;

import vn.timtin.analysis.VietnameseAnalyzer.Form;

/**
 * The names of all fields of the index, in one place.
 *
 * <p>A text is indexed in two zones, each in three forms of terms ({@code text.exact}, {@code
 * title.pairs} …). The zone {@link Zone#TEXT} holds the whole article, title, lead and the opening
 * of the body several times, so that what they say counts more at no cost to a query; beside it the
 * title has small fields of its own, to be searched alone. Only {@code text.exact} has positions:
 * phrases, and lead or body alone, are matched there.
 */
public final class Fields {
  /** The part of an article that a field holds. */
  public enum Zone {
    /** Title, summary, captions, tags and body, in this order. */
    TEXT("text"),
    /** The title alone. */
    TITLE("title");

    private final String prefix;

    Zone(String prefix) {
      this.prefix = prefix;
    }

    /** Yields the name of the field that holds this zone's terms of that form. */
    public String field(Form form) {
      return switch (form) {
        case EXACT -> prefix + ".exact";
        case FOLDED -> prefix + ".folded";
        case PAIRS -> prefix + ".pairs";
      };
    }
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

  /** The term that stands behind the lead. */
  public static final String LEAD_END = " captions";

  /** The term that stands before the body, which comes last. */
  public static final String BODY_START = " body";

  private Fields() {}

  /** Whether the field of this zone and form has positions; the others have frequencies alone. */
  public static boolean hasPositions(Zone zone, Form form) {
    return zone == Zone.TEXT && form == Form.EXACT;
  }
}
