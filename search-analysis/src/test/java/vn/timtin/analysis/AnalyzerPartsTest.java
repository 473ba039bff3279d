package vn.timtin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilterFactory;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stages by their names, as Lucene, Solr and OpenSearch find them. */
class AnalyzerPartsTest {
  private static final String TEXT = "Hoà bình ở Đắk Lắk, 11/8/2020: TP.HCM dự kĩ càng.";

  /** The example of {@link VietnameseAnalyzer}. */
  private static Analyzer parts(String... filters) throws IOException {
    CustomAnalyzer.Builder analyzer =
        CustomAnalyzer.builder()
            .addCharFilter("vietnameseCharacters")
            .withTokenizer("vietnamese")
            .addTokenFilter("vietnameseNormalization");
    for (String filter : filters) {
      analyzer.addTokenFilter(filter);
    }
    return analyzer.build();
  }

  private static List<String> terms(Analyzer analyzer) throws IOException {
    List<String> terms = new ArrayList<>();
    try (analyzer;
        TokenStream stream = analyzer.tokenStream("", TEXT)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }

  @ParameterizedTest
  @EnumSource
  void the_parts_by_their_names_make_the_analyzer(VietnameseAnalyzer.Form form) throws IOException {
    Analyzer made =
        switch (form) {
          case EXACT -> parts();
          case FOLDED -> parts("vietnameseFolding");
          case BIGRAMS -> parts("vietnameseFolding", "vietnameseBigrams");
        };
    assertThat(terms(made)).isEqualTo(terms(new VietnameseAnalyzer(form))).isNotEmpty();
  }

  @Test
  void a_part_refuses_parameters_since_it_has_none() {
    assertThatThrownBy(() -> TokenFilterFactory.forName("vietnameseFolding", parameter()))
        .hasStackTraceContaining("vietnameseFolding has no parameters: [keepDiacritics]");
    assertThatThrownBy(() -> TokenizerFactory.forName("vietnamese", parameter()))
        .hasStackTraceContaining("vietnamese has no parameters: [keepDiacritics]");
    assertThatThrownBy(() -> CharFilterFactory.forName("vietnameseCharacters", parameter()))
        .hasStackTraceContaining("vietnameseCharacters has no parameters: [keepDiacritics]");
  }

  private static Map<String, String> parameter() {
    return new java.util.HashMap<>(Map.of("keepDiacritics", "true"));
  }

  @Test
  void the_module_provides_what_the_class_path_does() {
    ModuleDescriptor module =
        ModuleFinder.of(Path.of("target/classes"))
            .find("vn.timtin.analysis")
            .orElseThrow()
            .descriptor();
    for (Class<?> service :
        List.of(CharFilterFactory.class, TokenizerFactory.class, TokenFilterFactory.class)) {
      List<String> onClassPath =
          ServiceLoader.load(service).stream()
              .map(provider -> provider.type().getName())
              .filter(name -> name.startsWith("vn.timtin"))
              .toList();
      List<String> inModule =
          module.provides().stream()
              .filter(provides -> provides.service().equals(service.getName()))
              .flatMap(provides -> provides.providers().stream())
              .toList();
      assertThat(inModule).containsExactlyInAnyOrderElementsOf(onClassPath).isNotEmpty();
    }
  }

  @Test
  void each_stage_of_analysis_can_be_looked_at() {
    List<AnalysisStage> stages = AnalysisStage.of("Hoa\u0300 BÌNH");

    assertThat(stages.stream().map(AnalysisStage::name))
        .containsExactly("characters", "tokens", "exact", "folded", "pairs");
    assertThat(stages.stream().map(stage -> stage.tokens().getFirst().term()))
        .containsExactly("Hoà BÌNH", "Hoà", "hòa", "hoa", "hoa binh");
    assertThat(stages.get(2).tokens().getFirst().end()).isEqualTo(4);
  }
}
