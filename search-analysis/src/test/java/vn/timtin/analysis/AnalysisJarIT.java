package vn.timtin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.junit.jupiter.api.Test;

/** The jar as it is dropped into the folder of a Lucene program, which knows nothing but names. */
class AnalysisJarIT {
  private static final int MAX_BYTES = 300 << 10;

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.toString().matches(".*/search-analysis-[^/]*\\.jar"))
          .filter(file -> !file.toString().matches(".*-(sources|javadoc)\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static URL locationOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  void the_jar_is_small() throws IOException {
    assertThat(Files.size(jar())).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void its_parts_are_found_by_name_beside_lucene_alone() throws Exception {
    URL[] classPath = {
      jar().toUri().toURL(), locationOf(Analyzer.class), locationOf(CustomAnalyzer.class)
    };
    try (var loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      assertThat(terms(loader, "Hoà bình ở TP.HCM", "vietnameseNormalization", "vietnameseFolding"))
          .startsWith("hoa", "binh", "o");
      assertThat(terms(loader, "kĩ càng", "vietnameseNormalization")).containsExactly("kỹ", "càng");
    }
  }

  /** All by reflection: nothing here is of the class loader that runs the test. */
  private static List<String> terms(ClassLoader loader, String text, String... filters)
      throws Exception {
    Class<?> factory = loader.loadClass(CustomAnalyzer.class.getName());
    Object builder = factory.getMethod("builder").invoke(null);
    Class<?> type = builder.getClass();
    type.getMethod("addCharFilter", String.class, String[].class)
        .invoke(builder, "vietnameseCharacters", new String[0]);
    type.getMethod("withTokenizer", String.class, String[].class)
        .invoke(builder, "vietnamese", new String[0]);
    for (String filter : filters) {
      type.getMethod("addTokenFilter", String.class, String[].class)
          .invoke(builder, filter, new String[0]);
    }
    Object analyzer = type.getMethod("build").invoke(builder);
    Object stream =
        loader
            .loadClass(Analyzer.class.getName())
            .getMethod("tokenStream", String.class, String.class)
            .invoke(analyzer, "text", text);
    Class<?> streams = loader.loadClass(TokenStream.class.getName());
    Object term =
        streams
            .getMethod("getAttribute", Class.class)
            .invoke(
                stream,
                loader.loadClass("org.apache.lucene.analysis.tokenattributes.CharTermAttribute"));
    streams.getMethod("reset").invoke(stream);
    List<String> terms = new java.util.ArrayList<>();
    while ((boolean) streams.getMethod("incrementToken").invoke(stream)) {
      terms.add(term.toString());
    }
    return terms;
  }
}
