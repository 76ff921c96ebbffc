package io.betterprompts.common.http;

import io.betterprompts.common.metric.EmbeddedMetrics;
import io.betterprompts.common.metric.EmbeddedMetrics.Group;
import io.betterprompts.common.metric.Measures;
import io.betterprompts.common.metric.Metric;
import io.betterprompts.common.snapshot.Rehearsal;
import io.betterprompts.common.snapshot.Start;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes the one line that each request leaves in the log. Where metrics have a namespace, the line is in CloudWatch's format
 * for them too: by operation how long it took and whether it failed, by function how it started and what it measured itself.
 * Nothing in it comes from the request but the id that the gateway gave it.
 */
public final class RequestLog {

    /** Beside what functions measure themselves. */
    public static final String LATENCY = "Latency";

    public static final String CLIENT_ERRORS = "ClientErrors";
    public static final String SERVER_ERRORS = "ServerErrors";
    public static final String COLD_STARTS = "ColdStarts";
    public static final String RESTORES = "Restores";

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

    /** Apart, so that they can be left out where a person watches the start. */
    private static final Logger rehearsals = LoggerFactory.getLogger(Rehearsal.class);

    private static final double NANOS_PER_MILLI = 1e6;

    private final Optional<EmbeddedMetrics> metrics;
    private final Measures measures;
    private final Start start;

    /**
     * @param namespace that the metrics are put in; blank for none
     */
    public RequestLog(String namespace, Measures measures, Start start, Clock clock) {
        this.metrics = namespace.isBlank() ? Optional.empty() : Optional.of(new EmbeddedMetrics(namespace, clock));
        this.measures = measures;
        this.start = start;
    }

    static RequestLog withoutMetrics() {
        return new RequestLog("", new Measures(), new Start(), Clock.systemUTC());
    }

    void write(Answered answered) {
        Start.State state = start.next();
        LoggingEventBuilder line = (state == Start.State.REHEARSAL ? rehearsals : log).atInfo();
        for (Map.Entry<String, Object> member : members(answered, state).entrySet()) {
            line = line.addKeyValue(member.getKey(), member.getValue());
        }
        line.log("{} {}", answered.route(), answered.status());
    }

    private Map<String, Object> members(Answered answered, Start.State state) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("function", answered.function());
        members.put("operation", answered.operation());
        members.put("route", answered.route());
        members.put("status", answered.status());
        members.put("ms", Math.round(answered.millis()));
        members.put("request_id", answered.requestId());
        members.put("start", state.name().toLowerCase(Locale.ROOT));
        List<Metric> measured = measures.take();
        metrics.ifPresent(embedded -> members.putAll(embedded.members(groups(answered, state, measured))));
        if (state == Start.State.REHEARSAL) {
            members.remove(EmbeddedMetrics.MEMBER); // done for practice, and nobody's request
        }
        return members;
    }

    private static List<Group> groups(Answered answered, Start.State state, List<Metric> measured) {
        List<Metric> ofFunction = new ArrayList<>(measured);
        switch (state) {
            case COLD -> ofFunction.add(Metric.count(COLD_STARTS, 1));
            case RESTORED -> ofFunction.add(Metric.count(RESTORES, 1));
            case REHEARSAL, WARM -> {} // neither is a start
        }
        return List.of(new Group("operation", ofOperation(answered)), new Group("function", ofFunction));
    }

    /** Errors only where there are some: a metric costs nothing until it has a value. Requests are counted by their latency. */
    private static List<Metric> ofOperation(Answered answered) {
        Metric latency = Metric.millis(LATENCY, answered.millis());
        if (answered.status() >= 500) {
            return List.of(latency, Metric.count(SERVER_ERRORS, 1));
        }
        return answered.status() >= 400 ? List.of(latency, Metric.count(CLIENT_ERRORS, 1)) : List.of(latency);
    }

    /**
     * A request and what became of it.
     *
     * @param operation its name in the contract, or {@code none}
     * @param nanos from its arrival in the function
     */
    record Answered(String function, String operation, String route, int status, long nanos, String requestId) {

        double millis() {
            return nanos / NANOS_PER_MILLI;
        }
    }
}
