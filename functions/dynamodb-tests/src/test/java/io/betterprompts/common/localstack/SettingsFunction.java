package io.betterprompts.common.localstack;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.testcontainers.utility.MountableFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** The function {@code settings} as {@code sam-local/template.yaml} has it, to be made on Lambda. */
final class SettingsFunction {

    /** Of the repository, from where Failsafe runs these tests. */
    private static final Path ROOT = root();

    private static final Path ZIP = ROOT.resolve("functions/settings/target/settings-lambda.zip");

    static final String NAME = "settings";

    private final JsonNode template = template();

    /** Whether {@code make package} has been run. */
    static boolean isBuilt() {
        return Files.isRegularFile(ZIP);
    }

    /**
     * For the AWS command line. The processor is left to LocalStack, which takes that of its machine.
     *
     * @param zip where that is for whoever runs the command
     */
    List<String> creation(String zip) {
        JsonNode properties = template.at("/Resources/Settings/Properties");
        return List.of(
                "lambda",
                "create-function",
                "--function-name",
                NAME,
                "--runtime",
                template.at("/Globals/Function/Runtime").asString(),
                "--handler",
                properties.path("Handler").asString(),
                "--memory-size",
                properties.path("MemorySize").asString(),
                "--timeout",
                properties.path("Timeout").asString(),
                "--environment",
                Json.mapper().writeValueAsString(Map.of("Variables", variables(properties))),
                "--role",
                "arn:aws:iam::000000000000:role/any",
                "--zip-file",
                "fileb://" + zip);
    }

    private static Map<String, String> variables(JsonNode properties) {
        Map<String, String> variables = new TreeMap<>(Map.of("DB_URL", "jdbc:postgresql://127.0.0.1:1/nowhere"));
        properties
                .at("/Environment/Variables")
                .properties()
                .forEach(v -> variables.putIfAbsent(v.getKey(), v.getValue().asString()));
        return variables;
    }

    static MountableFile zip() {
        return MountableFile.forHostPath(ZIP);
    }

    static MountableFile event(String file) {
        return MountableFile.forHostPath(path(file));
    }

    static Path path(String event) {
        return ROOT.resolve("sam-local/events").resolve(event);
    }

    /** Those that need neither a login nor a database. */
    static List<String> events() {
        return List.of(
                "readHealth.ok.200.json",
                "readContract.ok.200.json",
                "readHealth.no-such-path.404.json",
                "readSettings.no-token.401.json");
    }

    private static JsonNode template() {
        try {
            String text =
                    Files.readString(ROOT.resolve("sam-local/template.yaml")).replace("!Ref ", "");
            return Json.mapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("api/openapi.yaml")))
                .findFirst()
                .orElseThrow();
    }
}
