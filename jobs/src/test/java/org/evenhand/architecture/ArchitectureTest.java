package org.evenhand.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Job;
import org.evenhand.pipeline.Jobs;

@AnalyzeClasses(packages = "org.evenhand", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] DOMAINS = {
    "..intake..",
    "..consolidate..",
    "..panel..",
    "..structure..",
    "..roi..",
    "org.evenhand.skills..",
    "..report..",
    "..lakehouse..",
    "..simulate..",
    "..estimate.."
  };
  private static final Set<String> ACTIONS =
      Set.of(
          "count", "collect", "collectAsList", "show", "cache", "persist", "head", "first", "take");

  @ArchTest
  static final ArchRule domainsMeetOnlyThroughTables =
      slices()
          .matching(
              "org.evenhand.(intake|consolidate|panel|structure|roi|skills|report|simulate|estimate)..")
          .should()
          .notDependOnEachOther()
          .because(
              "a domain can be understood, tested and replaced alone when only tables join it to others");

  @ArchTest
  static final ArchRule nothingBelowKnowsThePipeline =
      noClasses()
          .that()
          .resideOutsideOfPackages("..pipeline..", "..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..pipeline..", "..cli..")
          .because("the direction is cli, pipeline, domains, tools");

  @ArchTest
  static final ArchRule toolsDoNotKnowDomains =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..table..",
              "..quality..",
              "..stats..",
              "..disclosure..",
              "..errors..",
              "..parquet..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(DOMAINS))
          .because("tools are shared by all domains");

  @ArchTest
  static final ArchRule statisticsArePlainJava =
      noClasses()
          .that()
          .resideInAPackage("..stats..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "io.delta..", "java.nio.file..", "scala..")
          .because("an estimator must be checkable with nothing but numbers")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule estimatesNeedNoSession =
      noClasses()
          .that()
          .resideInAPackage("..estimate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "io.delta..", "scala..")
          .because("anyone's table is answered within a second");

  @ArchTest
  static final ArchRule onlyTableTouchesDelta =
      noClasses()
          .that()
          .resideOutsideOfPackages("..table..", "..lakehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..")
          .because("contracts, stamps and checksums hold only when there is one door");

  @ArchTest
  static final ArchRule onlyTableReadsAndWritesFrames =
      noClasses()
          .that()
          .resideOutsideOfPackages("..table..", "..lakehouse..", "..intake..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.apache.spark.sql.DataFrameReader")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.apache.spark.sql.DataFrameWriter")
          .because(
              "what is read and written must be declared, checked and stamped (intake reads landed Parquet)");

  @ArchTest
  static final ArchRule onlyTheCommandLineExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(SparkSession.class, "builder")
          .because("a library that reads the environment or exits cannot be tested or embedded");

  @ArchTest
  static final ArchRule nobodyAsksTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackages("..cli..", "..table..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(java.util.Random.class)
          .because(
              "the same inputs must give the same report in a year's time (N-2); only a commit's own time comes from a clock");

  @ArchTest
  static final ArchRule onlyIdentitiesAndFairnessSeeDemographics =
      noClasses()
          .that()
          .resideOutsideOfPackages("..consolidate..", "..fairness..", "..table.columns..")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("SilverDemographic")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("BronzeDemographic")
          .because("special categories are read by the fairness audit and nobody else");

  @ArchTest
  static final ArchRule transformsAreLazy =
      methods()
          .that()
          .areStatic()
          .and()
          .haveRawReturnType(Dataset.class)
          .and()
          .haveNameMatching("transform|with[A-Z].*|only[A-Z].*|per[A-Z].*")
          .should(callNoActionAndTakeNoSession())
          .because("a transform describes rows; only a writer decides when they are computed")
          .allowEmptyShould(true);

  @ArchTest
  static void everyJobIsListed(com.tngtech.archunit.core.domain.JavaClasses classes) {
    Set<String> listed =
        Jobs.all().stream()
            .map(job -> job.getClass().getName())
            .collect(java.util.stream.Collectors.toSet());
    var missing =
        classes.stream()
            .filter(type -> type.isAssignableTo(Job.class) && !type.isInterface())
            .filter(
                type ->
                    !type.getModifiers()
                        .contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
            .map(com.tngtech.archunit.core.domain.JavaClass::getName)
            .filter(name -> !listed.contains(name))
            .sorted()
            .toList();
    org.assertj.core.api.Assertions.assertThat(missing)
        .as("a job that Jobs does not list never runs")
        .isEmpty();
  }

  private static ArchCondition<JavaMethod> callNoActionAndTakeNoSession() {
    return new ArchCondition<>("call no action and take no session") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean session =
            method.getRawParameterTypes().stream()
                .anyMatch(type -> type.isAssignableTo(SparkSession.class));
        boolean action =
            method.getMethodCallsFromSelf().stream()
                .anyMatch(
                    call ->
                        call.getTargetOwner().isAssignableTo(Dataset.class)
                            && ACTIONS.contains(call.getName()));
        if (session || action) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " takes a session or calls an action"));
        }
      }
    };
  }
}
