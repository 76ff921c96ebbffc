package io.betterprompts.enhance;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.data.InvalidRules;

/** Rules that somebody thinks of using. */
final class CandidateRules {

    private final Engines engines;

    CandidateRules(Engines engines) {
        this.engines = engines;
    }

    /**
     * The deployment's engine with these rules on top.
     *
     * @throws ValidationFailed with line and reason, if they cannot be followed
     */
    PromptEnhancer engine(RulesBody candidate) {
        try {
            return engines.with(candidate.rules());
        } catch (InvalidRules e) {
            throw new ValidationFailed(Fault.at("/rules", "line " + e.line() + ": " + e.problem()));
        }
    }
}
