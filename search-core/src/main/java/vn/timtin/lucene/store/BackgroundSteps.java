package vn.timtin.lucene.store;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.timtin.index.IndexException;

/**
 * Steps that are done again and again in the background.
 *
 * <p>Whatever goes wrong in one must stop neither the others nor its own next round. It is logged
 * when it begins, when it changes and when it is over, not in each round, and {@link #troubles}
 * shows it meanwhile. Safe for many threads.
 */
public final class BackgroundSteps {
  private static final System.Logger LOG = System.getLogger(BackgroundSteps.class.getName());

  /** A step, which may fail. */
  @FunctionalInterface
  public interface Step {
    /** Does it once. */
    public void run() throws IOException;
  }

  /** What goes wrong now, by the name of the step. */
  private final Map<String, String> troubles = new LinkedHashMap<>();

  /** Does a step once. */
  public void run(String name, Step step) {
    String trouble = null;
    try {
      step.run();
    } catch (IOException | RuntimeException | Error e) { // an Error would end all rounds in silence
      trouble = name + ": " + rootMessage(e);
    }
    note(name, trouble);
  }

  private synchronized void note(String name, String trouble) {
    String before = trouble == null ? troubles.remove(name) : troubles.put(name, trouble);
    if (trouble == null && before != null) {
      LOG.log(System.Logger.Level.INFO, "over: " + before);
    } else if (trouble != null && !trouble.equals(before)) {
      LOG.log(System.Logger.Level.WARNING, trouble);
    }
  }

  /** Yields what goes wrong now, for people. */
  public synchronized List<String> troubles() {
    return List.copyOf(troubles.values());
  }

  /**
   * Says what lies at the bottom of a failure; messages that are meant for people are taken whole.
   */
  static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof IndexException)) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
