package io.betterprompts.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import io.betterprompts.lambda.LambdaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each file of {@code sam-local/events}, answered by the packaged functions under AWS's own runtime. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class PackagedFunctionsIT {

    @TempDir
    private static Path folder;

    private static final Map<String, LambdaProcess> PROCESSES = new HashMap<>();
    private static PackagedProduct product;
    private static EventFiller filler;

    @BeforeAll
    static void start() {
        product = new PackagedProduct(folder);
        for (String function : PackagedProduct.functions()) {
            PROCESSES.put(function, product.start(function, settings(function)));
        }
        PROCESSES.values().forEach(LambdaProcess::awaitReady);
        filler = new EventFiller(PackagedFunctionsIT::invoke);
    }

    /** The cache of one is a DynamoDB that is not there. */
    private static Map<String, String> settings(String function) {
        return function.equals("settings")
                ? Map.of(
                        "RATE_LIMITS", "off",
                        "CACHE_TABLE", "cache",
                        "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1")
                : Map.of("RATE_LIMITS", "off");
    }

    private static byte[] invoke(String function, byte[] event) {
        return requireNonNull(PROCESSES.get(function)).invoke(event);
    }

    @AfterAll
    static void stop() {
        PROCESSES.values().forEach(LambdaProcess::close);
        product.close();
    }

    @Test
    void takeACacheThatIsDownForEmptyAndSaySo() throws IOException {
        byte[] event = filler.fill(Files.readString(Path.of("events", "readSettings.ok.200.json")));

        JsonNode answer = Json.mapper().readTree(invoke("settings", event));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(requireNonNull(PROCESSES.get("settings")).log()).contains("the cache does not answer");
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("events"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void answerWithTheStatusOfTheFilesName(String file) throws IOException {
        String event = Files.readString(Path.of("events", file));
        byte[] filled = filler.fill(event);

        JsonNode answer = Json.mapper().readTree(invoke(filler.function(event), filled));

        assertThat(answer.path("statusCode").asInt())
                .as("%s, sent as %s: %s", file, new String(filled, StandardCharsets.UTF_8), answer.path("body"))
                .isEqualTo(Integer.parseInt(file.split("\\.", -1)[2]));
    }
}
