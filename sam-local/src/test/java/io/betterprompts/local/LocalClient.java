package io.betterprompts.local;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Talks to a running server as curl would. */
final class LocalClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final @Nullable String token;

    LocalClient(String url) {
        this(url, null);
    }

    private LocalClient(String url, @Nullable String token) {
        this.url = url;
        this.token = token;
    }

    LocalClient withToken(String accessToken) {
        return new LocalClient(url, accessToken);
    }

    /** Registers somebody new and speaks as them from then on. */
    LocalClient register(String name) {
        Answer answer = post(
                "/api/v1/auth/register",
                Map.of("email", name + "@example.com", "username", name, "password", "correct horse battery"));
        return withToken(answer.json().path("access_token").asString());
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer enhance(String text) {
        return post("/api/v1/enhance", Map.of("text", text));
    }

    /** Any request; a string is sent as it is, anything else as JSON. */
    Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : Json.mapper().writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, publisher)
                .header("content-type", "application/json");
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return Json.mapper().readTree(response.body());
        }

        String text(String field) {
            return json().path(field).asString();
        }

        /** The last part of the problem's type; empty if the answer is none. */
        String problem() {
            boolean isProblem = response.headers()
                    .firstValue("content-type")
                    .filter("application/problem+json"::equals)
                    .isPresent();
            String type = isProblem ? text("type") : "";
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }
}
