package dev.chanvet.analyzer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages: data travels one way, and libraries stay where they belong. */
class ArchitectureTest {
  private static final String ROOT = "dev.chanvet.analyzer";

  private static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("source")
          .definedBy(ROOT + ".source..")
          .layer("syntax")
          .definedBy(ROOT + ".syntax..")
          .layer("lower")
          .definedBy(ROOT + ".lower..")
          .layer("ir")
          .definedBy(ROOT + ".ir..")
          .layer("flow")
          .definedBy(ROOT + ".flow..")
          .layer("facts")
          .definedBy(ROOT + ".facts..")
          .layer("explore")
          .definedBy(ROOT + ".explore..")
          .layer("finding")
          .definedBy(ROOT + ".finding..")
          .layer("rule")
          .definedBy(ROOT + ".rule..")
          .layer("fix")
          .definedBy(ROOT + ".fix..")
          .layer("cache")
          .definedBy(ROOT + ".cache..")
          .layer("report")
          .definedBy(ROOT + ".report..")
          .whereLayer("source")
          .mayNotAccessAnyLayer()
          .whereLayer("ir")
          .mayOnlyAccessLayers("source")
          .whereLayer("syntax")
          .mayOnlyAccessLayers("source", "ir")
          .whereLayer("lower")
          .mayOnlyAccessLayers("source", "syntax", "ir")
          .whereLayer("flow")
          .mayOnlyAccessLayers("ir")
          .whereLayer("facts")
          .mayOnlyAccessLayers("source", "ir", "flow")
          .whereLayer("explore")
          .mayOnlyAccessLayers("source", "ir", "flow", "facts")
          .whereLayer("finding")
          .mayOnlyAccessLayers("source")
          .whereLayer("rule")
          .mayOnlyAccessLayers("source", "ir", "facts", "explore", "finding")
          .whereLayer("fix")
          .mayOnlyAccessLayers("source", "syntax", "finding")
          .whereLayer("cache")
          .mayOnlyAccessLayers("source", "finding")
          .whereLayer("report")
          .mayOnlyAccessLayers("source", "finding");

  @TestFactory
  Stream<DynamicTest> theRules() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    return Stream.of(
            LAYERS,
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles(),
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.chanvet.runtime.."),
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    ROOT + ".syntax..",
                    ROOT + ".lower..",
                    ROOT + ".finding..",
                    ROOT + ".fix..",
                    ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.javaparser.."),
            noClasses()
                .that()
                .haveNameNotMatching(".*\\.report\\.Sarif[\\w$]*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.jcup..", "com.fasterxml.."),
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager)"),
            fields().that().areStatic().should().beFinal(),
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
