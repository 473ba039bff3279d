package vn.timtin.server.cli;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is: a bar on a terminal, a plain line every few seconds elsewhere. */
final class Progress implements AutoCloseable {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final long MEGABYTE = 1 << 20;

  private final String task;
  private final long totalBytes;
  private final boolean quiet;
  private final @Nullable ProgressBar bar;
  private long lastLine = System.nanoTime();

  Progress(String task, long totalBytes, boolean quiet) {
    this.task = task;
    this.totalBytes = totalBytes;
    this.quiet = quiet;
    this.bar = quiet || !Terminal.isStandardError() ? null : bar(task, totalBytes);
  }

  private static ProgressBar bar(String task, long totalBytes) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(totalBytes == 0 ? -1 : totalBytes)
        .setUnit(" MB", MEGABYTE)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  /** Says how much of the input has been read, and how many articles that were. */
  synchronized void at(long bytes, long articles) {
    if (bar != null) {
      bar.stepTo(bytes);
      bar.setExtraMessage(String.format(Locale.ROOT, "%,d articles", articles));
    } else if (!quiet && System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
      lastLine = System.nanoTime();
      String share =
          totalBytes == 0 ? "" : String.format(Locale.ROOT, " (%d %%)", 100 * bytes / totalBytes);
      System.err.printf(Locale.ROOT, "%s: %,d articles%s%n", task, articles, share);
    }
  }

  /** Says what is done now that takes a while. */
  void step(String what) {
    if (bar != null) {
      bar.setExtraMessage(what);
    } else if (!quiet) {
      System.err.println(task + ": " + what);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
