package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each file of {@code sam-local/events}, sent to the function that it is for, gets the status of its name. */
class SampleEventsIT {

    private static final LocalFunctions FUNCTIONS = AbusedServer.running().functions();

    private static EventFiller filler;

    @BeforeAll
    static void logIn() {
        filler = new EventFiller(FUNCTIONS::invoke);
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("events"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void getTheStatusOfTheirName(String file) throws IOException {
        String event = Files.readString(Path.of("events", file));
        byte[] filled = filler.fill(event);

        JsonNode answer = Json.mapper().readTree(FUNCTIONS.invoke(filler.function(event), filled));

        assertThat(answer.path("statusCode").asInt())
                .as("%s, sent as %s: %s", file, new String(filled, StandardCharsets.UTF_8), answer.path("body"))
                .isEqualTo(Integer.parseInt(file.split("\\.", -1)[2]));
    }
}
