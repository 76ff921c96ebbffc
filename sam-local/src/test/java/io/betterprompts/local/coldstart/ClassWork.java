package io.betterprompts.local.coldstart;

import static java.util.stream.Collectors.toMap;

import io.betterprompts.lambda.LambdaProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a JVM has counted so far.
 *
 * @param classes that it loaded
 * @param shared of them, from the archive that comes with the JDK
 * @param loading the time in which a thread looked for, read, verified and linked classes that are not the JDK's
 * @param compiling the compiler thread's time, beside that of the others
 */
record ClassWork(long classes, long shared, Duration loading, Duration compiling) {

    /** Each excludes the others. */
    private static final List<String> LOADING = List.of(
            "sun.cls.appClassLoadTime.self",
            "sun.cls.defineAppClassTime.self",
            "sun.cls.classLinkedTime.self",
            "sun.cls.classVerifyTime.self");

    private static final List<String> COMPILING = List.of("sun.ci.standardTime", "sun.ci.osrTime");

    static ClassWork of(LambdaProcess process) {
        Map<String, Long> counters = process.jcmd("PerfCounter.print")
                .lines()
                .filter(line -> line.matches("[\\w.]+=\\d+"))
                .map(line -> line.split("=", -1))
                .collect(toMap(counter -> counter[0], counter -> Long.parseLong(counter[1])));
        long shared = sum(counters, List.of("java.cls.sharedLoadedClasses"));
        return new ClassWork(
                shared + sum(counters, List.of("java.cls.loadedClasses")),
                shared,
                Duration.ofNanos(sum(counters, LOADING)),
                Duration.ofNanos(sum(counters, COMPILING)));
    }

    private static long sum(Map<String, Long> counters, List<String> names) {
        return names.stream()
                .mapToLong(name -> {
                    Long value = counters.get(name);
                    if (value == null) {
                        throw new IllegalStateException("this JVM does not count " + name);
                    }
                    return value;
                })
                .sum();
    }
}
