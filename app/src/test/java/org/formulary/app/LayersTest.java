package org.formulary.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.formulary.search.domain.Domain;
import org.formulary.search.survey.Exploration;

/** {@code {expressions, hashing} < search-core < {evaluators, results} < app}. */
@AnalyzeClasses(packages = "org.formulary", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final String EXPRESSIONS = "org.formulary.expressions..";
  private static final String HASHING = "org.formulary.hashing..";
  private static final String SEARCH = "org.formulary.search..";
  private static final String TRUTH = "org.formulary.truth..";
  private static final String APPROXIMATION = "org.formulary.approximation..";
  private static final String FRACTIONS = "org.formulary.continuedfractions..";
  private static final String RESULTS = "org.formulary.results..";
  private static final String APP = "org.formulary.app..";

  @ArchTest
  static final ArchRule LOWER_NEVER_IMPORTS_HIGHER =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("expressions")
          .definedBy(EXPRESSIONS)
          .layer("hashing")
          .definedBy(HASHING)
          .layer("search-core")
          .definedBy(SEARCH)
          .layer("evaluators")
          .definedBy(TRUTH, APPROXIMATION, FRACTIONS)
          .layer("results")
          .definedBy(RESULTS)
          .layer("app")
          .definedBy(APP)
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("results")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("evaluators")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("search-core")
          .mayOnlyBeAccessedByLayers("evaluators", "results", "app")
          .whereLayer("hashing")
          .mayOnlyBeAccessedByLayers("search-core", "evaluators", "results", "app")
          .whereLayer("expressions")
          .mayOnlyBeAccessedByLayers("search-core", "evaluators", "results", "app");

  @ArchTest
  static final ArchRule EVERY_CLASS_HAS_A_LAYER =
      classes()
          .should()
          .resideInAnyPackage(
              EXPRESSIONS,
              HASHING,
              SEARCH,
              TRUTH,
              APPROXIMATION,
              FRACTIONS,
              RESULTS,
              APP,
              "org.formulary.testkit..");

  @ArchTest
  static final ArchRule EXPRESSIONS_NEED_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAPackage(EXPRESSIONS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(EXPRESSIONS, "java..");

  @ArchTest
  static final ArchRule HASHING_NEEDS_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAPackage(HASHING)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(HASHING, "java..");

  @ArchTest
  static final ArchRule SEARCH_NEEDS_JENETICS_AND_JACKSON_ONLY =
      classes()
          .that()
          .resideInAPackage(SEARCH)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              SEARCH, EXPRESSIONS, HASHING, "io.jenetics..", "tools.jackson..", "java..");

  @ArchTest
  static final ArchRule GROUND_TRUTH_KNOWS_NO_DOMAIN =
      noClasses()
          .that()
          .resideInAPackage(TRUTH)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(APPROXIMATION, FRACTIONS);

  @ArchTest
  static final ArchRule APPROXIMATION_KNOWS_NO_OTHER_DOMAIN =
      noClasses()
          .that()
          .resideInAPackage(APPROXIMATION)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(FRACTIONS);

  @ArchTest
  static final ArchRule FRACTIONS_KNOW_NO_OTHER_DOMAIN =
      noClasses()
          .that()
          .resideInAPackage(FRACTIONS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(APPROXIMATION);

  @ArchTest
  static final ArchRule ONLY_REFERENCES_USE_APFLOAT =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.formulary.truth.reference..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apfloat..");

  @ArchTest
  static final ArchRule CONSTANTS_ARE_EVALUATED_A_SECOND_TIME_BY_CODE_OF_ITS_OWN =
      classes()
          .that()
          .resideInAPackage("org.formulary.truth.constant.series..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.formulary.truth.constant..",
              "org.formulary.truth",
              "org.formulary.expressions.parse..",
              "java..");

  @ArchTest
  static final ArchRule ONLY_THE_APP_KNOWS_THE_TERMINAL =
      noClasses().that().resideOutsideOfPackage(APP).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule THE_APP_KNOWS_NO_DOMAIN =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(APPROXIMATION, FRACTIONS);

  @ArchTest
  static void everyDomainIsRegistered(JavaClasses all) {
    assertRegistered(Domain.class, all);
  }

  @ArchTest
  static void everyExplorationIsRegistered(JavaClasses all) {
    assertRegistered(Exploration.class, all);
  }

  private static void assertRegistered(Class<?> service, JavaClasses all) {
    assertThat(
            ServiceLoader.load(service).stream()
                .map(p -> p.type().getName())
                .collect(Collectors.toSet()))
        .isNotEmpty()
        .isEqualTo(
            all.stream()
                .filter(c -> c.isAssignableTo(service))
                .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(c -> c.getName())
                .collect(Collectors.toSet()));
  }
}
