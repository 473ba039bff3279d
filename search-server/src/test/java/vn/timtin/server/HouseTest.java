package vn.timtin.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the house to its drawing: the table of arrows in {@code ARCHITECTURE.md}. */
class HouseTest {
  private static final String ROOT = "vn.timtin.";
  private static final Path DRAWING = Path.of("..", "ARCHITECTURE.md");

  /** The rooms as they are drawn, from the left to the right, each with those that it may enter. */
  private static List<String> drawn() throws IOException {
    String text = Files.readString(DRAWING);
    String begin = "```arrows\n";
    int start = text.indexOf(begin) + begin.length();
    return text.substring(start, text.indexOf("```", start)).lines().toList();
  }

  private static String room(String line) {
    return line.split(" ", 2)[0];
  }

  private static List<String> entered(String line) {
    int arrow = line.indexOf('→');
    return arrow < 0 ? List.of() : List.of(line.substring(arrow + 1).strip().split(" +"));
  }

  private static TreeMap<String, TreeSet<String>> built() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.timtin");
    var arrows = new TreeMap<String, TreeSet<String>>();
    for (var type : classes) {
      if (type.getPackageName().endsWith("jmh_generated")) {
        continue;
      }
      TreeSet<String> targets =
          arrows.computeIfAbsent(roomOf(type.getPackageName()), room -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getPackageName())
          .filter(name -> name.startsWith(ROOT))
          .map(HouseTest::roomOf)
          .forEach(targets::add);
    }
    arrows.forEach((room, targets) -> targets.remove(room));
    return arrows;
  }

  private static String roomOf(String packageName) {
    return packageName.substring(ROOT.length());
  }

  @Test
  void every_arrow_is_drawn_and_no_other() throws IOException {
    var drawn = new TreeMap<String, TreeSet<String>>();
    for (String line : drawn()) {
      drawn.put(room(line), new TreeSet<>(entered(line)));
    }
    var built = built();
    String asDrawn =
        built.entrySet().stream()
            .map(entry -> entry.getKey() + " → " + String.join(" ", entry.getValue()))
            .collect(Collectors.joining("\n"));
    assertThat(built).as("built:%n%s", asDrawn).isEqualTo(drawn);
  }

  @Test
  void arrows_point_to_the_right_only() throws IOException {
    List<String> passed = new ArrayList<>();
    for (String line : drawn()) {
      passed.add(room(line));
      assertThat(Collections.disjoint(entered(line), passed)).as(line).isTrue();
    }
  }
}
