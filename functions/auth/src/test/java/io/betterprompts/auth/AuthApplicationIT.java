package io.betterprompts.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.function.EventInvoker;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The function with its real settings, behind AWS's adapter. */
class AuthApplicationIT {

    @TempDir
    static Path directory;

    @BeforeAll
    static void settings() throws IOException {
        Path secret = Files.writeString(directory.resolve("signing-secret"), AuthFixture.SECRET + "\n");
        System.setProperty("MAIN_CLASS", AuthApplication.class.getName());
        System.setProperty("DB_URL", TestDatabase.fresh().jdbcUrl());
        System.setProperty("SIGNING_SECRET", "file:" + secret);
    }

    @AfterAll
    static void clear() {
        System.clearProperty("MAIN_CLASS");
        System.clearProperty("DB_URL");
        System.clearProperty("SIGNING_SECRET");
    }

    @Test
    void registersAndLogsNoSecret() throws IOException {
        String body = Json.mapper().writeValueAsString(AuthFixture.ada());
        String event = """
                {"version": "2.0", "routeKey": "POST /api/v1/auth/register", "rawPath": "/api/v1/auth/register",
                 "headers": {"content-type": "application/json", "user-agent": "curl/8.5"},
                 "requestContext": {"requestId": "r1", "http": {"method": "POST", "sourceIp": "2001:db8::1"}},
                 "body": %s, "isBase64Encoded": false}
                """.formatted(Json.mapper().writeValueAsString(body));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, UTF_8));
        try {
            new EventInvoker().handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
        } finally {
            System.setOut(before);
        }

        JsonNode answer = Json.mapper().readTree(out.toString(UTF_8));
        JsonNode tokens = Json.mapper().readTree(answer.path("body").asString());
        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        assertThat(log.toString(UTF_8))
                .contains("POST /api/v1/auth/register 201")
                .doesNotContain("correct horse")
                .doesNotContain("Ada@Example.com")
                .doesNotContain(tokens.path("access_token").asString())
                .doesNotContain(tokens.path("refresh_token").asString());
    }
}
