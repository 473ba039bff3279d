package vn.timtin.evaluation.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.timtin.evaluation.tuning.CoordinateSearch.Judgement;

class CoordinateSearchTest {
  private static final int QUERIES = 40;

  record Weights(float near, int far, float share) {
    Weights {
      if (share > 1) {
        throw new IllegalArgumentException();
      }
    }
  }

  private int judged;

  /** Best where near is 3, far is 50, and share as large as is allowed. */
  private List<Judgement> judge(Weights weights) {
    judged++;
    double measure =
        (Math.exp(-Math.abs(Math.log(weights.near / 3)))
                + Math.exp(-Math.abs(Math.log(weights.far / 50.0)))
                + weights.share)
            / 3;
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      judgements.add(new Judgement(i % 4 == 0 ? "rare" : "frequent", i / 2, measure));
    }
    return judgements;
  }

  @Test
  void finds_the_best_of_independent_weights_and_judges_none_twice() {
    Weights found = new CoordinateSearch<Weights>(this::judge, 3).run(new Weights(1, 100, 0.5f));
    assertThat(found.near()).isBetween(2.5f, 3.6f);
    assertThat(found.far()).isBetween(42, 60);
    assertThat(found.share()).isBetween(0.8f, 1f);
    assertThat(judged).isLessThan(60); // the folds agree, so they ask for the same weights
  }

  @Test
  void each_kind_counts_alike_however_many_queries_it_has() {
    // What helps the one rare query harms the nine frequent ones half as much.
    Weights found =
        new CoordinateSearch<Weights>(
                weights -> {
                  List<Judgement> judgements = new ArrayList<>();
                  for (int i = 0; i < 10; i++) {
                    double near = Math.min(1, weights.near / 10);
                    judgements.add(
                        i == 0
                            ? new Judgement("rare", i, near)
                            : new Judgement("frequent", i, 1 - near / 2));
                  }
                  return judgements;
                },
                2)
            .run(new Weights(1, 1, 1));
    assertThat(found.near()).isGreaterThan(5);
  }
}
