package io.betterprompts.benchmarks;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one benchmark measured at one size.
 *
 * @param group of those that have an anchor in common
 * @param size of the text; empty where there is none
 * @param kilobytes allocated on the Java heap for one call
 */
record Measured(String group, String name, String size, double p50Micros, double p99Micros, double kilobytes) {

    static final String ANCHOR = "anchor";

    static Measured of(RunResult result) {
        BenchmarkParams params = result.getParams();
        String[] name = params.getBenchmark().split("\\.", -1);
        Statistics times = result.getPrimaryResult().getStatistics();
        double micros = result.getPrimaryResult().getScoreUnit().startsWith("ms") ? 1000 : 1;
        return new Measured(
                name[name.length - 2].replace("Onnx", "Classify"),
                name[name.length - 1],
                params.getParamsKeys().stream()
                        .map(params::getParam)
                        .findFirst()
                        .orElse(""),
                times.getPercentile(50) * micros,
                times.getPercentile(99) * micros,
                allocated(result) / 1024);
    }

    private static double allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return bytes == null ? Double.NaN : bytes.getScore();
    }

    boolean isAnchor() {
        return name.equals(ANCHOR);
    }

    boolean isAnchorOf(Measured other) {
        return isAnchor() && group.equals(other.group) && size.equals(other.size);
    }
}
