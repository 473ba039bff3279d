package vn.timtin.language;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The frame of the files of models: what it is, its version, its size, a checksum, the content. A
 * file that is not what it should be is refused.
 */
public final class ModelFile {
  private static final byte[] MAGIC = "timtin model\n".getBytes(StandardCharsets.US_ASCII);

  /** The magic, the kind, the version, the size and the checksum. */
  private static final int HEADER_BYTES = MAGIC.length + 1 + 1 + Integer.BYTES + Integer.BYTES;

  /** What a file can hold. */
  public enum Kind {
    /** A {@link SyllableModel}. */
    SYLLABLES(1),
    /** A {@link vn.timtin.words.model.WordModel}. */
    WORDS(1);

    private final int version;

    Kind(int version) {
      this.version = version;
    }
  }

  private ModelFile() {}

  /**
   * Reads the content of a file on the class path.
   *
   * @param beside a class in whose package the file is
   * @throws IOException if there is no such file, or it is none of this kind and version, or
   *     damaged
   */
  public static ByteBuffer read(Class<?> beside, String name, Kind kind) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(
            "the model " + name + " is not on the class path, where the library has it");
      }
      return read(in.readAllBytes(), name, kind);
    }
  }

  static ByteBuffer read(byte[] file, String name, Kind kind) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (file.length < HEADER_BYTES
        || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException(name + " is no model of timtin");
    }
    in.position(MAGIC.length);
    int ordinal = in.get();
    if (ordinal != kind.ordinal()) {
      throw new IOException(name + " is not a model of " + kind);
    }
    int version = in.get();
    if (version != kind.version) {
      throw new IOException(
          name + " has version " + version + ": this library reads version " + kind.version);
    }
    int size = in.getInt();
    int checksum = in.getInt();
    if (size != in.remaining()) {
      throw new IOException(
          name + " is damaged: it has " + in.remaining() + " bytes where " + size + " are named");
    }
    if (checksum != checksum(file)) {
      throw new IOException(name + " is damaged: its checksum is wrong");
    }
    return in.slice();
  }

  /** Writes the file of a model. */
  public static void write(OutputStream out, Kind kind, byte[] content) throws IOException {
    byte[] header = new byte[HEADER_BYTES];
    ByteBuffer.wrap(header)
        .put(MAGIC)
        .put((byte) kind.ordinal())
        .put((byte) kind.version)
        .putInt(content.length);
    var crc = new CRC32C();
    crc.update(content);
    var data = new DataOutputStream(out);
    data.write(header, 0, HEADER_BYTES - Integer.BYTES);
    data.writeInt((int) crc.getValue());
    data.write(content);
    data.flush();
  }

  private static int checksum(byte[] file) {
    var crc = new CRC32C();
    crc.update(file, HEADER_BYTES, file.length - HEADER_BYTES);
    return (int) crc.getValue();
  }
}
