package io.betterprompts.common.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;

/** A function behind AWS's adapter, as the Lambda runtime starts and calls it. */
class FunctionApplicationIT {

    private static final String EVENT = """
            {"version": "2.0", "routeKey": "POST /echo", "rawPath": "/echo",
             "headers": {"authorization": "Bearer top-secret-token"}, "cookies": ["a=1", "b=2"],
             "pathParameters": {"id": "a%2Fb"}, "requestContext": {"http": {"method": "POST"}},
             "body": "eyJwcm9tcHQiOiAic2VjcmV0IHByb21wdCJ9", "isBase64Encoded": true}
            """;

    @BeforeAll
    static void settings() {
        System.setProperty("MAIN_CLASS", EchoApplication.class.getName());
        System.setProperty("DB_URL", TestDatabase.fresh().jdbcUrl());
    }

    @AfterAll
    static void clear() {
        System.clearProperty("MAIN_CLASS");
        System.clearProperty("DB_URL");
    }

    @Test
    void passesTheEventThroughUntouchedAndLogsNothingOfIt() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();

        String log = printedBy(() -> new EventInvoker()
                .handleRequest(new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)), answer, null));

        assertThat(answer.toString(StandardCharsets.UTF_8))
                .contains("POST /echo [a=1, b=2] {id=a%2Fb} true")
                .contains("\"statusCode\":202");
        assertThat(log).doesNotContain("top-secret-token").doesNotContain("eyJwcm9tcHQ");
    }

    /** The adapter itself would call the function with each item, or not at all. */
    @ParameterizedTest
    @ValueSource(strings = {"\"body\": \"[]\"", "\"body\": \" [1, 2]\"", "\"headers\": {\"payload\": \"[1]\"}"})
    void passesAnEventThroughThatLooksLikeMany(String part) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String event = "{\"version\": \"2.0\", \"routeKey\": \"POST /echo\", " + part
                + ", \"requestContext\": {\"http\": {\"method\": \"POST\"}}, \"isBase64Encoded\": false}";

        new EventInvoker()
                .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);

        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("POST /echo", "\"statusCode\":202");
    }

    /** The adapter would write down that it could not read its own note. */
    @Test
    void takesNoHeaderOfAClientForANoteOfTheAdapter() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String event = """
                {"version": "2.0", "routeKey": "POST /echo", "body": "x", "isBase64Encoded": false,
                 "headers": {"aws-event": "true", "aws-api-gateway": "false", "aws-context": "x"},
                 "requestContext": {"http": {"method": "POST"}}}
                """;

        String log = printedBy(() -> new EventInvoker()
                .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null));

        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("POST /echo", "\"statusCode\":202");
        assertThat(log).doesNotContain("Exception");
    }

    private static String printedBy(Action action) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private interface Action {
        void run() throws IOException;
    }

    @FunctionApplication
    static class EchoApplication {

        @Bean
        Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http() {
            return event -> APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(202)
                    .withHeaders(Map.of())
                    .withBody(event.getRouteKey() + " " + event.getCookies() + " " + event.getPathParameters() + " "
                            + event.getIsBase64Encoded())
                    .build();
        }
    }
}
