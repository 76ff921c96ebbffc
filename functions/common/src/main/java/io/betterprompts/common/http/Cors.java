package io.betterprompts.common.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Pages of which origins may call the API from a browser: none, those listed, or all ({@code *}). Credentials are tokens
 * that a page must hold itself; cookies are never asked for, so that no page can act with somebody's login unasked.
 *
 * <p>The gateway answers for the functions, here as in the cloud.
 */
public record Cors(List<String> origins) {

    public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** What pages may send. */
    public static final List<String> HEADERS = List.of(
            "authorization",
            "content-type",
            "idempotency-key",
            "if-match",
            "mcp-method",
            "mcp-name",
            "mcp-protocol-version",
            "x-api-key");

    /** What pages may read. */
    public static final List<String> EXPOSED = List.of(
            "etag", "idempotent-replayed", "location", "ratelimit", "ratelimit-policy", "retry-after", "x-request-id");

    public static final int MAX_AGE_SECONDS = 3600;

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-zA-Z0-9.-]+(:[0-9]{1,5})?");

    public Cors {
        origins = List.copyOf(origins);
        boolean isFine = origins.equals(List.of("*"))
                || origins.stream().allMatch(o -> ORIGIN.matcher(o).matches());
        if (!isFine) {
            throw new IllegalArgumentException(
                    "CORS_ORIGINS is *, or a list of origins such as https://example.com,http://localhost:5173");
        }
    }

    /** From a comma-separated list; nothing lets nobody in. */
    public static Cors parse(String setting) {
        return new Cors(
                setting.isBlank()
                        ? List.of()
                        : Arrays.stream(setting.split(",", -1))
                                .map(String::strip)
                                .toList());
    }

    /** Whether a page of this origin may call. */
    public boolean lets(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }

    /** For any answer to a request of this origin. */
    public Map<String, String> headers(String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!origins.isEmpty()) {
            headers.put("vary", "origin");
        }
        if (lets(origin)) {
            headers.put("access-control-allow-origin", origins.contains("*") ? "*" : origin);
            headers.put("access-control-expose-headers", String.join(",", EXPOSED));
        }
        return headers;
    }

    /** For the answer to a browser that asks before it sends a request. */
    public Map<String, String> preflight(String origin) {
        Map<String, String> headers = new LinkedHashMap<>(headers(origin));
        if (lets(origin)) {
            headers.remove("access-control-expose-headers");
            headers.put("access-control-allow-methods", String.join(",", METHODS));
            headers.put("access-control-allow-headers", String.join(",", HEADERS));
            headers.put("access-control-max-age", Integer.toString(MAX_AGE_SECONDS));
        }
        return headers;
    }
}
