package vn.timtin.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.timtin.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule http_and_command_line_know_nothing_of_each_other =
      noClasses()
          .that()
          .resideInAPackage("vn.timtin.server.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "vn.timtin.server.cli..");

  @ArchTest
  static final ArchRule the_server_knows_no_engine_but_to_build =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.lucene..");
}
