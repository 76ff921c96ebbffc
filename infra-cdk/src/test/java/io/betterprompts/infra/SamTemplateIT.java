package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** {@code sam-local/template.yaml} against the template that CDK makes. {@code -Dsam.write} writes it anew. */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class SamTemplateIT {

    private static final Path FOLDER = Path.of("..", "sam-local");
    private static final Path FILE = FOLDER.resolve("template.yaml");

    @TempDir
    private static Path folder;

    private static CloudTemplate cloud;
    private static String expected;

    @BeforeAll
    static void synthesise() throws IOException {
        cloud = Synthesised.all().template("dev", "stateless");
        expected = new SamTemplate(cloud, Synthesised.CONTRACT).text();
        if (System.getProperty("sam.write") != null) {
            Files.writeString(FILE, expected);
        }
    }

    @Test
    void saysWhatTheCloudsTemplateSays() {
        assertThat(FILE)
                .as("after a change of the stacks or the contract: ./mvnw -pl infra-cdk -am verify -Dtest=None "
                        + "-Dit.test=SamTemplateIT -Dsam.write -Dsurefire.failIfNoSpecifiedTests=false "
                        + "-Dfailsafe.failIfNoSpecifiedTests=false")
                .hasContent(expected);
    }

    /** SAM passes on no variable that the template does not have. */
    @Test
    void hasEachVariableThatEnvJsonSets() throws IOException {
        Set<String> set = variablesSetBy("env.json");

        assertThat(set).isNotEmpty().allSatisfy(variable -> assertThat(expected).contains(" " + variable + ": "));
        assertThat(set).contains("DB_URL", "DB_USER", "DB_PASSWORD");
    }

    @Test
    void leavesNothingInAwsToWhoeverRunsTheCloudsTemplateButTheSigningSecret() throws IOException {
        Set<String> inAws = new TreeSet<>();
        cloud.functions()
                .values()
                .forEach(function -> function.at("/Environment/Variables")
                        .propertyStream()
                        .filter(variable -> !variable.getValue().isString())
                        .forEach(variable -> inAws.add(variable.getKey())));
        inAws.remove("SIGNING_SECRET");

        assertThat(variablesSetBy("env-cdk.json")).isEqualTo(inAws);
    }

    private static Set<String> variablesSetBy(String file) throws IOException {
        return new TreeSet<>(Json.mapper()
                .readTree(Files.readString(FOLDER.resolve(file)))
                .path("Parameters")
                .propertyNames());
    }

    @Test
    void hasEachFunctionAndEachRoute() throws IOException {
        JsonNode resources = yaml(Files.readString(FILE)).path("Resources");
        List<JsonNode> functions = resources
                .valueStream()
                .filter(r -> r.path("Type").asString().equals("AWS::Serverless::Function"))
                .map(r -> r.path("Properties"))
                .toList();
        Set<String> routes = new TreeSet<>();
        functions.forEach(f -> f.path("Events").forEach(e -> routes.add(route(e.path("Properties")))));
        Set<String> operations = new TreeSet<>(Set.of("$default"));
        Synthesised.CONTRACT.operations().forEach(o -> operations.add(o.routeKey()));

        assertThat(functions).hasSize(ProductFunction.values().length);
        assertThat(routes).isEqualTo(operations);
    }

    private static String route(JsonNode event) {
        return event.isMissingNode()
                ? "$default"
                : event.path("Method").asString() + " " + event.path("Path").asString();
    }

    private static JsonNode yaml(String text) {
        String plain = text.replace("!Ref ", "");
        return Json.mapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(plain));
    }

    @Test
    void passesCfnLintAsABrokenOneDoesNot() throws IOException, InterruptedException {
        assumeTrue(CfnLint.isInstalled(), "there is no cfn-lint on the path");
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(broken, expected.replaceFirst("(?m)^ *Handler: .*\n", ""));

        assertThat(CfnLint.complaints(FILE, broken))
                .isNotEmpty()
                .allMatch(complaint -> complaint.startsWith(broken.toString()));
    }
}
