package vn.timtin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFunctionTest {
  private static final int VALUE_BITS = 5;

  private static long[] keys(int size) {
    return new Random(size).longs().distinct().limit(size).toArray();
  }

  private static int[] values(int size) {
    return new Random(-size).ints(size, 0, 1 << VALUE_BITS).toArray();
  }

  private static byte[] written(StaticFunction function) throws IOException {
    var bytes = new ByteArrayOutputStream();
    function.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10, 1_000, 100_000})
  void every_key_has_its_value_after_writing_and_reading(int size) throws IOException {
    long[] keys = keys(size);
    int[] values = values(size);
    byte[] bytes = written(StaticFunction.of(keys, values, VALUE_BITS, 12));
    StaticFunction read = StaticFunction.read(ByteBuffer.wrap(bytes));
    assertThat(read.size()).isEqualTo(size);
    for (int i = 0; i < size; i++) {
      assertThat(read.get(keys[i])).isEqualTo(values[i]);
    }
  }

  @Test
  void all_bits_of_a_number_can_be_used() {
    int[] values = new Random(3).ints(10_000, 0, 1 << 15).toArray();
    long[] keys = keys(10_000);
    StaticFunction function = StaticFunction.of(keys, values, 15, 17);
    for (int i = 0; i < values.length; i++) {
      assertThat(function.get(keys[i])).isEqualTo(values[i]);
    }
  }

  @Test
  void other_keys_are_absent_but_for_one_of_two_to_the_fingerprint_bits() {
    StaticFunction function = StaticFunction.of(keys(10_000), values(10_000), VALUE_BITS, 8);
    long mistaken =
        new Random(7)
            .longs(100_000)
            .filter(key -> function.get(key) != StaticFunction.ABSENT)
            .count();
    assertThat(mistaken).isBetween(300L, 480L); // 391 expected
  }

  @Test
  void reading_ends_where_writing_ended() throws IOException {
    byte[] bytes = written(StaticFunction.of(keys(500), values(500), VALUE_BITS, 9));
    ByteBuffer in = ByteBuffer.wrap(bytes);
    StaticFunction.read(in);
    assertThat(in.hasRemaining()).isFalse();
  }

  @Test
  void an_entry_costs_little_more_than_its_bits() throws IOException {
    int size = 200_000;
    byte[] bytes = written(StaticFunction.of(keys(size), values(size), VALUE_BITS, 11));
    assertThat(8.0 * bytes.length / size).isLessThan(1.25 * (VALUE_BITS + 11));
  }

  @Test
  void a_key_given_twice_is_refused() {
    assertThatThrownBy(() -> StaticFunction.of(new long[] {4, 4}, new int[] {1, 2}, VALUE_BITS, 8))
        .hasMessage("the keys are not all different");
  }
}
