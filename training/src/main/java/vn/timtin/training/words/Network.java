package vn.timtin.training.words;

import java.util.Arrays;
import java.util.Random;

/**
 * A classifier with two hidden layers: how likely is yes?
 *
 * <p>Rectified linear units; Adam (Kingma and Ba, "Adam: a method for stochastic optimization",
 * 2015) with decoupled decay of the weights (Loshchilov and Hutter, 2019); dropout (Srivastava and
 * others, 2014). The same examples and seed give the same network. To be used by one thread at a
 * time.
 */
final class Network {
  private static final int[] HIDDEN = {64, 16};
  private static final int BATCH = 32;
  private static final int EPOCHS = 10;
  private static final float RATE = 0.001f;
  private static final float DECAY = 0.1f;
  private static final float DROPOUT = 0.3f;
  private static final float INPUT_DROPOUT = 0.15f;

  /** Standardized inputs beyond this are cut down to it. */
  private static final float FAR = 4;

  private final float[] means;
  private final float[] scales;
  private final float[] inputs; // standardized
  private final Layer[] layers = new Layer[HIDDEN.length + 1];
  private final Random random;

  /**
   * What is learnt from.
   *
   * @param inputs the features of each example
   * @param targets the share of yes among what each example stands for
   * @param weights how much each example counts
   */
  record Examples(float[][] inputs, float[] targets, float[] weights) {}

  Network(Examples examples, long seed) {
    random = new Random(seed);
    inputs = new float[examples.inputs[0].length];
    means = new float[inputs.length];
    scales = new float[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      standardize(i, examples.inputs);
    }
    int width = inputs.length;
    for (int n = 0; n < layers.length; n++) {
      layers[n] = new Layer(width, n < HIDDEN.length ? HIDDEN[n] : 1, random);
      width = layers[n].outputs.length;
    }
    int size = examples.targets.length;
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    int steps = EPOCHS * ((size + BATCH - 1) / BATCH);
    int step = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order);
      for (int start = 0; start < size; start += BATCH) {
        for (int i = start; i < Math.min(size, start + BATCH); i++) {
          learn(
              examples.inputs[order[i]],
              examples.targets[order[i]],
              examples.weights[order[i]] / BATCH);
        }
        step++;
        for (Layer layer : layers) {
          layer.adapt(step, RATE * Math.max(0.02f, 1 - (float) step / steps));
        }
      }
    }
  }

  /** Yields the log odds of yes. */
  float logOdds(float[] example) {
    return forward(example, 0, 0);
  }

  private void standardize(int i, float[][] examples) {
    double sum = 0;
    double squares = 0;
    for (float[] example : examples) {
      sum += example[i];
      squares += (double) example[i] * example[i];
    }
    double mean = sum / examples.length;
    double variance = squares / examples.length - mean * mean;
    means[i] = (float) mean;
    scales[i] = (float) (variance > 1e-9 ? 1 / Math.sqrt(variance) : 0);
  }

  /** Fisher and Yates. */
  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
  }

  private float forward(float[] example, float inputDropout, float dropout) {
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = Math.max(-FAR, Math.min(FAR, (example[i] - means[i]) * scales[i]));
    }
    drop(inputs, inputDropout);
    float[] values = inputs;
    for (Layer layer : layers) {
      layer.forward(values);
      values = layer.outputs;
      if (layer != layers[layers.length - 1]) {
        for (int o = 0; o < values.length; o++) {
          values[o] = Math.max(0, values[o]);
        }
        drop(values, dropout);
      }
    }
    return values[0];
  }

  private void drop(float[] values, float dropout) {
    for (int i = 0; dropout > 0 && i < values.length; i++) {
      values[i] = random.nextFloat() < dropout ? 0 : values[i] / (1 - dropout);
    }
  }

  private void learn(float[] example, float target, float weight) {
    double yes = 1 / (1 + StrictMath.exp(-forward(example, INPUT_DROPOUT, DROPOUT)));
    layers[layers.length - 1].errors[0] = (float) (yes - target) * weight;
    for (int n = layers.length - 1; n > 0; n--) {
      layers[n].backward(layers[n - 1].outputs, layers[n - 1].errors);
    }
    layers[0].backward(inputs, new float[0]);
  }

  /** Weights from inputs to outputs, row by row; the last row is added whatever the inputs. */
  private static final class Layer {
    private final float[] outputs;
    private final float[] errors; // of the outputs
    private final float[] weights;
    private final float[] gradients;
    private final float[] moments;
    private final float[] squares;

    Layer(int inputCount, int outputCount, Random random) {
      outputs = new float[outputCount];
      errors = new float[outputCount];
      weights = new float[(inputCount + 1) * outputCount];
      gradients = new float[weights.length];
      moments = new float[weights.length];
      squares = new float[weights.length];
      double spread = Math.sqrt(1.0 / inputCount);
      for (int i = 0; i < inputCount * outputCount; i++) {
        weights[i] = (float) (random.nextGaussian() * spread);
      }
    }

    void forward(float[] values) {
      int width = outputs.length;
      System.arraycopy(weights, values.length * width, outputs, 0, width);
      for (int i = 0; i < values.length; i++) {
        float value = values[i];
        int row = i * width;
        if (value != 0) {
          for (int o = 0; o < width; o++) {
            outputs[o] += value * weights[row + o];
          }
        }
      }
    }

    /** Adds to the gradients, and hands the errors on to those of the values unless empty. */
    void backward(float[] values, float[] valueErrors) {
      int width = outputs.length;
      for (int i = 0; i <= values.length; i++) {
        float value = i < values.length ? values[i] : 1;
        int row = i * width;
        float sum = 0;
        if (value != 0) { // else it was rectified or dropped: no error comes from it
          for (int o = 0; o < width; o++) {
            gradients[row + o] += value * errors[o];
          }
          for (int o = 0; o < width; o++) {
            sum += weights[row + o] * errors[o];
          }
        }
        if (i < valueErrors.length) {
          valueErrors[i] = sum;
        }
      }
    }

    void adapt(int step, float rate) {
      float first = (float) (1 - StrictMath.pow(0.9, step));
      float second = (float) (1 - StrictMath.pow(0.999, step));
      for (int i = 0; i < weights.length; i++) {
        float gradient = gradients[i];
        moments[i] = 0.9f * moments[i] + 0.1f * gradient;
        squares[i] = 0.999f * squares[i] + 0.001f * gradient * gradient;
        float length = (float) Math.sqrt(squares[i] / second) + 1e-8f;
        weights[i] -= rate * (moments[i] / first / length + DECAY * weights[i]);
        gradients[i] = 0;
      }
    }
  }
}
