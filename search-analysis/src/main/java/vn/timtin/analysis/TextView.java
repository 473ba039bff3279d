package vn.timtin.analysis;

import org.apache.lucene.analysis.CharArrayMap;
import org.jspecify.annotations.Nullable;

/** Characters in an array as text, without copying them. */
final class TextView implements CharSequence {
  private char[] characters = {};
  private int length;

  void of(char[] text, int textLength) {
    characters = text;
    length = textLength;
  }

  /** Yields what the characters from {@code start} up to {@code end} are mapped to, or null. */
  <V> @Nullable V get(CharArrayMap<V> map, int start, int end) {
    return map.get(characters, start, end - start);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return characters[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(characters, start, end - start);
  }

  @Override
  public String toString() {
    return new String(characters, 0, length);
  }
}
