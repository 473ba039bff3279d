package vn.timtin.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks inputs that are compressed with gzip or Zstandard, told by their first bytes. */
public final class Unpacking {
  private static final int MAGIC = 4;

  private Unpacking() {}

  /** Yields what is packed in the stream, the stream itself where nothing is. */
  public static InputStream unpack(InputStream packed) throws IOException {
    var in = new PushbackInputStream(packed, MAGIC);
    byte[] magic = in.readNBytes(MAGIC);
    in.unread(magic);
    if (startsWith(magic, 0x1F, 0x8B)) {
      return new GZIPInputStream(in, 1 << 16);
    }
    if (startsWith(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
      return new ZstdInputStream(in);
    }
    return in;
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
