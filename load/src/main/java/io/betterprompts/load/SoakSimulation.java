package io.betterprompts.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;

/** The mixed traffic at one rate, for long. */
public final class SoakSimulation extends Simulation {

    static final String SOAK = "soak: ";

    private final Plan plan = Plan.fromSystemProperties();
    private final Crowd crowd = Crowd.read(plan.crowd());

    /** Needed by Gatling. */
    public SoakSimulation() {
        setUp(scenario(SOAK)
                        .exec(new Traffic(crowd).mixed(SOAK))
                        .injectOpen(constantUsersPerSec(plan.rate())
                                .during(plan.stage())
                                .randomized()))
                .protocols(plan.protocol());
    }

    @Override
    public void after() {
        crowd.write(plan.crowd());
    }
}
