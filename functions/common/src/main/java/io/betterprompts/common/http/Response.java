package io.betterprompts.common.http;

import io.betterprompts.common.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer before it is written.
 *
 * @param body rendered as JSON; a {@link Raw} is sent as it is
 */
public record Response(int status, Map<String, String> headers, Optional<Object> body) {

    /** A body that is already text of a media type of its own. */
    public record Raw(String mediaType, String text) {}

    public Response {
        headers = Map.copyOf(headers);
    }

    /** The body as it is sent, if there is one. */
    Optional<Raw> raw() {
        return body.map(b -> b instanceof Raw raw
                ? raw
                : new Raw("application/json", Json.mapper().writeValueAsString(b)));
    }

    public static Response ok(Object body) {
        return new Response(200, Map.of(), Optional.of(body));
    }

    public static Response created(String location, Object body) {
        return new Response(201, Map.of("location", location), Optional.of(body));
    }

    public static Response noContent() {
        return new Response(204, Map.of(), Optional.empty());
    }

    /** With the resource's version as its ETag, for a later {@link Precondition}. */
    public Response version(long version) {
        return header("etag", Precondition.tag(version));
    }

    public Response header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }
}
