package io.betterprompts.local.drill;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests to a server that may be gone, and always has something to tell of it. */
record Caller(HttpClient http, String url) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Reply send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .method(method, publisher)
                .header("content-type", "application/json");
        headers.forEach(request::header);
        long asked = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return reply(
                    answer.statusCode(),
                    answer.headers().firstValue("content-type").orElse(""),
                    answer.headers().firstValue("retry-after").orElse(""),
                    answer.body(),
                    asked);
        } catch (IOException e) {
            return reply(0, "", "", String.valueOf(e), asked);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply reply(int status, String mediaType, String retryAfter, String body, long asked) {
        long now = System.nanoTime();
        return new Reply(status, mediaType, retryAfter, body, Duration.ofNanos(now - asked), now);
    }
}
