package io.betterprompts.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.List;

/** The mixed traffic at parts of the maximum, and beyond it, sent as people come: whether or not others have their answers. */
public final class LevelsSimulation extends Simulation {

    /** In percent. */
    static final List<Integer> LEVELS = List.of(25, 50, 75, 100, 150);

    private final Plan plan = Plan.fromSystemProperties();
    private final Crowd crowd = Crowd.read(plan.crowd());
    private final Traffic traffic = new Traffic(crowd);

    /** Needed by Gatling. */
    public LevelsSimulation() {
        PopulationBuilder all = at(LEVELS.getLast());
        for (int level : LEVELS.reversed().subList(1, LEVELS.size())) {
            all = at(level).andThen(all);
        }
        setUp(all).protocols(plan.protocol());
    }

    static String prefix(int level) {
        return level + " %: ";
    }

    private PopulationBuilder at(int level) {
        return scenario(level + " %")
                .exec(traffic.mixed(prefix(level)))
                .injectOpen(constantUsersPerSec(plan.rate() * level / 100)
                        .during(plan.stage())
                        .randomized());
    }

    @Override
    public void after() {
        crowd.write(plan.crowd());
    }
}
