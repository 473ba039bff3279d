package vn.timtin.lucene.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex;
import vn.timtin.lucene.IndexBuilder;
import vn.timtin.search.SearchRequest;

/**
 * What {@link KillTest} kills: a process that serves an index under writes and searches, or one
 * that builds it anew. It prints what it does, a line for each event, and stands still at the step
 * that it is told, so that it can be killed there.
 *
 * <p>Times are those of {@link System#nanoTime}, which two processes of one Linux share.
 */
final class KilledProcess {
  static final int WRITERS = 4;
  static final int OWN_IDS = 6;
  static final int BASE = 24;

  /** Leaves the others some of the two cores. */
  private static final int PAUSE_MILLIS = 3;

  /** An article that no writer changes: it says whose build is current. */
  static final String MARK = "build";

  private static final Logger LIBRARY = Logger.getLogger("vn.timtin.lucene");

  private KilledProcess() {}

  /** Arguments: serve or build, the directory, a seed or the version of the build, the step. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    int number = Integer.parseInt(arguments[2]);
    String step = arguments[3];
    standStillAt(step);
    switch (arguments[0]) {
      case "serve" -> serve(directory, number);
      case "build" -> build(directory, number, step);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static synchronized void say(String event) {
    System.out.println(event);
    System.out.flush();
  }

  /** The library logs its steps: whoever logs the one that is asked for does not come back. */
  private static void standStillAt(String step) {
    LIBRARY.setLevel(Level.FINE);
    LIBRARY.setUseParentHandlers(false);
    LIBRARY.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord event) {
            if (event.getLevel().intValue() >= Level.INFO.intValue()) {
              say("LOG " + event.getMessage());
            } else if (event.getMessage().contains(step)) {
              standStill();
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  private static void standStill() {
    say("AT");
    awaitLine();
  }

  private static String awaitLine() {
    try {
      return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      return "";
    }
  }

  // ------------------------------------------------------------------ building

  static List<Article> base(int version) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < BASE; i++) {
      articles.add(article("base-" + i, "build " + version));
    }
    articles.add(article(MARK, "build " + version));
    return articles;
  }

  private static Article article(String id, String content) {
    return Article.builder().id(id).title("bài viết").summary(content).build();
  }

  private static void build(Path directory, int version, String step) throws IOException {
    try (IndexBuilder builder = IndexBuilder.create(directory)) {
      say("BEGAN " + System.nanoTime());
      List<Article> articles = base(version);
      builder.addAll(articles.subList(0, BASE / 2), 0);
      if (step.equals("half built")) {
        standStill();
      }
      builder.addAll(articles.subList(BASE / 2, articles.size()), 1);
      builder.publish(0);
    }
    say("DONE");
  }

  // ------------------------------------------------------------------ serving

  private static void serve(Path directory, int seed) throws Exception {
    try (NewsIndex index = NewsIndex.open(directory)) {
      say("READY");
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        threads.add(
            Thread.ofPlatform().start(() -> write(index, writer, new Random(seed + writer))));
      }
      threads.add(Thread.ofPlatform().start(() -> search(index)));
      awaitLine();
      stopping = true;
      for (Thread thread : threads) {
        thread.join();
      }
      index.troubles().forEach(trouble -> say("LOG " + trouble));
    }
    say("DONE");
  }

  private static volatile boolean stopping;

  /** Changes the articles that no other writer changes, one after the other. */
  private static void write(NewsIndex index, int writer, Random random) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < OWN_IDS; i++) {
      ids.add("own-" + writer + "-" + i);
    }
    for (int i = writer; i < BASE; i += WRITERS) {
      ids.add("base-" + i);
    }
    for (int version = 0; !stopping; version++) {
      String id = ids.get(random.nextInt(ids.size()));
      try {
        if (random.nextInt(4) == 0) {
          say("BEGIN " + id + " -");
          if (!index.delete(id)) {
            say("NOTHING " + id);
            continue;
          }
        } else {
          String content = "write " + writer + "." + version + "." + System.nanoTime();
          say("BEGIN " + id + " " + content);
          index.put(article(id, content));
        }
        say("END " + id + " " + System.nanoTime());
      } catch (IOException | RuntimeException e) {
        say("FAILED a write of " + id + ": " + e);
      }
    }
  }

  private static void search(NewsIndex index) {
    while (!stopping) {
      try {
        index.search(SearchRequest.of("bài viết"));
        index.get("base-0");
        index.stats();
        Thread.sleep(PAUSE_MILLIS);
      } catch (IOException | RuntimeException | InterruptedException e) {
        say("FAILED a search: " + e);
      }
    }
  }
}
