package vn.timtin.lucene.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex;
import vn.timtin.lucene.IndexBuilder;
import vn.timtin.lucene.IndexCheck;

/**
 * Who builds and who serves are killed (SIGKILL) at every step, alone and both. After each kill,
 * all that was acknowledged is there once and with its last content, what was deleted stays
 * deleted, the other process has not failed, and the next build cleans up.
 *
 * <p>{@code -Dtimtin.kills=1000} kills as often at random moments; {@code -Dtimtin.seed} repeats a
 * run.
 */
@EnabledOnOs(OS.LINUX) // SIGKILL, and a clock that processes share
class KillTest {
  private static final long SEED = Long.getLong("timtin.seed", System.nanoTime());
  private static final int RANDOM_KILLS = Integer.getInteger("timtin.kills", 8);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WRITES_BEFORE = 15;

  private static final List<String> BUILDING =
      List.of(
          "directory made",
          "half built",
          "committed",
          "caught up",
          "published",
          "deleting generation",
          "deleted what is old");
  private static final List<String> SERVING =
      List.of("opened generation", "caught up with generation", "switched to generation");
  private static final String NOWHERE = "nowhere";

  @TempDir Path directory;
  private final Random random = new Random(SEED);
  private final List<Child> children = new ArrayList<>();
  private int kills;
  private int builds;

  /** What must be known of each id: what it was before, and what was done to it since. */
  private Map<String, String> before = new HashMap<>();

  /** A process, and what it has told. */
  private final class Child {
    private final Process process;
    private final Thread reader;
    private final CountDownLatch stands = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Write> writes = new HashMap<>();
    private int acknowledged;
    private long began;
    private boolean done;

