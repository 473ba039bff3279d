package vn.timtin.lucene.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.util.IOUtils;
import vn.timtin.index.IndexException;
import vn.timtin.lucene.store.Generations.Published;

/** The file that says which generation is current: its number, and {@code previous} another. */
final class CurrentFile {
  static final String NAME = "CURRENT";

  /** What it is called until it is complete. */
  static final String NEW = NAME + ".new";

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,18})\\s*(?:previous\\s+(\\d{1,18})\\s*)?");

  /** Longer than any text that {@link #TEXT} takes. */
  private static final int MAX_BYTES = 128;

  private CurrentFile() {}

  /**
   * Yields what it says, nothing where it is missing.
   *
   * @throws IndexException if it cannot be read, or holds something else
   */
  static Optional<Published> read(Path root) throws IOException {
    Path file = root.resolve(NAME);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IndexException("cannot read " + file + ": " + Generations.reason(e), e);
    }
    Matcher text = TEXT.matcher(new String(bytes, StandardCharsets.ISO_8859_1).strip());
    long number = text.matches() ? Long.parseLong(text.group(1)) : 0;
    if (number == 0) {
      throw new IndexException(
          file
              + " does not hold the number of a generation: write that of a directory beside it into"
              + " it, such as 1 for generation-000001");
    }
    return Optional.of(
        new Published(
            number,
            text.group(2) == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(text.group(2)))));
  }

  /** Replaces it at once and durably. */
  static void replace(Path root, Published published) throws IOException {
    Path written = root.resolve(NEW);
    String text =
        published.number()
            + "\n"
            + (published.previous().isPresent()
                ? "previous " + published.previous().getAsLong() + "\n"
                : "");
    try (FileChannel channel =
        FileChannel.open(
            written,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(
        written,
        root.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    IOUtils.fsync(root, true);
  }
}
