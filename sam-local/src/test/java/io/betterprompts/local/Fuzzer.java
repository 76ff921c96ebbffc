package io.betterprompts.local;

import io.betterprompts.common.contract.DescribedAnswers;
import io.betterprompts.common.contract.DescribedAnswers.Seen;
import io.betterprompts.common.contract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends made-up requests and holds each answer against the contract. */
final class Fuzzer {

    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration WORK = Duration.ofMillis(300);
    private static final Duration NEVER = Duration.ofSeconds(60);

    /** Few enough from one address that no limit on addresses matters. */
    private static final int REQUESTS_PER_ADDRESS = 400;

    private final String url;
    private final FuzzWorld world;
    private final FuzzReport report;
    private HttpClient http = from(1);
    private int sent;

    Fuzzer(AbusedServer server, FuzzReport report) {
        this.url = server.url();
        this.world = new FuzzWorld(server);
        this.report = report;
    }

    private static HttpClient from(int number) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName("127.8." + number / 250 + "." + (number % 250 + 1)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError with what a person can paste to see the same */
    void send(FuzzRequest made, Operation operation) {
        FuzzRequest request = world.resolved(made, operation);
        try {
            Seen seen = timely(request);
            refuse(seen.status() >= 500, "answered with " + seen.status());
            DescribedAnswers.ofTheProduct().check(request.method(), request.target(), seen);
            world.learn(operation, request, seen);
        } catch (AssertionError | UncheckedIOException e) {
            throw new AssertionError(e.getMessage() + "\n" + request.kind() + ": " + request.curl(url), e);
        }
    }

    /** Late is what is late twice, on a machine that has nothing else to do. */
    private Seen timely(FuzzRequest request) {
        long first = System.nanoTime();
        Seen seen = answer(request);
        long ms = (System.nanoTime() - first) / 1_000_000;
        report.count(request.operation(), seen.status(), ms);
        if (ms > LATE.toMillis()) {
            long again = System.nanoTime();
            answer(request);
            refuse((System.nanoTime() - again) / crowd() > LATE.toNanos(), "answered later than after " + LATE);
        }
        return seen;
    }

    /** How much longer than alone a thread takes for its work here and now: 1 on a quiet machine. */
    private static double crowd() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long work = threads.getCurrentThreadCpuTime();
        while (threads.getCurrentThreadCpuTime() - work < WORK.toNanos()) {
            Thread.onSpinWait();
        }
        return Math.max(1, (System.nanoTime() - wall) / (double) WORK.toNanos());
    }

    private static void refuse(boolean isWrong, String detail) {
        if (isWrong) {
            throw new AssertionError(detail);
        }
    }

    private Seen answer(FuzzRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + request.target()))
                .timeout(NEVER)
                .method(
                        request.method(),
                        request.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        try {
            HttpResponse<String> response = client().send(builder.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().map().forEach((name, all) -> headers.put(name, String.join(",", all)));
            return new Seen(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpClient client() {
        if (++sent % REQUESTS_PER_ADDRESS == 0) {
            http.close();
            http = from(sent / REQUESTS_PER_ADDRESS + 1);
        }
        return http;
    }
}
