package io.betterprompts.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the run is asked to do.
 *
 * @param url of a server that runs already; empty starts one
 * @param people who send the requests, each within the limits of one caller
 * @param stage how long each part of the mixed traffic lasts
 * @param alone how long each kind of request is sent by itself
 * @param soak how long to go on at half of the maximum instead; empty measures at several rates
 * @param folder for the server's data and for the reports
 */
record Options(
        Optional<String> url,
        int people,
        Duration stage,
        Duration alone,
        Optional<Duration> soak,
        Path folder,
        Path page) {

    static Options of(String... arguments) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(argument -> argument.replaceFirst("^--", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Options(
                Optional.ofNullable(given.get("url")),
                Integer.parseInt(given.getOrDefault("people", "100")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("stage", "60"))),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("alone", "20"))),
                Optional.ofNullable(given.get("soak")).map(minutes -> Duration.ofMinutes(Long.parseLong(minutes))),
                Path.of(given.getOrDefault("folder", "load/target/load")).toAbsolutePath(),
                Path.of(given.getOrDefault("page", "docs/performance.md")));
    }
}
