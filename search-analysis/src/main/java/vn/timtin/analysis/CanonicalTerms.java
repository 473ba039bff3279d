package vn.timtin.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The one term that all written forms of a date, a number or an address have. */
final class CanonicalTerms {
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?");

  private static final Set<String> SECOND_LEVEL = Set.of("com", "net", "org", "edu", "gov", "co");

  /** The months in words, each at its number. */
  private static final List<String> MONTH_WORDS =
      List.of(
          "",
          "một",
          "hai",
          "ba",
          "tư",
          "năm",
          "sáu",
          "bảy",
          "tám",
          "chín",
          "mười",
          "mười một",
          "mười hai");

  private CanonicalTerms() {}

  /**
   * Yields a date as ISO 8601 writes it, and what it is a part of: its month, its day of any year.
   */
  static List<String> date(String day, String month, String year) {
    return List.of(month(month, year) + "-" + pad(day), month(month, year), dayOfYear(day, month));
  }

  /** As ISO 8601 writes a month: 2020-08. */
  static String month(String month, String year) {
    return year + "-" + pad(month);
  }

  /** As ISO 8601:2000 writes a day of no year: --08-11. */
  static String dayOfYear(String day, String month) {
    return "--" + pad(month) + "-" + pad(day);
  }

  /** Yields a year of four digits for one of two: those of this century up to 49. */
  static String year(String written) {
    return (written.compareTo("50") < 0 ? "20" : "19") + written;
  }

  /** Yields the number of a month in words. */
  static int monthNumber(String word) {
    return MONTH_WORDS.indexOf(lower(word));
  }

  /** Yields the value in plain digits, with a dot before decimals. */
  static String number(String written) {
    int comma = written.indexOf(',');
    int dot = written.indexOf('.');
    if (comma < 0 && dot < 0) {
      return strip(digits(written));
    }
    if (comma != written.lastIndexOf(',')) {
      return written.replace(",", "");
    }
    return GROUPED.matcher(written).matches()
        ? written.replace(".", "").replace(',', '.')
        : written.replace(',', '.');
  }

  /** Whether the dots of a number part groups of three digits. */
  static boolean isGrouped(String written) {
    return written.indexOf(',') < 0 && GROUPED.matcher(written).matches();
  }

  static String digits(String text) {
    var digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  /** Yields the letters and digits in lower case, without what joins them. */
  static String joined(String text) {
    var joined = new StringBuilder(text.length());
    String written = lower(text).replace("&amp;", "&");
    for (int i = 0; i < written.length(); i++) {
      if (Character.isLetterOrDigit(written.charAt(i))) {
        joined.append(written.charAt(i));
      }
    }
    return joined.toString();
  }

  /** Official texts write 05 for 5; 007 and 0938221226 are no such numbers. */
  static String strip(String number) {
    return number.length() == 2 && number.charAt(0) == '0' ? number.substring(1) : number;
  }

  static String pad(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static String fold(String text) {
    return Folding.fold(lower(text));
  }

  /** Whether an issuer is trung ương: TW, TƯ, T.Ư. */
  static boolean isCentral(String issuer) {
    String folded = fold(issuer);
    return folded.equals("tw")
        || folded.equals("t.u")
        || (folded.equals("tu") && lower(issuer).endsWith("ư"));
  }

  /** Yields a hashtag or a handle joined, as it is written, and its parts. */
  static List<String> tag(String written) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(lower(written).replace("_", ""));
    terms.add(lower(written));
    for (String part : written.split("[_.]|(?<=[\\p{Ll}\\d])(?=\\p{Lu})")) {
      if (!part.isEmpty()) {
        terms.add(lower(part));
      }
    }
    return List.copyOf(terms);
  }

  /** Yields a host and the label by which people know it. */
  static List<String> host(String host) {
    String whole = lower(host);
    String[] labels = whole.split("\\.");
    int last = labels.length - 2;
    if (last > 0 && SECOND_LEVEL.contains(labels[last])) {
      last--;
    }
    List<String> terms = new ArrayList<>(List.of(whole));
    terms.add(labels[last]);
    return terms;
  }

  /** Yields the number, 0 where the letters are none up to 39. */
  static int roman(String letters) {
    String given = letters.toUpperCase(Locale.ROOT);
    String[] units = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    for (int tens = 0; tens < 4; tens++) {
      String before = "X".repeat(tens);
      if (given.startsWith(before)) {
        int unit = List.of(units).indexOf(given.substring(before.length()));
        if (unit >= 0) {
          return 10 * tens + unit;
        }
      }
    }
    return 0;
  }
}
