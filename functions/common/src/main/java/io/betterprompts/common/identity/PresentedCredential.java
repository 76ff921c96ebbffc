package io.betterprompts.common.identity;

import io.betterprompts.common.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a request carries its credential: {@code Authorization: Bearer}, or {@code X-API-Key} for an API key. */
public final class PresentedCredential {

    private static final String SCHEME = "Bearer ";

    private PresentedCredential() {}

    /**
     * Reads the one credential of a request.
     *
     * @param headers by lower-case name
     * @throws Unauthenticated if there is none
     * @throws ProblemException if there are two, because whoever looks at one of them only is misled
     */
    public static String in(Map<String, String> headers) {
        String authorization = headers.get("authorization");
        String key = headers.get("x-api-key");
        if (authorization != null && key != null) {
            throw new ProblemException(
                    400,
                    "credentials-ambiguous",
                    "The request has two credentials",
                    "Send either authorization or x-api-key, not both.");
        }
        return key == null ? bearer(authorization) : apiKey(key.strip());
    }

    /** Whether a request carries any, good or bad. */
    public static boolean isIn(Map<String, String> headers) {
        return headers.containsKey("authorization") || headers.containsKey("x-api-key");
    }

    private static String bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Unauthenticated();
        }
        return authorization.substring(SCHEME.length()).strip();
    }

    /** An access token is none: it would lose the protection that browsers and proxies give to {@code Authorization}. */
    private static String apiKey(String text) {
        if (!ApiKey.looksLikeOne(text)) {
            throw new ApiKeyInvalid();
        }
        return text;
    }
}
