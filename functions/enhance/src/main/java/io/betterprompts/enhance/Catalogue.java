package io.betterprompts.enhance;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list made of the rules in force: the same for everybody without an account, a caller's own with their rules. */
final class Catalogue {

    private static final int TAG_DIGITS = 16;

    private final Engines engines;
    private final Function<PersonalEngine, Object> list;
    private final AtomicReference<@Nullable Listed> shared = new AtomicReference<>();

    Catalogue(Engines engines, Function<PersonalEngine, Object> list) {
        this.engines = engines;
        this.list = list;
    }

    /** Answers 304 without a body where the client has the list as it stands. */
    Response answer(Request request) {
        Listed listed = request.sender()
                .map(Caller::user)
                .map(user -> listed(Optional.of(user)))
                .orElseGet(this::shared);
        boolean known = request.header("if-none-match")
                .filter(tags -> tags.contains(listed.tag()))
                .isPresent();
        Object body = new Response.Raw("application/json", listed.text());
        return new Response(
                known ? 304 : 200, headers(request, listed.tag()), known ? Optional.empty() : Optional.of(body));
    }

    /** A deployment's rules do not change while it runs. */
    private Listed shared() {
        Listed known = shared.get();
        if (known != null) {
            return known;
        }
        Listed made = listed(Optional.empty());
        shared.set(made);
        return made;
    }

    private Listed listed(Optional<UserId> user) {
        String text = Json.mapper().writeValueAsString(list.apply(engines.of(user)));
        return new Listed(text, tag(text));
    }

    /** A list as it is sent, and its ETag. */
    private record Listed(String text, String tag) {}

    private static Map<String, String> headers(Request request, String tag) {
        boolean shared = request.sender().isEmpty();
        return Map.of(
                "etag",
                tag,
                "cache-control",
                shared ? "public, max-age=300" : "private, no-cache",
                "vary",
                "authorization, x-api-key");
    }

    private static String tag(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest).substring(0, TAG_DIGITS) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
