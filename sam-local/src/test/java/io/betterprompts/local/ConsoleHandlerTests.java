package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.http.Cors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway answers at the console's paths, and what it leaves to the functions. */
class ConsoleHandlerTests {

    private static final int FROM_A_FUNCTION = 207;

    private final HttpClient client = HttpClient.newHttpClient();
    private GatewayServer gateway;

    @BeforeEach
    void start() {
        Contract contract = Contract.load();
        RequestStreamHandler handler = (in, out, context) ->
                out.write(("{\"statusCode\": " + FROM_A_FUNCTION + "}").getBytes(StandardCharsets.UTF_8));
        Map<String, RequestStreamHandler> handlers = new LinkedHashMap<>();
        contract.functions().forEach(function -> handlers.put(function, handler));
        gateway = GatewayServer.start(
                0, contract, new LocalFunctions(handlers), new Cors(List.of()), Places.ofThisMachine());
    }

    @AfterEach
    void stop() {
        gateway.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void servesThePageWithWhatBrowsersMustKnow() throws Exception {
        HttpResponse<String> page = send(request("/"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>BetterPrompts</title>");
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void sendsNoFileAgainThatTheBrowserHas() throws Exception {
        String tag =
                send(request("/assets/js/main.js")).headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again = send(request("/assets/js/main.js").header("if-none-match", tag));
        HttpResponse<String> other = send(request("/assets/js/main.js").header("if-none-match", "\"other\""));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("etag")).contains(tag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void answersHeadWithoutAContent() throws Exception {
        HttpResponse<String> head = send(request("/").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
    }

    @Test
    void leavesTheRestToTheFunctions() throws Exception {
        assertThat(send(request("/").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(FROM_A_FUNCTION);
        assertThat(send(request("/assets/js/none.js")).statusCode()).isEqualTo(FROM_A_FUNCTION);
        assertThat(send(request("/api/v1/health")).statusCode()).isEqualTo(FROM_A_FUNCTION);
    }
}
