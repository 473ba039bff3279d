package vn.timtin.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.timtin.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("vn.timtin.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule http_and_command_line_know_nothing_of_each_other =
      noClasses()
          .that()
          .resideInAPackage("vn.timtin.server.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "vn.timtin.server.cli..");

  @ArchTest
  static final ArchRule lucene_is_named_by_the_benchmark_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage("vn.timtin.server.evaluation..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");
}
