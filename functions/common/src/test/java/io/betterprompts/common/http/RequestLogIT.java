package io.betterprompts.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.metric.Measures;
import io.betterprompts.common.testkit.AdaptedFunction;
import io.betterprompts.common.testkit.MetricLine;
import io.betterprompts.common.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** What a function prints of its requests, byte for byte: the application behind AWS's adapter, its log on standard output. */
class RequestLogIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void isOneJsonObjectALineWithAllThatWasAddedToIt() {
        JsonNode line = lastLine(printed("", "GET /api/v1/health"));

        assertThat(line.path("message").asString()).isEqualTo("GET /api/v1/health 200");
        assertThat(line.path("level").asString()).isEqualTo("INFO");
        assertThat(line.path("function").asString()).isEqualTo("settings");
        assertThat(line.path("operation").asString()).isEqualTo("readHealth");
        assertThat(line.path("route").asString()).isEqualTo("GET /api/v1/health");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("ms").isIntegralNumber()).isTrue();
        assertThat(line.path("request_id").asString()).isEqualTo("the-request-id");
        assertThat(line.path("start").asString()).isEqualTo("cold");
        assertThat(line.path("time").isString()).isTrue();
        assertThat(line.has("_aws")).isFalse();
    }

    @Test
    void tellsCloudWatchWhatWasMeasuredWhereThereIsANamespace() {
        List<MetricLine> lines =
                MetricLine.in(printed("product-dev", "GET /api/v1/health", "GET /api/v1/settings", "GET /nowhere"));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).values())
                .containsOnlyKeys(
                        "operation=readHealth Latency",
                        "function=settings ColdStarts",
                        "function=settings Hits",
                        "function=settings LookTime")
                .containsEntry("function=settings Hits", List.of(2.0))
                .containsEntry("function=settings LookTime", List.of(0.25, 0.5));
        assertThat(lines.get(1).values())
                .containsOnlyKeys("operation=readSettings Latency", "operation=readSettings ClientErrors");
        assertThat(lines.get(2).values()).containsOnlyKeys("operation=none Latency", "operation=none ClientErrors");
        assertThat(lines.get(0).json().at("/_aws/CloudWatchMetrics"))
                .allSatisfy(directive ->
                        assertThat(directive.path("Namespace").asString()).isEqualTo("product-dev"));
    }

    @Test
    void countsAFailureOfOursAsOne() {
        String log = printed("product-dev", "GET /openapi.json");

        assertThat(MetricLine.in(log).getLast().values())
                .containsEntry("operation=readContractAsJson ServerErrors", List.of(1.0))
                .doesNotContainKey("operation=readContractAsJson ClientErrors");
        assertThat(log.lines().map(Json.mapper()::readTree))
                .filteredOn(line -> line.path("level").asString().equals("ERROR"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.path("stack").asString()).contains("broken", "MeasuringApplication"));
    }

    private static JsonNode lastLine(String log) {
        return Json.mapper().readTree(log.lines().toList().getLast());
    }

    private static String printed(String namespace, String... routes) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setProperty("METRICS_NAMESPACE", namespace);
        try {
            AdaptedFunction function = AdaptedFunction.start(MeasuringApplication.class, DATABASE);
            for (String route : routes) {
                function.apply(event(route));
            }
        } finally {
            System.clearProperty("METRICS_NAMESPACE");
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static APIGatewayV2HTTPEvent event(String route) {
        String[] parts = route.split(" ", 2);
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(route)
                .withRawPath(parts[1])
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withRequestId("the-request-id")
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(parts[0])
                                .withPath(parts[1])
                                .withSourceIp("192.0.2.1")
                                .build())
                        .build())
                .build();
    }

    @FunctionApplication
    static class MeasuringApplication {

        @Bean
        Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
                HttpFunctions functions, Contract contract, Measures measures) {
            Map<String, Handler> handlers = contract.of("settings").stream()
                    .collect(Collectors.toMap(
                            o -> o.handledAs(), o -> request -> answer(o.handledAs(), measures), (a, b) -> a));
            return functions.of("settings", handlers);
        }

        private static Response answer(String operation, Measures measures) {
            if (operation.equals("readContractAsJson")) {
                throw new IllegalStateException("broken");
            }
            measures.count("Hits");
            measures.count("Hits");
            measures.millis("LookTime", 0.25);
            measures.millis("LookTime", 0.5);
            return Response.ok(Map.of());
        }
    }
}
