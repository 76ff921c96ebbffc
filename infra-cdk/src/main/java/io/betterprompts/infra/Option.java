package io.betterprompts.infra;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a deployment may choose, by the name CDK's context has for it. docs/deploy.md says what each one does. */
enum Option {
    SIZE,
    REGION,
    VPC,
    SUBNETS,
    DATABASE_PROXY,
    DATABASE_INSTANCE,
    CLOUDFRONT,
    FIREWALL,
    CONSOLE,
    DOMAIN,
    CERTIFICATE,
    HOSTED_ZONE,
    ALARM_EMAIL,
    CORS_ORIGINS,
    ANONYMOUS_ENHANCE,
    RATE_LIMITS,
    RULES_OVERLAY;

    /** What tells our keys in the context from CDK's own. */
    static final String PREFIX = "betterprompts:";

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Option> of(String key) {
        return Arrays.stream(values())
                .filter(option -> option.key().equals(key))
                .findFirst();
    }

    static String list() {
        return Arrays.stream(values()).map(Option::key).collect(Collectors.joining(", "));
    }
}
