package vn.timtin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "vn.timtin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> LUCENE =
      JavaClass.Predicates.resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("vn.timtin.(*)..").should().beFreeOfCycles();

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
  static final ArchRule intent_knows_no_engine =
      noClasses()
          .that()
          .resideInAnyPackage("vn.timtin.article", "vn.timtin.query", "vn.timtin.search")
          .should()
          .dependOnClassesThat(LUCENE);

  @ArchTest
  static final ArchRule another_engine_can_stand_behind_the_index =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("vn.timtin.index")
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should(
              new ArchCondition<JavaMethod>("name no Lucene type") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  boolean named =
                      LUCENE.test(method.getRawReturnType())
                          || method.getRawParameterTypes().stream().anyMatch(LUCENE);
                  events.add(new SimpleConditionEvent(method, !named, method.getFullName()));
                }
              });

  @ArchTest
  static final ArchRule the_library_writes_to_no_standard_stream =
      com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
