package io.betterprompts.infra;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.http.Cors;
import io.betterprompts.common.limit.LimitSettings;
import java.util.Optional;

/**
 * What the functions are told.
 *
 * @param cors pages of which origins may call the API
 * @param anonymousEnhance whether prompts are enhanced for those who do not log in
 * @param rateLimits what differs from the contract's
 * @param rulesOverlay where the deployment's own rules are
 */
record FunctionSettings(
        Cors cors, boolean anonymousEnhance, Optional<String> rateLimits, Optional<String> rulesOverlay) {

    /** The functions would refuse to start with limits that the contract does not have; better to hear of it now. */
    static FunctionSettings from(GivenOptions given, Contract contract) {
        try {
            given.text(Option.RATE_LIMITS).map(LimitSettings::parse).ifPresent(s -> s.applyTo(contract.rateLimits()));
            return new FunctionSettings(
                    Cors.parse(given.text(Option.CORS_ORIGINS).orElse("")),
                    given.flag(Option.ANONYMOUS_ENHANCE, false),
                    given.text(Option.RATE_LIMITS),
                    given.text(Option.RULES_OVERLAY));
        } catch (UnusableOption e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UnusableOption(String.valueOf(e.getMessage()));
        }
    }
}
