package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, killed without warning. */
class KilledServerIT {

    private static final Pattern URL = Pattern.compile("http://localhost:\\d+");

    @TempDir
    private Path folder;

    @Test
    void losesNoAcknowledgedWriteAndEndsThePostgresItLeftBehind() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        String token;
        Process first = start();
        try {
            LocalClient client = new LocalClient(url(first)).register("writer");
            for (int i = 0; i < 5; i++) {
                acknowledged.add(
                        client.enhance("Name " + i + " kinds of bridges").text("history_id"));
            }
            token = client.post("/api/v1/auth/login", login()).text("access_token");
        } finally {
            first.destroyForcibly().waitFor();
        }
        ProcessHandle leftBehind = postgres();
        assertThat(leftBehind.isAlive()).isTrue();

        Process second = start();
        try {
            LocalClient client = new LocalClient(url(second)).withToken(token);
            assertThat(client.get("/api/v1/history").json().path("items").findValuesAsString("id"))
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(leftBehind.isAlive()).isFalse();
        } finally {
            second.destroy();
            second.waitFor();
        }
    }

    private ProcessHandle postgres() throws IOException {
        Path pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .orElseThrow();
    }

    private static Object login() {
        return Map.of("email_or_username", "writer", "password", "correct horse battery");
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("PORT", "0");
        builder.environment().put("DATA_DIR", folder.toString());
        return builder.start();
    }

    private static String url(Process server) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher url = URL.matcher(seen.append(line).append('\n'));
            if (url.find()) {
                assertThat(seen).as("what a person sees of the start").doesNotContain("logback");
                return url.group();
            }
        }
        throw new IllegalStateException("the server did not start:\n" + seen);
    }
}
