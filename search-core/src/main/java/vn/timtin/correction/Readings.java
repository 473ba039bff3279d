package vn.timtin.correction;

import java.util.Arrays;

/**
 * What may stand at one place of a text: numbers of the model, each with what it costs, a
 * logarithm, the higher the less probable. Used again after {@link #clear}; for one thread.
 */
final class Readings {
  private int[] ids = new int[64];
  private float[] costs = new float[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int id, float cost) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
      costs = Arrays.copyOf(costs, 2 * size);
    }
    ids[size] = id;
    costs[size++] = cost;
  }

  /** Takes this off the cost of a reading. */
  void favour(int reading, float by) {
    costs[reading] -= by;
  }

  int size() {
    return size;
  }

  int id(int reading) {
    return ids[reading];
  }

  int[] ids() {
    return Arrays.copyOf(ids, size);
  }

  float cost(int reading) {
    return costs[reading];
  }
}
