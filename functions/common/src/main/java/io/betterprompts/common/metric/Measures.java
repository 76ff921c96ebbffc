package io.betterprompts.common.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what is measured while a request is carried out, on the thread that does so, until the request's line in the log
 * takes it. Names must come from a list that is known before: what a user wrote is no name, and each one is paid for.
 */
public final class Measures {

    private final ThreadLocal<Collected> ofThisRequest = ThreadLocal.withInitial(Collected::new);

    /** One more of it. */
    public void count(String name) {
        ofThisRequest.get().counts.merge(name, 1L, Long::sum);
    }

    /** How long it took this time. */
    public void millis(String name, double millis) {
        ofThisRequest.get().times.computeIfAbsent(name, n -> new ArrayList<>()).add(millis);
    }

    /** What was collected, by name; the next request begins with nothing. */
    public List<Metric> take() {
        Collected taken = ofThisRequest.get();
        ofThisRequest.remove();
        List<Metric> metrics = new ArrayList<>();
        taken.counts.forEach((name, count) -> metrics.add(Metric.count(name, count)));
        taken.times.forEach((name, times) -> metrics.add(new Metric(name, Metric.Unit.MILLISECONDS, times)));
        return metrics;
    }

    private static final class Collected {

        private final Map<String, Long> counts = new TreeMap<>();
        private final Map<String, List<Double>> times = new TreeMap<>();
    }
}
