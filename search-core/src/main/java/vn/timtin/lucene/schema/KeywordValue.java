package vn.timtin.lucene.schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.timtin.analysis.Folding;

/**
 * A value of a {@link vn.timtin.article.Keyword} with the key that all its spellings share.
 *
 * @param key what is matched: {@code van hoa} for {@code Văn Hóa}
 * @param value as it was given
 */
public record KeywordValue(String key, String value) {
  /** Values are short; a longer one is cut, so that it fits into a term. */
  private static final int MAX_LENGTH = 1000;

  /** Stands between key and value in doc values, and in neither of them. */
  private static final char KEY_END = '\u0000';

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cntrl}]+");

  /** Yields what all spellings of a value have in common. */
  public static String key(String value) {
    String composed = Normalizer.normalize(cut(value), Normalizer.Form.NFC);
    String folded = Folding.fold(composed.toLowerCase(Locale.ROOT));
    return SPACES.matcher(folded).replaceAll(" ").strip();
  }

  /** Yields the text of the doc values; those of one key stand together in order. */
  String encode() {
    return key + KEY_END + cut(value);
  }

  /** Reads what {@link #encode} wrote. */
  public static KeywordValue decode(String docValue) {
    int end = docValue.indexOf(KEY_END);
    return new KeywordValue(docValue.substring(0, end), docValue.substring(end + 1));
  }

  private static String cut(String value) {
    return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH);
  }
}