    Child(String what, int number, String step) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx256m",
                  KilledProcess.class.getName(),
                  what,
                  directory.resolve("index").toString(),
                  String.valueOf(number),
                  step)
              .redirectError(Redirect.INHERIT)
              .start();
      reader = Thread.ofPlatform().daemon().start(this::readAll);
      children.add(this);
    }

    private void readAll() {
      try (var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          take(line.split(" ", 3));
        }
      } catch (IOException e) {
        // it was killed
      } finally {
        ready.countDown();
        stands.countDown();
      }
    }

    private synchronized void take(String[] event) {
      switch (event[0]) {
        case "READY" -> ready.countDown();
        case "AT" -> stands.countDown();
        case "BEGAN" -> began = Long.parseLong(event[1]);
        case "DONE" -> done = true;
        case "BEGIN" -> writes.computeIfAbsent(event[1], id -> new Write()).underWay = event[2];
        case "END" -> {
          writes.get(event[1]).acknowledge(Long.parseLong(event[2]));
          acknowledged++;
        }
        case "NOTHING" -> writes.get(event[1]).underWay = null;
        default -> failures.add(String.join(" ", event));
      }
    }

    synchronized int acknowledged() {
      return acknowledged;
    }

    void awaitStep() throws InterruptedException {
      assertThat(stands.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    void awaitWrites(int more) throws InterruptedException {
      assertThat(ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      int wanted = acknowledged() + more;
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (acknowledged() < wanted && process.isAlive()) {
        assertThat(System.nanoTime()).as("time for writes").isLessThan(deadline);
        Thread.sleep(5);
      }
    }

    void kill() throws InterruptedException {
      kills++;
      end();
    }

    void end() throws InterruptedException {
      process.destroyForcibly().waitFor(); // SIGKILL
      reader.join();
    }

    /** Lets it go on where it stands still, or end in order where it serves. */
    void goOn() throws IOException {
      OutputStream in = process.getOutputStream();
      in.write('\n');
      in.flush();
    }

    void awaitEnd() throws InterruptedException {
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      reader.join(PATIENCE);
      assertThat(failures).isEmpty();
      assertThat(ended && done).as("the process came to its end").isTrue();
    }
  }

  /** What was done to an article. */
  private static final class Write {
    private @Nullable String underWay;
    private @Nullable String last;
    private long at;

    void acknowledge(long time) {
      last = underWay;
      underWay = null;
      at = time;
    }
  }

  @AfterEach
  void endAll() throws InterruptedException {
    for (Child child : children) {
      child.end();
    }
  }

  private Child server(String step) throws Exception {
    Child server = new Child("serve", random.nextInt(1_000_000), step);
    server.awaitWrites(WRITES_BEFORE);
    return server;
  }

  private Child builder(String step) throws IOException {
    return new Child("build", ++builds, step);
  }

  @Test
  void nothing_acknowledged_is_lost_whoever_is_killed_at_whichever_step() throws Exception {
    System.out.println("KillTest: -Dtimtin.seed=" + SEED);
    publishFirst();
    for (String step : BUILDING) {
      buildIsKilled(step);
      serverIsKilledBesideABuild(step);
      bothAreKilledDuringABuild(step);
    }
    for (String step : SERVING) {
      serverIsKilledAtASwitch(step);
      bothAreKilledAtASwitch(step);
    }
    System.out.println("KillTest: " + kills + " kills at named steps");
    assertThat(kills).isGreaterThanOrEqualTo(30);
  }

  @Test
  void nothing_acknowledged_is_lost_whenever_a_process_is_killed() throws Exception {
    System.out.println("KillTest: -Dtimtin.seed=" + SEED);
    publishFirst();
    while (kills < RANDOM_KILLS) {
      Child server = server(NOWHERE);
      Child builder = builder(NOWHERE);
      int whom = random.nextInt(3);
      long until = System.nanoTime() + random.nextInt(1_500_000_000);
      while (System.nanoTime() < until && builder.process.isAlive()) {
        Thread.sleep(1);
      }
      if (whom != 0) {
        server.kill();
      }
      if (whom != 1) {
        builder.kill();
      } else {
        builder.awaitEnd();
      }
      if (whom == 0) {
        server.awaitWrites(WRITES_BEFORE);
        server.goOn();
        server.awaitEnd();
      }
      verify(server, builder);
    }
    System.out.println("KillTest: " + kills + " kills at random moments");
  }

  private void publishFirst() throws Exception {
    Child builder = builder(NOWHERE);
    builder.awaitEnd();
    before = contents();
    assertThat(before).hasSize(KilledProcess.BASE + 1);
  }

  /** The fault that was seen: the build after the killed one deleted what the server wrote to. */
  private void buildIsKilled(String step) throws Exception {
    Child server = server(NOWHERE);
    Child killed = builder(step);
    killed.awaitStep();
    server.awaitWrites(WRITES_BEFORE);
    killed.kill();
    server.awaitWrites(WRITES_BEFORE);
    Child next = builder(NOWHERE);
    next.awaitEnd();
    server.awaitWrites(WRITES_BEFORE);
    server.goOn();
    server.awaitEnd();
    verify(server, killed, next);
  }

  private void serverIsKilledBesideABuild(String step) throws Exception {
    Child server = server(NOWHERE);
    Child builder = builder(step);
    builder.awaitStep();
    server.awaitWrites(WRITES_BEFORE);
    server.kill();
    builder.goOn();
    builder.awaitEnd();
    verify(server, builder);
  }

  private void bothAreKilledDuringABuild(String step) throws Exception {
    Child server = server(NOWHERE);
    Child builder = builder(step);
    builder.awaitStep();
    server.awaitWrites(WRITES_BEFORE);
    server.kill();
    builder.kill();
    verify(server, builder);
  }

  private void serverIsKilledAtASwitch(String step) throws Exception {
    Child server = server(step);
    Child builder = builder(NOWHERE);
    server.awaitStep();
    server.kill();
    builder.awaitEnd();
    verify(server, builder);
  }

  private void bothAreKilledAtASwitch(String step) throws Exception {
    Child server = server(step);
    Child builder = builder("published");
    server.awaitStep();
    server.kill();
    builder.awaitStep();
    builder.kill();
    verify(server, builder);
  }

  // ------------------------------------------------------------------ what must hold

  /** Everything that a build and a server have left is as it was acknowledged. */
  private void verify(Child server, Child... builders) throws Exception {
    assertThat(server.failures).isEmpty();
    Map<String, String> now = contents();
    long published = lastPublishedBuild(builders, now);
    Set<String> ids = new HashSet<>(before.keySet());
    ids.addAll(server.writes.keySet());
    ids.addAll(now.keySet());
    for (String id : ids) {
      Write write = server.writes.getOrDefault(id, new Write());
      Set<String> allowed = new HashSet<>();
      String last = write.last == null ? before.getOrDefault(id, "-") : write.last;
      allowed.add(last);
      if (write.underWay != null) {
        allowed.add(write.underWay);
      }
      if (published != 0 && (write.last == null || write.at < began(builders, published))) {
        // The build replaced what was acknowledged before it began, and what was there before.
        if (write.last == null) {
          allowed.remove(last);
        }
        allowed.add(id.startsWith("own-") ? "-" : "build " + published);
      }
      assertThat(now.getOrDefault(id, "-"))
          .as(id + ", " + describe(write) + ", published: " + published)
          .isIn(allowed);
    }
    cleanUp();
  }

  private static String describe(Write write) {
    return "last acknowledged at "
        + write.at
        + ": "
        + write.last
        + ", under way: "
        + write.underWay;
  }

  /** Yields which of the builds is current, 0 if none of them is. */
  private long lastPublishedBuild(Child[] builders, Map<String, String> now) {
    long last = Long.parseLong(now.get(KilledProcess.MARK).substring("build ".length()));
    long first = builds - builders.length + 1;
    for (int i = 0; i < builders.length; i++) {
      if (builders[i].done) {
        assertThat(last).as("a build that came to its end").isGreaterThanOrEqualTo(first + i);
      }
    }
    return last < first ? 0 : last;
  }

  private long began(Child[] builders, long version) {
    return builders[(int) (version - (builds - builders.length + 1))].began;
  }

  /** Yields the content of every article by its id, after whoever died has been made good for. */
  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new HashMap<>();
    try (NewsIndex index = NewsIndex.open(directory.resolve("index"))) {
      index.forEach(
          article ->
              assertThat(contents.put(article.id(), article.summary()))
                  .as(article.id() + " is there once")
                  .isNull());
      for (String id : contents.keySet()) {
        assertThat(index.get(id).map(Article::summary)).isEqualTo(Optional.of(contents.get(id)));
      }
    }
    return contents;
  }

  /** The next build works, and leaves nothing of those that were killed. */
  private void cleanUp() throws Exception {
    try (IndexBuilder builder = IndexBuilder.create(directory.resolve("index"))) {
      builder.addAll(KilledProcess.base(++builds), 0);
      builder.publish(0);
    }
    try (Stream<Path> left = Files.list(directory.resolve("index"))) {
      assertThat(left.filter(Files::isDirectory).toList()).hasSizeLessThanOrEqualTo(2);
    }
    before = contents();
    assertThat(before).hasSize(KilledProcess.BASE + 1);
    assertThat(before.values()).containsOnly("build " + builds);
    assertThat(IndexCheck.faults(directory.resolve("index"))).isEmpty();
  }
}
