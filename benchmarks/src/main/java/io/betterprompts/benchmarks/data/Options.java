package io.betterprompts.benchmarks.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the benchmark is asked to do.
 *
 * @param only a part of the names of the requests to measure; all of them where it is empty, which alone go into the page
 */
record Options(int versions, int rounds, String only, Path data, Path page) {

    static Options of(String... arguments) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(argument -> argument.replaceFirst("^--", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Options(
                Integer.parseInt(given.getOrDefault("versions", "1000000")),
                Integer.parseInt(given.getOrDefault("rounds", "200")),
                given.getOrDefault("only", ""),
                Path.of(given.getOrDefault("data", "benchmarks/target/data")),
                Path.of(given.getOrDefault("page", "docs/performance.md")));
    }
}
