package vn.timtin.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.timtin.ingest.InputException;
import vn.timtin.words.VietnameseSegmenter;

/** Joins syllables into words. */
@Command(
    name = "segment",
    description = {
      "Print each line with its words separated by spaces,",
      "the syllables of a word joined by _."
    },
    mixinStandardHelpOptions = true)
final class SegmentCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "text, a sentence or a paragraph a line; without any, or as -: standard input")
  private List<Path> files = List.of(Path.of("-"));

  @Override
  public Integer call() throws IOException {
    VietnameseSegmenter segmenter = VietnameseSegmenter.ofNews();
    var segmented = new StringBuilder();
    for (Path file : files) {
      if (!file.toString().equals("-") && !Files.isRegularFile(file)) {
        throw new InputException(file + " is no file that can be read");
      }
    }
    for (Path file : files) {
      try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
        TextLines.forEach(
            in,
            file.toString().equals("-") ? "standard input" : file.toString(),
            line -> {
              segmented.setLength(0);
              segmenter.segment(line, segmented);
              return segmented;
            });
      }
    }
    return TimtinCommand.DONE;
  }
}
