package io.betterprompts.enhance;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.engine.Analysis;
import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.InvalidRequest;
import io.betterprompts.engine.PromptEnhancer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The engine as one caller gets it: with the caller's own rules and preferences. */
record PersonalEngine(PromptEnhancer enhancer, OwnSettings settings) {

    /** @throws ValidationFailed if the request names what there is not */
    Enhanced enhance(EnhancementRequest request) {
        EnhancementRequest meant = settings.applied(request);
        return new Enhanced(meant, told(meant, enhancer::enhance), false);
    }

    /** @throws ValidationFailed if the request names what there is not */
    Analysis analyze(EnhancementRequest request) {
        return told(settings.applied(request), enhancer::analyze);
    }

    /** Where the settings name a technique there is none of, if they do. */
    Optional<Fault> unknown() {
        return Map.of("preferred_techniques", settings.preferred(), "excluded_techniques", settings.excluded())
                .entrySet()
                .stream()
                .flatMap(list -> unknown(list.getKey(), list.getValue()).stream())
                .findFirst();
    }

    private Optional<Fault> unknown(String list, Set<String> ids) {
        Set<String> known = enhancer.rules().techniques().byId().keySet();
        return ids.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .findFirst()
                .map(id -> Fault.at("/settings_data/" + list, "no technique '" + id + "'"));
    }

    private static <T> T told(EnhancementRequest request, Function<EnhancementRequest, T> engine) {
        try {
            return engine.apply(request);
        } catch (InvalidRequest e) {
            throw new ValidationFailed(Fault.at("/" + e.field(), e.problem()));
        }
    }
}
