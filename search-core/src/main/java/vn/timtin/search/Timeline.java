package vn.timtin.search;

import java.time.LocalDate;
import java.util.List;

/**
 * How many matching articles were published when, in Vietnam's calendar.
 *
 * @param interval the length of a bucket
 * @param buckets in time order, from the first with an article to the last, empty ones included:
 *     the last 10,000 of them, and without a bound none after tomorrow, since such dates are wrong
 */
public record Timeline(Interval interval, List<Bucket> buckets) {
  /** The length of a bucket. */
  public enum Interval {
    /** A day. */
    DAY,
    /** A week, from Monday. */
    WEEK,
    /** A month. */
    MONTH;

    /** Yields the first day of the bucket that the day falls into. */
    public LocalDate startOf(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    /** Yields the first day of the bucket so many before the one that begins with {@code start}. */
    public LocalDate back(LocalDate start, int buckets) {
      return switch (this) {
        case DAY -> start.minusDays(buckets);
        case WEEK -> start.minusWeeks(buckets);
        case MONTH -> start.minusMonths(buckets);
      };
    }

    /** Yields the first day of the bucket after the one that begins with {@code start}. */
    public LocalDate next(LocalDate start) {
      return switch (this) {
        case DAY -> start.plusDays(1);
        case WEEK -> start.plusWeeks(1);
        case MONTH -> start.plusMonths(1);
      };
    }
  }

  /**
   * An interval.
   *
   * @param start its first day
   * @param count of the articles published in it
   */
  public record Bucket(LocalDate start, long count) {}

  /** Copies the list. */
  public Timeline {
    buckets = List.copyOf(buckets);
  }
}
