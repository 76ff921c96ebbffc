package io.betterprompts.local;

import io.betterprompts.common.contract.DescribedAnswers;
import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Talks to a running server as curl would. Each answer must be one that the contract describes. */
final class LocalClient {

    /** Of whoever registers here. */
    static final String PASSWORD = "correct horse battery";

    private final HttpClient http;
    private final String url;
    private final Map<String, String> headers;

    LocalClient(String url) {
        this(HttpClient.newHttpClient(), url, Map.of());
    }

    private LocalClient(HttpClient http, String url, Map<String, String> headers) {
        this.http = http;
        this.url = url;
        this.headers = headers;
    }

    /** From another address of this machine; all of 127.0.0.0/8 are, on Linux. */
    LocalClient from(String address) {
        try {
            InetAddress local = InetAddress.getByName(address);
            return new LocalClient(HttpClient.newBuilder().localAddress(local).build(), url, headers);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    LocalClient withToken(String accessToken) {
        return withHeader("authorization", "Bearer " + accessToken);
    }

    LocalClient withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new LocalClient(http, url, more);
    }

    /** Registers somebody new and speaks as them from then on. */
    LocalClient register(String name) {
        Answer answer = post(
                "/api/v1/auth/register",
                Map.of("email", name + "@example.com", "username", name, "password", PASSWORD));
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
        headers.forEach(request::header);
        try {
            Answer answer = new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            DescribedAnswers.ofTheProduct().check(method, path, answer.seen());
            return answer;
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

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        DescribedAnswers.Seen seen() {
            Map<String, String> byName = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> byName.put(name, String.join(",", values)));
            return new DescribedAnswers.Seen(status(), byName, body());
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
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
