package io.betterprompts.cli;

import io.betterprompts.common.json.Json;
import io.betterprompts.engine.PromptEnhancer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A server. Calls carry the API key if there is one, else the login if it is one of this server, else nothing; an access
 * token that has run out is renewed on the way.
 */
final class Api {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String url;
    private final Optional<String> apiKey;
    private final LoginFile logins;

    Api(String url, Optional<String> apiKey, LoginFile logins) {
        this.url = url.replaceAll("/+$", "");
        this.apiKey = apiKey;
        this.logins = logins;
    }

    String url() {
        return url;
    }

    /**
     * Reads something.
     *
     * @param query values are encoded on the way
     */
    JsonNode get(String path, Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call("GET", encoded.isEmpty() ? path : path + "?" + encoded, null);
    }

    JsonNode post(String path, @Nullable Object body) {
        return call("POST", path, body);
    }

    /** Without a credential. */
    JsonNode postOpenly(String path, Object body) {
        return answer(send("POST", path, body, Map.of()));
    }

    private JsonNode call(String method, String path, @Nullable Object body) {
        if (apiKey.isPresent()) {
            return answer(send(method, path, body, Map.of("x-api-key", apiKey.get())));
        }
        Optional<Login> login = logins.read().filter(l -> l.url().equals(url));
        HttpResponse<String> response =
                send(method, path, body, login.map(Api::bearer).orElse(Map.of()));
        if (login.isPresent()
                && response.statusCode() == 401
                && problem(response).equals("access-token-expired")) {
            return answer(send(method, path, body, bearer(renewed(login.get()))));
        }
        return answer(response);
    }

    private static Map<String, String> bearer(Login login) {
        return Map.of("authorization", "Bearer " + login.accessToken());
    }

    private Login renewed(Login expired) {
        return logins.alone(() -> logins.read()
                .filter(now -> !now.accessToken().equals(expired.accessToken()))
                .orElseGet(() -> {
                    JsonNode tokens =
                            postOpenly("/api/v1/auth/refresh", Map.of("refresh_token", expired.refreshToken()));
                    Login renewed = login(tokens);
                    logins.write(renewed);
                    return renewed;
                }));
    }

    /** What a login answered, to be kept. */
    Login login(JsonNode tokens) {
        return new Login(
                url,
                tokens.path("user").path("username").asString(""),
                tokens.path("access_token").asString(),
                tokens.path("refresh_token").asString());
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable Object body, Map<String, String> credential) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(ANSWER)
                    .header("user-agent", "betterprompts-cli/" + PromptEnhancer.VERSION)
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(
                                            Json.mapper().writeValueAsBytes(body)));
            if (body != null) {
                request.header("content-type", "application/json");
            }
            credential.forEach(request::header);
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw CliFailure.usage(url + " is no address of a server; one begins with http:// or https://");
        } catch (IOException e) {
            throw new CliFailure(
                    Exit.NO_SERVER, "nothing answers at " + url + "; is the server running? (betterprompts server)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure(Exit.NO_SERVER, "interrupted");
        }
    }

    private JsonNode answer(HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw refusal(response);
        }
        try {
            return response.body().isEmpty()
                    ? MissingNode.getInstance()
                    : Json.mapper().readTree(response.body());
        } catch (JacksonException e) {
            throw new CliFailure(Exit.NO_SERVER, url + " does not answer as BetterPrompts does");
        }
    }

    private static String problem(HttpResponse<String> response) {
        String type = json(response).path("type").asString("");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private CliFailure refusal(HttpResponse<String> response) {
        JsonNode problem = json(response);
        int status = response.statusCode();
        int exit = status == 401 || status == 403 ? Exit.NO_CREDENTIAL : status >= 500 ? Exit.NO_SERVER : Exit.REFUSED;
        if (!problem.has("title")) {
            return new CliFailure(Exit.NO_SERVER, url + " does not answer as BetterPrompts does (" + status + ")");
        }
        StringBuilder text = new StringBuilder(problem.path("title").asString());
        text.append(". ").append(problem.path("detail").asString(""));
        problem.path("errors")
                .forEach(fault -> text.append("\n  ")
                        .append(fault.path("pointer")
                                .asString(fault.path("parameter").asString(""))
                                .replaceFirst("^#/", ""))
                        .append(": ")
                        .append(fault.path("detail").asString()));
        return new CliFailure(exit, text.toString());
    }
}
