package vn.timtin.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Points in time as news and readers write them: ISO 8601, Vietnam's clock unless said. */
public final class PublicationTime {
  /** Vietnam's calendar and clock, in which days and months are counted. */
  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** A date, or a date and time without or with an offset ({@code +07:00}, {@code +0700}). */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private PublicationTime() {}

  /**
   * Reads {@code 2020-08-11}, {@code 2020-08-11T09:30} or {@code 2020-08-11T09:30:00+07:00}. A bare
   * date is the beginning of that day; without an offset it is Vietnam's time.
   *
   * @throws DateTimeException if the text is none of these, or no day of the calendar
   */
  public static OffsetDateTime parse(String text) {
    TemporalAccessor parsed =
        ISO.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed.get(ChronoField.YEAR) < 0 || parsed.get(ChronoField.YEAR) > 9999) {
      throw new DateTimeException("not of the years 0 to 9999: " + text);
    }
    return switch (parsed) {
      case OffsetDateTime moment -> moment;
      case LocalDateTime local -> local.atZone(VIETNAM).toOffsetDateTime();
      case LocalDate day -> startOf(day).toOffsetDateTime();
      default -> throw new DateTimeException("neither date nor time: " + text);
    };
  }

  /** Whether the text is a date alone, so that it means a whole day. */
  public static boolean isDate(String text) {
    return text.strip().length() == "2020-08-11".length();
  }

  /** The moment at which the day begins in Vietnam. */
  public static ZonedDateTime startOf(LocalDate day) {
    return day.atStartOfDay(VIETNAM);
  }
}
