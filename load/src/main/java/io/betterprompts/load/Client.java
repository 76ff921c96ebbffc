package io.betterprompts.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prepares what Gatling then uses: waits for the server, makes accounts. */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TOO_MANY = 429;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Client(String url) {
        this.url = url;
    }

    /** @throws IllegalStateException if the server is not ready within a minute */
    void waitUntilReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (isReady()) {
                return;
            }
            pause(200);
        }
        throw new IllegalStateException("nothing is ready at " + url);
    }

    private boolean isReady() {
        try {
            return send(request("/api/v1/health/ready").GET()).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Makes an account, and sends once each prompt that it will repeat. */
    Person register(String name) {
        HttpResponse<String> answer = post(
                "/api/v1/auth/register",
                String.format(
                        Locale.ROOT,
                        "{\"email\": \"%s@example.com\", \"username\": \"%s\", \"password\": \"%s\"}",
                        name,
                        name,
                        Person.PASSWORD),
                Optional.empty());
        Person person = new Person(name, field("access_token", answer.body()), field("refresh_token", answer.body()));
        person.habits().forEach(body -> post("/api/v1/enhance", body, Optional.of(person)));
        return person;
    }

    /** Waits where there are too many at once. */
    private HttpResponse<String> post(String path, String body, Optional<Person> sender) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        sender.ifPresent(person -> request.header("authorization", "Bearer " + person.accessToken()));
        HttpResponse<String> answer = send(request);
        while (answer.statusCode() == TOO_MANY) {
            pause(1000);
            answer = send(request);
        }
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " -> " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("content-type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String name, String json) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in the answer");
        }
        return matcher.group(1);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
