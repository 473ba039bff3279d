package vn.timtin.language;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A fixed map from 64-bit keys to small numbers in a little more than the bits of the numbers; the
 * keys themselves are not stored.
 *
 * <p>Each key has three slots, and what it maps to is the exclusive or of their contents. Beside
 * the value a fingerprint of the key is kept, so that a key that is not in the map is mistaken for
 * one with a probability of 2<sup>-fingerprint bits</sup>. Immutable, safe for many threads.
 *
 * <p>The idea of language models in such maps is that of Talbot and Brants, "Randomized Language
 * Models via Perfect Hash Functions" (2008); the places of the slots, three neighbouring segments
 * with an eighth more slots than keys, are those of Graf and Lemire, "Binary Fuse Filters" (2022).
 */
public final class StaticFunction {
  /** What {@link #get} yields for a key that is not in the map. */
  public static final int ABSENT = -1;

  private static final int MAX_ATTEMPTS = 100;

  private final int size;
  private final int valueBits;
  private final int fingerprintBits;
  private final long seed;
  private final int segmentBits;
  private final int segments;
  private final long[] words;

  private StaticFunction(
      int size, int valueBits, int fingerprintBits, long seed, int segmentBits, int segments) {
    if (size < 0
        || valueBits < 0
        || valueBits == Integer.SIZE
        || fingerprintBits < 0
        || valueBits + fingerprintBits > Integer.SIZE) {
      throw new IllegalArgumentException("a value and a fingerprint have at most 32 bits together");
    }
    this.size = size;
    this.valueBits = valueBits;
    this.fingerprintBits = fingerprintBits;
    this.seed = seed;
    this.segmentBits = segmentBits;
    this.segments = segments;
    long bits = ((long) (segments + 2) << segmentBits) * (valueBits + fingerprintBits);
    this.words = new long[Math.toIntExact((bits + 63) / 64) + 1];
  }

  /**
   * Makes the map of these keys; the same arguments make the same bytes.
   *
   * @param keys all different
   * @param values of each key, in [0, 2<sup>valueBits</sup>)
   */
  public static StaticFunction of(long[] keys, int[] values, int valueBits, int fingerprintBits) {
    int size = keys.length;
    double factor =
        size < 2 ? 2 : Math.max(1.125, 0.875 + 0.25 * Math.log(1e6) / Math.log(Math.max(3, size)));
    int segmentBits = size < 2 ? 2 : (int) Math.min(18, Math.log(size) / Math.log(3.33) + 2.25);
    int slots = (int) Math.ceil(size * factor);
    int segments = Math.max(1, ((slots + (1 << segmentBits) - 1) >>> segmentBits) - 2);
    for (long seed = 1; seed <= MAX_ATTEMPTS; seed++) {
      var function =
          new StaticFunction(size, valueBits, fingerprintBits, seed, segmentBits, segments);
      if (function.fill(keys, values)) {
        return function;
      }
    }
    throw new IllegalArgumentException("the keys are not all different");
  }

  /** Yields the value of the key, or {@link #ABSENT}. */
  public int get(long key) {
    long hash = mix(key + seed * 0x9E3779B97F4A7C15L);
    int first = firstSlot(hash);
    int found = read(first) ^ read(secondSlot(first, hash)) ^ read(thirdSlot(first, hash));
    return found >>> valueBits == fingerprint(hash) ? found & ((1 << valueBits) - 1) : ABSENT;
  }

  /** Yields how many keys there are. */
  public int size() {
    return size;
  }

  /** Writes the map, as {@link #read(ByteBuffer)} reads it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeByte(valueBits);
    out.writeByte(fingerprintBits);
    out.writeLong(seed);
    out.writeByte(segmentBits);
    out.writeInt(segments);
    for (long word : words) {
      out.writeLong(word);
    }
  }

  /** Reads what {@link #write} has written. */
  public static StaticFunction read(ByteBuffer in) {
    var function =
        new StaticFunction(in.getInt(), in.get(), in.get(), in.getLong(), in.get(), in.getInt());
    in.asLongBuffer().get(function.words);
    in.position(in.position() + Long.BYTES * function.words.length);
    return function;
  }

