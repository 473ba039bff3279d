package vn.timtin.lucene.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackgroundStepsTest {
  private static final Logger LOG = Logger.getLogger(BackgroundSteps.class.getName());

  private final List<String> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord event) {
          logged.add(event.getLevel() + " " + event.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final BackgroundSteps steps = new BackgroundSteps();

  @BeforeEach
  void listen() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(handler);
  }

  @AfterEach
  void listenNoMore() {
    LOG.removeHandler(handler);
    LOG.setUseParentHandlers(true);
  }

  private void fail(String why) {
    steps.run(
        "step",
        () -> {
          throw new IOException(why);
        });
  }

  @Test
  void what_keeps_failing_is_logged_once_for_each_change_and_told_meanwhile() {
    fail("full");
    fail("full");
    assertThat(steps.troubles()).containsExactly("step: full");
    fail("gone");
    fail("gone");
    assertThat(steps.troubles()).containsExactly("step: gone");
    steps.run("step", () -> {});
    steps.run("step", () -> {});
    assertThat(steps.troubles()).isEmpty();
    assertThat(logged)
        .containsExactly("WARNING step: full", "WARNING step: gone", "INFO over: step: gone");
  }

  @Test
  void one_step_that_fails_hinders_no_other_not_even_by_an_error() {
    List<String> done = new ArrayList<>();
    steps.run(
        "broken",
        () -> {
          throw new StackOverflowError();
        });
    steps.run("sound", () -> done.add("sound"));
    assertThat(done).containsExactly("sound");
    assertThat(steps.troubles()).containsExactly("broken: StackOverflowError");
  }
}
