package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.http.Cors;
import io.betterprompts.common.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The gateway in front of functions that answer with the event they got. */
class GatewayTests {

    private static final Cors CORS = Cors.parse("https://example.com");
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final HttpClient client = HttpClient.newHttpClient();
    private GatewayServer gateway;

    @BeforeEach
    void start() {
        gateway = gateway(echo());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    private static RequestStreamHandler echo() {
        return (in, out, context) -> {
            String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(Json.mapper()
                    .writeValueAsBytes(Map.of(
                            "statusCode", 207, "headers", Map.of("content-type", "application/json"), "body", event)));
        };
    }

    private static GatewayServer gateway(RequestStreamHandler handler) {
        Contract contract = Contract.load();
        Map<String, RequestStreamHandler> handlers = new LinkedHashMap<>();
        contract.functions().forEach(function -> handlers.put(function, handler));
        return GatewayServer.start(0, contract, new LocalFunctions(handlers), CORS, places(2));
    }

    /** Which nobody waits for. */
    private static Places places(int places) {
        return new Places(places, 0, Duration.ZERO);
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + target));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode event(HttpRequest.Builder request) {
        return Json.mapper().readTree(send(request).body());
    }

    @Test
    void keepsItsPlacesForRequestsThatHaveArrived() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
            socket.getOutputStream()
                    .write("POST /api/v1/enhance HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }

        assertThat(send(request("/api/v1/settings")).statusCode()).isEqualTo(207);

        Socket last = slow.getLast();
        last.getOutputStream().write("\"a\": 1 }".getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(last.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 207");
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void refusesMoreBodiesOnTheirWayThanItHasRoomFor() throws Exception {
        List<Socket> large = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
            socket.getOutputStream()
                    .write("POST /api/v1/enhance HTTP/1.1\r\nhost: x\r\ncontent-length: 6000000\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            large.add(socket);
        }

        assertThat(new String(answered(large).getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 429");
        for (Socket socket : large) {
            socket.close();
        }
        assertThat(send(request("/api/v1/settings")).statusCode()).isEqualTo(207);
    }

    /** Which one that is, is not decided by which was opened first. */
    private static Socket answered(List<Socket> sockets) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(deadline)) {
            for (Socket socket : sockets) {
                if (socket.getInputStream().available() > 0) {
                    return socket;
                }
            }
            Thread.sleep(10);
        }
        throw new AssertionError("none of " + sockets.size() + " was answered");
    }

    @Test
    void makesAnEventOfTheRequest() {
        JsonNode event = event(request("/api/v1/history/" + ID + "?tag=a%20b&tag=c&empty=&x=%C3%BC")
                .header("X-Twice", "1")
                .header("X-Twice", "2")
                .header("Cookie", "a=1; b=2"));

        assertThat(event.path("version").asString()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asString()).isEqualTo("GET /api/v1/history/{id}");
        assertThat(event.path("rawPath").asString()).isEqualTo("/api/v1/history/" + ID);
        assertThat(event.path("rawQueryString").asString()).isEqualTo("tag=a%20b&tag=c&empty=&x=%C3%BC");
        assertThat(event.path("pathParameters").path("id").asString()).isEqualTo(ID);
        assertThat(event.path("queryStringParameters").path("tag").asString()).isEqualTo("a b,c");
        assertThat(event.path("queryStringParameters").path("empty").asString()).isEmpty();
        assertThat(event.path("queryStringParameters").path("x").asString()).isEqualTo("ü");
        assertThat(event.path("headers").path("x-twice").asString()).isEqualTo("1,2");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.has("body")).isFalse();
    }

    @Test
    void tellsWhereTheRequestCameFrom() {
        JsonNode context =
                event(request("/api/v1/settings").header("user-agent", "tests")).path("requestContext");

        assertThat(context.path("http").path("method").asString()).isEqualTo("GET");
        assertThat(context.path("http").path("path").asString()).isEqualTo("/api/v1/settings");
        assertThat(context.path("http").path("sourceIp").asString()).isEqualTo("127.0.0.1");
        assertThat(context.path("http").path("userAgent").asString()).isEqualTo("tests");
        assertThat(context.path("stage").asString()).isEqualTo("$default");
        assertThat(context.path("requestId").asString()).hasSize(36);
        assertThat(context.path("timeEpoch").asLong()).isPositive();
    }

    @Test
    void sendsJsonAsTextAndOtherBytesInBase64() {
        String json = "{\"text\": \"é\\r\\n\"}";
        byte[] bytes = {(byte) 0xff, 0, 1};

        JsonNode text = event(request("/api/v1/settings")
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
        JsonNode binary = event(request("/api/v1/settings")
                .header("content-type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes)));

        assertThat(text.path("body").asString()).isEqualTo(json);
        assertThat(text.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(Base64.getDecoder().decode(binary.path("body").asString())).isEqualTo(bytes);
        assertThat(binary.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void sendsWhatNoRouteMatchesToTheDefaultFunction() {
        assertThat(event(request("/nowhere")).path("routeKey").asString()).isEqualTo("$default");
        assertThat(event(request("/api/v1/settings").DELETE()).path("routeKey").asString())
                .isEqualTo("$default");
    }

    @Test
    void passesOnStatusHeadersCookiesAndBytes() throws Exception {
        gateway.close();
        gateway = gateway((in, out, context) -> out.write("""
            {"statusCode": 201, "headers": {"location": "/x"}, "cookies": ["a=1", "b=2"], "body": "AP8=",
             "isBase64Encoded": true}
            """.getBytes(StandardCharsets.UTF_8)));

        HttpResponse<byte[]> response = client.send(request("/health").build(), BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("location")).contains("/x");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.body()).isEqualTo(new byte[] {0, (byte) 0xff});
    }

    @Test
    void refusesMoreRequestsAtOnceThanItHasPlaces() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        gateway.close();
        gateway = gateway((in, out, context) -> {
            arrived.countDown();
            await(go);
            out.write("{\"statusCode\": 200}".getBytes(StandardCharsets.UTF_8));
        });
        CompletableFuture<HttpResponse<String>> one =
                client.sendAsync(request("/health").build(), BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> two =
                client.sendAsync(request("/health").build(), BodyHandlers.ofString());
        arrived.await();

        HttpResponse<String> third = send(request("/health"));
        go.countDown();

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("retry-after")).contains("1");
        assertThat(third.body()).contains("too-many-requests");
        assertThat(one.get().statusCode()).isEqualTo(200);
        assertThat(two.get().statusCode()).isEqualTo(200);
        assertThat(send(request("/health")).statusCode()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusesABodyThatLambdaWouldNotTake() {
        HttpResponse<String> response = send(request("/api/v1/enhance")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[6 * 1024 * 1024 + 1])));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void answersABrokenRequestLineWithAProblem() throws IOException {
        String answer = raw("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void takesARequestWithoutAVersionForTheClientsFault() throws IOException {
        assertThat(raw("POST /api/v1/enhance\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void answersHeadersTooLargeWithAProblem() throws IOException {
        String answer =
                raw("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(20_000) + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.join("\n", reader.lines().toList());
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        assertThatThrownBy(() -> GatewayServer.start(
                        gateway.port(), Contract.load(), new LocalFunctions(Map.of()), CORS, places(1)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(String.valueOf(gateway.port()));
    }

    @Test
    void answersBrowsersThatAskFirst() {
        HttpResponse<String> asked = send(request("/api/v1/settings")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://example.com")
                .header("Access-Control-Request-Method", "PUT"));

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("access-control-allow-origin")).contains("https://example.com");
        assertThat(asked.headers().firstValue("access-control-allow-methods").orElse(""))
                .contains("PUT");
        assertThat(asked.headers().firstValue("access-control-allow-credentials"))
                .isEmpty();
    }

    @Test
    void saysOnEachAnswerWhoMayReadIt() {
        HttpResponse<String> own = send(request("/api/v1/settings").header("Origin", "https://example.com"));
        HttpResponse<String> foreign = send(request("/api/v1/settings").header("Origin", "https://example.org"));

        assertThat(own.statusCode()).isEqualTo(207);
        assertThat(own.headers().firstValue("access-control-allow-origin")).contains("https://example.com");
        assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
        assertThat(foreign.headers().firstValue("vary")).contains("origin");
    }
}