  /** Returns whether every key has found a slot of its own. */
  private boolean fill(long[] keys, int[] values) {
    int slots = (segments + 2) << segmentBits;
    int[] keysAt = new int[slots]; // how many keys have the slot
    int[] xorAt = new int[slots]; // their indexes, joined by exclusive or
    for (int i = 0; i < keys.length; i++) {
      long hash = mix(keys[i] + seed * 0x9E3779B97F4A7C15L);
      int first = firstSlot(hash);
      for (int slot : new int[] {first, secondSlot(first, hash), thirdSlot(first, hash)}) {
        keysAt[slot]++;
        xorAt[slot] ^= i;
      }
    }
    int[] lonely = new int[slots];
    int lonelySize = 0;
    for (int slot = 0; slot < slots; slot++) {
      if (keysAt[slot] == 1) {
        lonely[lonelySize++] = slot;
      }
    }
    int[] order = new int[keys.length];
    int[] own = new int[keys.length];
    int taken = 0;
    while (lonelySize > 0) {
      int slot = lonely[--lonelySize];
      if (keysAt[slot] != 1) {
        continue;
      }
      int key = xorAt[slot];
      order[taken] = key;
      own[taken++] = slot;
      long hash = mix(keys[key] + seed * 0x9E3779B97F4A7C15L);
      int first = firstSlot(hash);
      for (int other : new int[] {first, secondSlot(first, hash), thirdSlot(first, hash)}) {
        xorAt[other] ^= key;
        if (--keysAt[other] == 1) {
          lonely[lonelySize++] = other;
        }
      }
    }
    if (taken < keys.length) {
      return false;
    }
    for (int i = taken - 1; i >= 0; i--) {
      long hash = mix(keys[order[i]] + seed * 0x9E3779B97F4A7C15L);
      int first = firstSlot(hash);
      int others = read(first) ^ read(secondSlot(first, hash)) ^ read(thirdSlot(first, hash));
      int wanted = fingerprint(hash) << valueBits | values[order[i]];
      set(own[i], wanted ^ others ^ read(own[i]));
    }
    return true;
  }

  private int firstSlot(long hash) {
    return (int) Math.unsignedMultiplyHigh(hash, (long) segments << segmentBits);
  }

  private int secondSlot(int first, long hash) {
    return (first + (1 << segmentBits)) ^ (int) (hash >>> 18 & ((1 << segmentBits) - 1));
  }

  private int thirdSlot(int first, long hash) {
    return (first + (2 << segmentBits)) ^ (int) (hash & ((1 << segmentBits) - 1));
  }

  private int fingerprint(long hash) {
    return (int) ((hash ^ hash >>> 32) & ((1L << fingerprintBits) - 1));
  }

  private int read(int slot) {
    int bits = valueBits + fingerprintBits;
    long bit = (long) slot * bits;
    int word = (int) (bit >>> 6);
    int offset = (int) (bit & 63);
    // The word after is shifted out twice, since a shift by 64 would be none.
    long found = words[word] >>> offset | words[word + 1] << 1 << (63 - offset);
    return (int) (found & ((1L << bits) - 1));
  }

  private void set(int slot, int content) {
    int bits = valueBits + fingerprintBits;
    long bit = (long) slot * bits;
    int word = (int) (bit >>> 6);
    int offset = (int) (bit & 63);
    long changed = Integer.toUnsignedLong(content ^ read(slot));
    words[word] ^= changed << offset;
    words[word + 1] ^= changed >>> 1 >>> (63 - offset);
  }

  /** The finalizer of MurmurHash3 (Appleby), which spreads every bit over all. */
  private static long mix(long key) {
    long hash = key;
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
