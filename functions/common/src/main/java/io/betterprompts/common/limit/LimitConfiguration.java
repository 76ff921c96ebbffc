package io.betterprompts.common.limit;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.contract.Contract;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The contract's rate limits, as {@code RATE_LIMITS} changes them. */
@Configuration(proxyBeanMethods = false)
public class LimitConfiguration {

    @Bean
    RateLimits rateLimits(Contract contract, Environment environment, Cache cache, Clock clock) {
        LimitSettings settings = LimitSettings.parse(environment.getProperty("RATE_LIMITS", ""));
        return new RateLimits(settings.applyTo(contract.rateLimits()), cache, clock);
    }
}
