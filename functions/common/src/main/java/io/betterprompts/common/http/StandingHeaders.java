package io.betterprompts.common.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each answer tells browsers: to believe its media type, to send nobody its address, to run nothing that is in it
 * and not to keep it. An answer that is meant otherwise, such as a page, brings its own.
 */
public final class StandingHeaders {

    private StandingHeaders() {}

    /**
     * The headers of an answer.
     *
     * @param request headers by lower-case name; the gateway says there whether the request came over TLS
     */
    public static Map<String, String> of(Map<String, String> request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("cache-control", "no-store");
        headers.put("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("referrer-policy", "no-referrer");
        headers.put("x-content-type-options", "nosniff");
        if (request.getOrDefault("x-forwarded-proto", "").equals("https")) {
            headers.put("strict-transport-security", "max-age=31536000");
        }
        return headers;
    }
}
