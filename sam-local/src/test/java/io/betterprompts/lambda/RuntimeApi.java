package io.betterprompts.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API for one function: what a runtime asks for events, and tells answers. With SnapStart it also asks
 * for the restore, and waits for it; that is when the snapshot is taken.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else some JDKs add 40 ms to each answer
    }

    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Event> underWay = new ConcurrentHashMap<>();
    private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> checkpoint = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> restore = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    RuntimeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(PREFIX, this::answer);
        server.start();
    }

    /** For {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Done when the function waits for its first event; failed if it cannot start or be restored. */
    CompletableFuture<@Nullable Void> ready() {
        return ready;
    }

    /** Done when the function waits to be restored. */
    CompletableFuture<@Nullable Void> checkpoint() {
        return checkpoint;
    }

    void restore() {
        restore.complete(null);
    }

    /** The answer comes as the bytes the runtime sent; an error of the function fails it. */
    CompletableFuture<byte[]> invoke(byte[] event) {
        Event next = new Event(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        underWay.put(next.id(), next);
        waiting.add(next);
        return next.answer();
    }

    /** Whatever is waited for will not come. */
    void fail(String reason) {
        FunctionFailed failure = new FunctionFailed(reason);
        ready.completeExceptionally(failure);
        checkpoint.completeExceptionally(failure);
        underWay.values().forEach(event -> event.answer().completeExceptionally(failure));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (path) {
                case "invocation/next" -> next(exchange);
                case "restore/next" -> restoreNext(exchange);
                case "init/error", "restore/error" -> {
                    send(exchange, 202, new byte[0]);
                    fail(path + ": " + new String(body, StandardCharsets.UTF_8));
                }
                default -> result(exchange, path.split("/", -1), body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(null);
        Event event = waiting.take();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", event.id());
        exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793");
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + DEADLINE.toMillis()));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:000000000000:function:f:live");
        send(exchange, 200, event.text());
    }

    private void restoreNext(HttpExchange exchange) throws IOException {
        checkpoint.complete(null);
        restore.join();
        send(exchange, 200, new byte[0]);
    }

    /** {@code invocation/<id>/response} and {@code invocation/<id>/error}. */
    private void result(HttpExchange exchange, String[] path, byte[] body) throws IOException {
        Event event = path.length == 3 ? underWay.remove(path[1]) : null;
        if (event == null) {
            send(exchange, 404, new byte[0]);
            return;
        }
        send(exchange, 202, new byte[0]);
        if (path[2].equals("response")) {
            event.answer().complete(body);
        } else {
            event.answer().completeExceptionally(new FunctionFailed(new String(body, StandardCharsets.UTF_8)));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    private record Event(String id, byte[] text, CompletableFuture<byte[]> answer) {}
}
