package io.betterprompts.enhance;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.engine.data.InvalidRules;
import java.util.List;
import java.util.Map;

/** The caller's settings hold rules that cannot be followed. They are not left out silently: they may forbid something. */
final class OwnRulesUnusable extends ProblemException {

    OwnRulesUnusable(InvalidRules e) {
        this(Fault.at("/settings_data/rules", "line " + e.line() + ": " + e.problem()));
    }

    OwnRulesUnusable(Fault fault) {
        super(
                409,
                "own-rules-unusable",
                "The rules in your settings cannot be followed",
                "Mend in your settings (/api/v1/settings) what errors lists, and send the request again.",
                Map.of(),
                List.of(fault));
    }
}
