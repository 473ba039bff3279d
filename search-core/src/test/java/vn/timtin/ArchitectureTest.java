package vn.timtin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.timtin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> LUCENE =
      JavaClass.Predicates.resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule no_http_and_no_command_line_library =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.javalin..",
              "org.eclipse.jetty..",
              "jakarta..",
              "picocli..",
              "com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule only_the_engine_and_the_analysis_know_lucene =
      noClasses()
          .that()
          .resideOutsideOfPackages("vn.timtin.lucene..", "vn.timtin.analysis..")
          .should()
          .dependOnClassesThat(LUCENE);

  @ArchTest
  static final ArchRule the_library_writes_to_no_standard_stream =
      com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
