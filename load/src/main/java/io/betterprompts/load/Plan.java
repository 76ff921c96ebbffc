package io.betterprompts.load;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a simulation is told; Gatling makes them in a process of its own, and without arguments.
 *
 * @param crowd the file with the people who send the requests
 * @param rate requests a second; 0 where they are sent as fast as they are answered
 */
record Plan(String url, Path crowd, Duration stage, Duration alone, double rate) {

    static Plan fromSystemProperties() {
        return new Plan(
                System.getProperty("load.url"),
                Path.of(System.getProperty("load.crowd")),
                Duration.parse(System.getProperty("load.stage")),
                Duration.parse(System.getProperty("load.alone")),
                Double.parseDouble(System.getProperty("load.rate")));
    }

    /** As options of a JVM. */
    List<String> systemProperties() {
        return Map.of("url", url, "crowd", crowd, "stage", stage, "alone", alone, "rate", rate).entrySet().stream()
                .flatMap(entry -> Stream.of("-Dload." + entry.getKey() + "=" + entry.getValue()))
                .toList();
    }

    /** Connections are kept and shared, as a proxy before the server would. */
    HttpProtocolBuilder protocol() {
        return http.baseUrl(url)
                .contentTypeHeader("application/json")
                .shareConnections()
                .disableWarmUp();
    }
}
