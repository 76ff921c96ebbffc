package io.betterprompts.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of {@code sam-local/events} against the contract. {@code -Devents.write} writes them anew. */
class SampleEventsTests {

    private static final Path FOLDER = Path.of("events");
    private static final List<SampleEvent> EVENTS = new SampleEvents().all();

    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (System.getProperty("events.write") == null) {
            return;
        }
        Files.createDirectories(FOLDER);
        for (Path old : files()) {
            Files.delete(old);
        }
        for (SampleEvent event : EVENTS) {
            Files.writeString(FOLDER.resolve(event.fileName()), event.text());
        }
    }

    @Test
    void areWhatTheContractMakesOfThem() throws IOException {
        Map<String, String> written = new TreeMap<>();
        for (Path file : files()) {
            written.put(file.getFileName().toString(), Files.readString(file));
        }

        assertThat(written)
                .as("after a change of the contract: ./mvnw -pl sam-local -am test -Dtest=SampleEventsTests "
                        + "-Devents.write -Dsurefire.failIfNoSpecifiedTests=false")
                .containsExactlyInAnyOrderEntriesOf(
                        EVENTS.stream().collect(toMap(SampleEvent::fileName, SampleEvent::text)));
    }

    @Test
    void callEachOperationWellAndBadly() {
        List<Operation> operations = SampleEvents.CONTRACT.operations().stream()
                .filter(o -> o.id().equals(o.handledAs()))
                .toList();

        assertThat(operations).allSatisfy(operation -> {
            List<SampleEvent> events =
                    EVENTS.stream().filter(e -> e.operation().equals(operation)).toList();
            assertThat(events).as(operation.id()).anyMatch(e -> e.status() < 300);
            assertThat(events).as(operation.id()).anyMatch(e -> e.status() >= 400);
        });
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
