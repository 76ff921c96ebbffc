package io.betterprompts.local.drill;

import io.betterprompts.common.json.Json;
import io.betterprompts.local.drill.Ledger.Write;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Clients that write as fast as they are answered: new prompt groups, versions, enhancements and templates, each with an
 * idempotency key. Two share each account, so that they also wait for each other.
 */
final class Writers implements AutoCloseable {

    private static final int PER_ACCOUNT = 2;
    private static final Duration REST = Duration.ofMillis(5);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(100);
    private static final Duration TO_THE_END = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Caller caller;
    private final Ledger ledger;
    private final List<Thread> threads = new ArrayList<>();

    private volatile boolean writing = true;

    private Writers(String url, Ledger ledger) {
        this.caller = new Caller(http, url);
        this.ledger = ledger;
    }

    static Writers start(String url, List<Account> accounts, Ledger ledger) {
        Writers writers = new Writers(url, ledger);
        for (Account account : accounts) {
            account.renew(url);
            List<String> groups = new CopyOnWriteArrayList<>();
            for (int i = 0; i < PER_ACCOUNT; i++) {
                Random random = new Random(31L * writers.threads.size());
                writers.threads.add(Thread.ofPlatform().start(() -> writers.write(account, groups, random)));
            }
        }
        return writers;
    }

    private void write(Account account, List<String> groups, Random random) {
        while (writing) {
            Write write = next(account, groups, random);
            ledger.begin(write);
            boolean done = send(write);
            while (writing && !done) {
                Await.pause(BEFORE_ANOTHER_TRY);
                done = send(write);
            }
            String id = ledger.acknowledged().get(write.mark());
            if (id != null && write.path().equals("/api/v1/history")) {
                groups.add(id);
            }
            Await.pause(REST);
        }
    }

    private static Write next(Account account, List<String> groups, Random random) {
        String mark = "drill-" + UUID.randomUUID();
        int chance = groups.isEmpty() ? 0 : random.nextInt(10);
        if (chance < 3) {
            return new Write(
                    account, mark, "/api/v1/history", Map.of("original_prompt", mark, "optimized_prompt", mark));
        }
        if (chance < 7) {
            String group = groups.get(random.nextInt(groups.size()));
            return new Write(account, mark, "/api/v1/history/" + group + "/versions", Map.of("optimized_prompt", mark));
        }
        return chance < 9
                ? new Write(account, mark, "/api/v1/enhance", Map.of("text", "Name kinds of bridges " + mark))
                : new Write(
                        account, mark, "/api/v1/templates", Map.of("name", mark, "content", "Write about bridges."));
    }

    /** The mark is the idempotency key too. */
    private boolean send(Write write) {
        Map<String, String> headers =
                Map.of("authorization", "Bearer " + write.account().token(), "idempotency-key", write.mark());
        Reply reply = caller.send("POST", write.path(), write.body(), headers);
        ledger.heard(reply);
        if (reply.isDone()) {
            ledger.acknowledge(
                    write, Json.mapper().readTree(reply.body()).path("id").asString());
        } else if (reply.status() >= 400 && !reply.mayBeSentAgain()) {
            ledger.giveUp(write);
        }
        return reply.isDone() || !ledger.open().contains(write);
    }

    /** Nothing new is written, and what is under way is waited for. */
    void stop() {
        writing = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Sends again what was never answered with success, until all of it is. */
    void finish() {
        stop();
        Await.until(TO_THE_END, () -> {
            ledger.open().forEach(this::send);
            return ledger.open().isEmpty() ? ledger : null;
        });
    }

    @Override
    public void close() {
        stop();
        http.close();
    }
}
