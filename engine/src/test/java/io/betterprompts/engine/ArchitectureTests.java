package io.betterprompts.engine;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The stages see only the stages before them; each rule is seen to fail on a planted violator. */
class ArchitectureTests {

    private static final String ENGINE = "io.betterprompts.engine";
    private static final String PLANTED = "io.betterprompts.planted";

    private final JavaClasses engine = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ENGINE);
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void stagesSeeOnlyEarlierStages() {
        assertThat(engine.size()).isGreaterThan(50);
        direction(ENGINE).check(engine);
    }

    @Test
    void aStageThatSeesTheFacadeIsFound() {
        assertThatThrownBy(() -> direction(PLANTED).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SeesTheFacade")
                .hasMessageContaining("SeesALaterStage");
    }

    @Test
    void nothingReadsTheClockOrTheEnvironmentByItself() {
        environment(ENGINE).check(engine);
    }

    @Test
    void aReadOfTheEnvironmentIsFound() {
        assertThatThrownBy(() -> environment(PLANTED).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ReadsTheEnvironment");
    }

    private static ArchRule direction(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..")
                .withOptionalLayers(true)
                .layer("facade")
                .definedBy(root)
                .layer("check")
                .definedBy(root + ".check..")
                .layer("generate")
                .definedBy(root + ".generate..")
                .layer("select")
                .definedBy(root + ".select..")
                .layer("lint")
                .definedBy(root + ".lint..")
                .layer("prompt")
                .definedBy(root + ".prompt..")
                .layer("classify")
                .definedBy(root + ".classify..")
                .layer("tokens")
                .definedBy(root + ".tokens..")
                .layer("data")
                .definedBy(root + ".data..")
                .whereLayer("facade")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("generate")
                .mayOnlyBeAccessedByLayers("facade", "check")
                .whereLayer("select")
                .mayOnlyBeAccessedByLayers("facade", "check", "generate")
                .whereLayer("lint")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("prompt")
                .mayOnlyBeAccessedByLayers("facade", "check", "generate", "select", "lint")
                .whereLayer("classify")
                .mayOnlyBeAccessedByLayers("facade", "check", "generate", "select", "lint")
                .whereLayer("tokens")
                .mayOnlyBeAccessedByLayers("facade", "check")
                .whereLayer("data")
                .mayOnlyBeAccessedByLayers("facade", "generate", "select", "prompt", "lint");
    }

    private static ArchRule environment(String root) {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now");
    }
}
