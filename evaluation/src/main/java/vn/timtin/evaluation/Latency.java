package vn.timtin.evaluation;

import java.util.Arrays;

/** Times of single searches, in milliseconds. */
public record Latency(double mean, double p50, double p99) {
  /** Yields the figures of these times. */
  public static Latency of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latency(
        Arrays.stream(sorted).average().orElse(0) / 1e6,
        percentile(sorted, 0.50),
        percentile(sorted, 0.99));
  }

  /** The smallest time that at least this share of the times do not exceed. */
  private static double percentile(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }
}
