package io.betterprompts.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may know whom, across the modules; each rule is seen to fail on a planted violator. */
class ArchitectureTests {

    private static final String PRODUCT = "io.betterprompts";
    private static final String PLANTED = "io.betterprompts.planted";
    private static final List<String> FUNCTIONS =
            List.of("auth", "enhance", "history", "templates", "settings", "retention");

    private static final JavaClasses PRODUCT_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PRODUCT);
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    private static String[] functions(String root) {
        return FUNCTIONS.stream().map(f -> root + "." + f + "..").toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth",
                "enhance",
                "history",
                "templates",
                "settings",
                "retention",
                "common",
                "engine",
                "local",
                "migrations"
            })
    void looksAtEachModule(String module) {
        assertThat(PRODUCT_CLASSES.that(resideInAnyPackage(PRODUCT + "." + module + "..")))
                .isNotEmpty();
    }

    @Test
    void noFunctionSeesAnother() {
        functionsApart(PRODUCT).check(PRODUCT_CLASSES);
    }

    @Test
    void aFunctionThatSeesAnotherIsFound() {
        assertThatThrownBy(() -> functionsApart(PLANTED).check(PLANTED_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SeesAnotherFunction");
    }

    private static ArchRule functionsApart(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(not(resideInAnyPackage(functions(root))), resideInAnyPackage(root + ".."))
                .ignoreDependency(resideInAnyPackage(root + ".."), not(resideInAnyPackage(functions(root))));
    }

    @Test
    void whatFunctionsShareKnowsNoneOfThem() {
        commonAlone(PRODUCT).check(PRODUCT_CLASSES);
    }

    @Test
    void sharedCodeThatSeesAFunctionIsFound() {
        assertThatThrownBy(() -> commonAlone(PLANTED).check(PLANTED_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SeesAFunction");
    }

    private static ArchRule commonAlone(String root) {
        String[] outside = Arrays.copyOf(functions(root), FUNCTIONS.size() + 2);
        outside[FUNCTIONS.size()] = root + ".engine..";
        outside[FUNCTIONS.size() + 1] = root + ".local..";
        return noClasses()
                .that()
                .resideInAPackage(root + ".common..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(outside);
    }

    @Test
    void theEngineKnowsNoFrameworkAndNoFunction() {
        engineAlone(PRODUCT).check(PRODUCT_CLASSES);
    }

    @Test
    void anEngineThatSeesSpringIsFound() {
        assertThatThrownBy(() -> engineAlone(PLANTED).check(PLANTED_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SeesSpring");
    }

    private static ArchRule engineAlone(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        root + ".common..");
    }

    @Test
    void noQueryIsLeftOpen() {
        queriesAreRead().check(PRODUCT_CLASSES);
    }

    @Test
    void aQueryThatIsLeftOpenIsFound() {
        assertThatThrownBy(() -> queriesAreRead().check(PLANTED_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("StreamsRows");
    }

    /** A stream of rows keeps its connection until it is closed, and a Lambda function has two. */
    private static ArchRule queriesAreRead() {
        return noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");
    }
}
