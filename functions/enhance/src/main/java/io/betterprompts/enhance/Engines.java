package io.betterprompts.enhance;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.data.InvalidRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The deployment's engine, and one for each set of users' own rules; those used last are kept in memory. */
final class Engines {

    /** In errors, which then begin with it and the line. */
    static final String OWN_RULES = "rules";

    private final PromptEnhancer deployed;
    private final PostgresOwnSettings settings;
    private final Map<String, PromptEnhancer> kept;

    /**
     * @param most how many of the users' engines to keep
     */
    Engines(PromptEnhancer deployed, PostgresOwnSettings settings, int most) {
        this.deployed = deployed;
        this.settings = settings;
        this.kept = new LinkedHashMap<>(most, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PromptEnhancer> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The engine as a caller gets it.
     *
     * @throws OwnRulesUnusable if the caller's settings hold rules that cannot be followed
     */
    PersonalEngine of(Optional<UserId> caller) {
        OwnSettings own = caller.map(settings::of).orElse(OwnSettings.NONE);
        try {
            PersonalEngine engine =
                    new PersonalEngine(own.rules().map(this::with).orElse(deployed), own);
            engine.unknown().ifPresent(unknown -> {
                throw new OwnRulesUnusable(unknown);
            });
            return engine;
        } catch (InvalidRules e) {
            throw new OwnRulesUnusable(e);
        }
    }

    PromptEnhancer deployed() {
        return deployed;
    }

    /**
     * The deployment's engine with a user's rules on top.
     *
     * @throws InvalidRules if they cannot be followed
     */
    PromptEnhancer with(String yaml) {
        synchronized (kept) {
            PromptEnhancer known = kept.get(yaml);
            if (known != null) {
                return known;
            }
        }
        PromptEnhancer made = deployed.with(deployed.rules().with(OWN_RULES, yaml));
        synchronized (kept) {
            kept.put(yaml, made);
        }
        return made;
    }
}
