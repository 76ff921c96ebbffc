package io.betterprompts.enhance;

import io.betterprompts.common.identity.Caller;
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
    private final RememberedSettings settings;
    private final Map<String, PromptEnhancer> kept;

    /**
     * @param most how many of the users' engines to keep
     */
    Engines(PromptEnhancer deployed, PostgresOwnSettings settings, int most) {
        this.deployed = deployed;
        this.settings = new RememberedSettings(settings);
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
        return personal(caller.map(settings::read).orElse(KnownSettings.NONE).settings());
    }

    /**
     * The engine as a caller got it last; empty if that is not remembered.
     *
     * @throws OwnRulesUnusable if the settings held rules then that cannot be followed
     */
    Optional<Presumed> presumed(Caller caller) {
        return settings.asLastRead(caller.user()).map(known -> new Presumed(caller, personal(known.settings()), known));
    }

    private PersonalEngine personal(OwnSettings own) {
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
