package vn.timtin.evaluation.tuning;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks for better weights: one after the other is moved up and down, and what is best stays, until
 * a round over all of them changes nothing.
 *
 * <p>The judged queries are parted into folds. For each fold the search is run on all the others
 * and its result measured on this one (cross-validation: Stone, Cross-Validatory Choice and
 * Assessment of Statistical Predictions, 1974): a gain that is not found there was chance.
 *
 * @param <W> the weights, a record of numbers
 */
final class CoordinateSearch<W extends Record> {
  /** By what each weight is multiplied. */
  private static final double[] STEPS = {0.6, 0.8, 1.25, 1.6};

  /** A smaller gain is none. */
  private static final double MIN_GAIN = 0.0002;

  private static final int MAX_ROUNDS = 4;

  /**
   * How good an answer was.
   *
   * @param kind of its query; all kinds count alike
   * @param group what is judged together: all queries for one article are in one fold
   * @param measure from 0 to 1
   */
  record Judgement(String kind, int group, double measure) {}

  private final Function<W, List<Judgement>> judge;
  private final int folds;
  private final Map<W, List<Judgement>> judged = new HashMap<>();

  /**
   * Prepares a search.
   *
   * @param judge yields how good each answer is with these weights
   */
  CoordinateSearch(Function<W, List<Judgement>> judge, int folds) {
    this.judge = judge;
    this.folds = folds;
  }

  /** Searches from {@code start} on, prints what it finds, and yields the best weights. */
  W run(W start) {
    System.out.println("All queries:");
    W best = search(start, -1);
    System.out.println();
    System.out.println("Weights round the best ones, mean and kinds:");
    print("start", start);
    print("best", best);
    for (RecordComponent weight : components(start)) {
      for (double step : STEPS) {
        W other = with(best, weight, step);
        if (judged.containsKey(other) && !other.equals(best)) {
          print(weight.getName() + " " + value(other, weight), other);
        }
      }
    }
    System.out.println();
    System.out.println("Cross-validation, weights found without the queries of a fold:");
    double before = 0;
    double after = 0;
    for (int fold = 0; fold < folds; fold++) {
      W found = search(start, fold);
      double was = mean(start, fold, true);
      double is = mean(found, fold, true);
      before += was / folds;
      after += is / folds;
      System.out.printf("fold %d: %.4f -> %.4f  %s%n", fold + 1, was, is, found);
    }
    System.out.printf("mean: %.4f -> %.4f%n", before, after);
    return best;
  }

  /** Yields the best weights for all queries but those of {@code without}. */
  private W search(W start, int without) {
    W best = start;
    double most = mean(best, without, false);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      W before = best;
      for (RecordComponent weight : components(start)) {
        W from = best;
        for (double step : STEPS) {
          W other = with(from, weight, step);
          double mean = mean(other, without, false);
          if (mean > most + MIN_GAIN) {
            most = mean;
            best = other;
          }
        }
        if (!best.equals(from) && without < 0) {
          System.out.printf("  %s %s: %.4f%n", weight.getName(), value(best, weight), most);
        }
      }
      if (best.equals(before)) {
        break;
      }
    }
    return best;
  }

  private double mean(W weights, int fold, boolean within) {
    return kinds(weights, fold, within).values().stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  /** Yields the mean of each kind over the queries within or without a fold. */
  private Map<String, Double> kinds(W weights, int fold, boolean within) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (Judgement judgement : judged.computeIfAbsent(weights, judge)) {
      if ((Math.floorMod(judgement.group, folds) == fold) == within) {
        double[] sum = sums.computeIfAbsent(judgement.kind, kind -> new double[2]);
        sum[0] += judgement.measure;
        sum[1]++;
      }
    }
    Map<String, Double> means = new LinkedHashMap<>();
    sums.forEach((kind, sum) -> means.put(kind, sum[0] / sum[1]));
    return means;
  }

  private void print(String name, W weights) {
    var row = new StringBuilder(String.format("%-20s %.4f", name, mean(weights, -1, false)));
    kinds(weights, -1, false)
        .forEach((kind, mean) -> row.append(String.format("  %s %.4f", kind, mean)));
    System.out.println(row);
  }

  private static RecordComponent[] components(Record weights) {
    return weights.getClass().getRecordComponents();
  }

  private static Number value(Record weights, RecordComponent weight) {
    try {
      return (Number) weight.getAccessor().invoke(weights);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Yields the weights with one of them multiplied, as they were where that is not allowed. */
  private W with(W weights, RecordComponent changed, double step) {
    RecordComponent[] components = components(weights);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Number value = value(weights, components[i]);
      if (components[i].getName().equals(changed.getName())) {
        double stepped = Math.round(value.doubleValue() * step * 1000) / 1000.0;
        value = value instanceof Integer ? (Number) (int) Math.round(stepped) : (float) stepped;
      }
      values[i] = value;
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      @SuppressWarnings("unchecked") // the class of a W is one of a W
      var type = (Class<W>) weights.getClass();
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      return weights;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
