package io.betterprompts.common.identity;

import java.time.Duration;

/** What an access token says, agreed between the function that makes it and all that read it. */
public final class AccessTokens {

    public static final String ISSUER = "betterprompts";
    public static final String AUDIENCE = "betterprompts-api";

    /** The claim that holds the {@link SessionId}; the subject is the {@link UserId}. */
    public static final String SESSION = "sid";

    /** The claim that holds what the token allows, separated by spaces (RFC 8693). */
    public static final String SCOPE = "scope";

    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** How far the clocks of the maker and of the reader may be apart. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private AccessTokens() {}
}
