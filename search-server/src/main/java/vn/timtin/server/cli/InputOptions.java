package vn.timtin.server.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.timtin.ingest.ArticleInput;
import vn.timtin.ingest.InputFile;
import vn.timtin.ingest.InputFormat;
import vn.timtin.ingest.Reject;
import vn.timtin.server.view.Json;

/** Where a command that indexes takes its articles from, and what it says meanwhile. */
final class InputOptions {
  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "files, directories (of which .jsonl, .ndjson and .txt files are taken, packed ones"
              + " too), or - for standard input; .gz and .zst are unpacked")
  List<String> inputs;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      description = "what the inputs hold: auto, jsonl (an article a line), text (a scraped page)")
  InputFormat format;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "where to write what was rejected, as JSON lines (default: standard error)")
  @Nullable Path rejectsFile;

  @Option(names = "--quiet", description = "show no progress")
  boolean quiet;

  @Option(names = "--json", description = "end with the counts as one line of JSON")
  boolean json;

  /** Opens the inputs. */
  ArticleInput open() throws IOException {
    return new ArticleInput(InputFile.find(inputs, format));
  }

  /** Opens the place where rejects are told. */
  Rejects openRejects() throws IOException {
    return new Rejects(rejectsFile == null ? null : Files.newBufferedWriter(rejectsFile));
  }

  /** Tells of what was rejected. */
  static final class Rejects implements Closeable {
    private final @Nullable BufferedWriter file;
    private long count;

    private Rejects(@Nullable BufferedWriter file) {
      this.file = file;
    }

    synchronized void add(List<Reject> rejects) throws IOException {
      for (Reject reject : rejects) {
        count++;
        if (file != null) {
          file.write(Json.write(reject));
          file.newLine();
        } else {
          System.err.println(
              "rejected " + reject.file() + ":" + reject.line() + ": " + reject.reason());
        }
      }
    }

    synchronized long count() {
      return count;
    }

    @Override
    public void close() throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }

  /** What became of the input, in the words of {@code --json}. */
  record Counts(
      long accepted, long updated, long duplicates, long rejected, long bytes, double seconds) {
    int report(PrintStream out, boolean asJson) {
      if (asJson) {
        out.println(Json.write(this));
      } else {
        out.printf(
            java.util.Locale.ROOT,
            "%,d articles (%,d of them updated, %,d given twice), %,d rejected,"
                + " %,d bytes read, %.1f s%n",
            accepted,
            updated,
            duplicates,
            rejected,
            bytes,
            seconds);
      }
      return rejected == 0 ? TimtinCommand.DONE : TimtinCommand.INCOMPLETE;
    }
  }
}
