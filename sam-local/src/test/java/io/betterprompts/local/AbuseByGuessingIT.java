package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Password guessing; {@code make abuse} sends ten thousand guesses, {@code make test} a few. */
class AbuseByGuessingIT {

    private static final int GUESSES = Integer.getInteger("abuse.guesses", 40);
    private static final int ADDRESSES = Math.max(2, GUESSES / 100);

    /** What one network gets for free, and the failures that make a crowd of many; see docs/security.md. */
    private static final int FREE = 10;

    private static final int CROWD = 100;
    private static final int AT_ONCE = 8;

    private static final AbusedServer SERVER = AbusedServer.running();

    private final String name = "g" + UUID.randomUUID().toString().substring(0, 12);
    private final LocalClient home = SERVER.anyone();

    @BeforeEach
    void register() {
        home.register(name);
    }

    @Test
    void fromOneAddress() throws InterruptedException {
        LocalClient thief = SERVER.anyone();

        long looked = guess(i -> thief);

        assertThat(looked).isBetween(1L, FREE + 6L);
        ownerGetsIn();
    }

    @Test
    void fromOneAddressThatClaimsToBeMany() throws InterruptedException {
        LocalClient thief = SERVER.anyone();

        long looked = guess(i -> thief.withHeader("x-forwarded-for", "203.0.113." + i % 250)
                .withHeader("forwarded", "for=203.0.113." + i % 250)
                .withHeader("x-real-ip", "203.0.113." + i % 250)
                .withHeader("true-client-ip", "203.0.113." + i % 250)
                .withHeader("cf-connecting-ip", "203.0.113." + i % 250));

        assertThat(looked).isBetween(1L, FREE + 6L);
        ownerGetsIn();
    }

    @Test
    void fromManyAddresses() throws InterruptedException {
        List<LocalClient> thieves =
                IntStream.range(0, ADDRESSES).mapToObj(i -> SERVER.anyone()).toList();

        long looked = guess(i -> thieves.get(i % ADDRESSES));

        long most = Math.min(ADDRESSES * (long) FREE, CROWD + (long) ADDRESSES) + AT_ONCE;
        assertThat(looked).isBetween(1L, most);
        ownerGetsIn();
    }

    /** How many of the guesses were compared with the password; all others were turned away. */
    private long guess(IntFunction<LocalClient> client) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Integer> statuses = threads
                    .invokeAll(IntStream.range(0, GUESSES)
                            .<Callable<Integer>>mapToObj(i -> () -> logIn(client.apply(i), "guess number " + i))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnly(401, 429);
            return statuses.stream().filter(status -> status == 401).count();
        }
    }

    private void ownerGetsIn() {
        assertThat(logIn(home, "correct horse battery")).isEqualTo(200);
        assertThat(logIn(SERVER.anyone(), "correct horse battery")).isEqualTo(200);
    }

    private int logIn(LocalClient client, String password) {
        return client.post("/api/v1/auth/login", Map.of("email_or_username", name, "password", password))
                .status();
    }
}
