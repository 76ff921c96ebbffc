package io.betterprompts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real server does only after a quarter of an hour, or not at all. */
class ApiTests {

    private static final String EXPIRED = "{\"type\":\"/problems/access-token-expired\",\"title\":\"It has run out\"}";
    private static final String TOKENS =
            "{\"user\":{\"username\":\"ada\"},\"access_token\":\"new\",\"refresh_token\":\"second\"}";

    @TempDir
    private Path home;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private LoginFile logins;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        logins = new LoginFile(new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                "",
                Map.of(),
                home,
                prompt -> Optional.empty()));
        logins.write(new Login(url(), "ada", "old", "first"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private Api api() {
        return new Api(url(), Optional.empty(), logins);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        requests.add(exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void renewsALoginThatHasRunOutAndKeepsIt() {
        server.createContext("/api/v1/auth/refresh", exchange -> answer(exchange, 200, TOKENS));
        server.createContext(
                "/things",
                exchange -> answer(
                        exchange,
                        exchange.getRequestHeaders().getFirst("authorization").equals("Bearer new") ? 200 : 401,
                        exchange.getRequestHeaders().getFirst("authorization").equals("Bearer new") ? "{}" : EXPIRED));

        api().get("/things", Map.of("q", "a b"));
        api().get("/things", Map.of());

        assertThat(requests)
                .containsExactly(
                        "/things?q=a+b Bearer old ",
                        "/api/v1/auth/refresh null {\"refresh_token\":\"first\"}",
                        "/things?q=a+b Bearer new ",
                        "/things Bearer new ");
        assertThat(logins.read()).contains(new Login(url(), "ada", "new", "second"));
    }

    @Test
    void sendsALoginToNoOtherServer() {
        server.createContext("/things", exchange -> answer(exchange, 200, "{}"));
        logins.write(new Login("http://elsewhere.example.com", "ada", "old", "first"));

        api().get("/things", Map.of());

        assertThat(requests).containsExactly("/things null ");
    }

    @Test
    void noticesThatSomethingElseAnswers() {
        server.createContext("/page", exchange -> answer(exchange, 200, "<html>"));
        server.createContext("/gone", exchange -> answer(exchange, 502, "<html>"));

        assertThatThrownBy(() -> api().get("/page", Map.of())).hasMessageContaining("does not answer as BetterPrompts");
        assertThatThrownBy(() -> api().get("/gone", Map.of()))
                .hasMessageContaining("(502)")
                .extracting(failure -> ((CliFailure) failure).exit())
                .isEqualTo(Exit.NO_SERVER);
    }
}
