package io.betterprompts.common.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers GetSecretValue as AWS Secrets Manager does, over HTTP on this machine. */
public final class SecretsManagerStub implements AutoCloseable {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    public SecretsManagerStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void hold(String arn, String text) {
        answers.put(arn, Json.mapper().writeValueAsString(Map.of("ARN", arn, "SecretString", text)));
    }

    public void holdBytes(String arn) {
        answers.put(arn, Json.mapper().writeValueAsString(Map.of("ARN", arn, "SecretBinary", "AAEC")));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            assertThat(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                    .isEqualTo("secretsmanager.GetSecretValue");
            assertThat(exchange.getRequestHeaders().getFirst("Authorization")).startsWith("AWS4-HMAC-SHA256 ");
            String arn = Json.mapper()
                    .readTree(exchange.getRequestBody().readAllBytes())
                    .path("SecretId")
                    .asString();
            String answer = answers.getOrDefault(arn, "{\"__type\":\"ResourceNotFoundException\"}");
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(answers.containsKey(arn) ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
