package io.betterprompts.common.contract;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The contract's rate limits, and which an operation charges: the one it names, if it is for callers of that kind, or
 * else the contract's own for them.
 */
record RateLimitRules(Map<String, RateLimit> byName, Map<RateLimit.Per, RateLimit> defaults) {

    RateLimitRules {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        defaults = Map.copyOf(defaults);
    }

    static RateLimitRules read(JsonNode document) {
        Map<String, RateLimit> byName = new LinkedHashMap<>();
        document.path("x-rate-limits")
                .properties()
                .forEach(limit -> byName.put(limit.getKey(), limit(limit.getKey(), limit.getValue())));
        Map<RateLimit.Per, RateLimit> defaults = new LinkedHashMap<>();
        document.path("x-default-rate-limits").forEach(name -> {
            RateLimit limit = named(byName, name.asString());
            defaults.put(limit.per(), limit);
        });
        return new RateLimitRules(byName, defaults);
    }

    private static RateLimit limit(String name, JsonNode node) {
        return new RateLimit(
                name,
                node.path("quota").asInt(0),
                Duration.ofSeconds(node.path("window").asInt(0)),
                per(name, node.path("per").asString("")),
                node.path("without-cache").asString("").equals("closed"));
    }

    private static RateLimit.Per per(String name, String text) {
        try {
            return RateLimit.Per.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidContract(
                    "the rate limit " + name + " is per " + text + ", which is nothing that is counted");
        }
    }

    private static RateLimit named(Map<String, RateLimit> byName, String name) {
        RateLimit limit = byName.get(name);
        if (limit == null) {
            throw new InvalidContract("there is no rate limit " + name);
        }
        return limit;
    }

    /** @throws InvalidContract if it names a limit there is none of */
    void check(Operation operation) {
        operation.limit().filter(name -> !name.equals(Operation.UNLIMITED)).ifPresent(name -> named(byName, name));
    }

    Optional<RateLimit> of(Operation operation, RateLimit.Per per) {
        if (operation.limit().equals(Optional.of(Operation.UNLIMITED))) {
            return Optional.empty();
        }
        return operation
                .limit()
                .map(name -> named(byName, name))
                .filter(limit -> limit.per() == per)
                .or(() -> Optional.ofNullable(defaults.get(per)));
    }
}
