package io.betterprompts.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.List;

/**
 * How much is answered when some people send their next request as soon as the last is answered: the mixed traffic, after
 * as long for warming up, and then some kinds of request by themselves.
 */
public final class CapacitySimulation extends Simulation {

    static final String WARM_UP = "warm-up: ";
    static final String MIXED = "maximum: ";
    static final String ALONE = "alone: ";

    /** More than the server has processors, fewer than it has places. */
    private static final int AT_ONCE = 16;

    private final Plan plan = Plan.fromSystemProperties();
    private final Crowd crowd = Crowd.read(plan.crowd());
    private final Traffic traffic = new Traffic(crowd);

    /** Needed by Gatling. */
    public CapacitySimulation() {
        List<PopulationBuilder> parts = List.of(
                busy(WARM_UP, traffic.mixed(WARM_UP), plan.stage()),
                busy(MIXED, traffic.mixed(MIXED), plan.stage()),
                busy(ALONE + Traffic.NEW, traffic.enhanceNew(ALONE), plan.alone()),
                busy(ALONE + Traffic.REPEATED, traffic.enhanceRepeated(ALONE), plan.alone()),
                busy(ALONE + Traffic.REPEATED_UNSAVED, traffic.enhanceRepeatedUnsaved(ALONE), plan.alone()),
                busy(ALONE + Traffic.HISTORY, traffic.listHistory(ALONE), plan.alone()));
        PopulationBuilder all = parts.getLast();
        for (PopulationBuilder part : parts.reversed().subList(1, parts.size())) {
            all = part.andThen(all);
        }
        setUp(all).protocols(plan.protocol());
    }

    /** Whoever is in the middle of it at the end finishes: a refresh whose new token is dropped would cost a login. */
    private static PopulationBuilder busy(String name, ChainBuilder requests, Duration time) {
        return scenario(name).exec(during(time, false).on(requests)).injectOpen(atOnceUsers(AT_ONCE));
    }

    @Override
    public void after() {
        crowd.write(plan.crowd());
    }
}
