package io.betterprompts.common.cache;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The cache of one function: the table {@code CACHE_TABLE}, or without that setting the memory of this process. */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {

    @Bean
    Cache cache(Environment environment, Clock clock) {
        String table = environment.getProperty("CACHE_TABLE", "");
        return table.isEmpty()
                ? MemoryCache.ofThisProcess()
                : new FailsafeCache(new DynamoCache(DynamoCache.clientOfThisRegion(), table, clock), clock);
    }
}
