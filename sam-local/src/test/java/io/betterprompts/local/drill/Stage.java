package io.betterprompts.local.drill;

import io.betterprompts.local.LastingFolder;
import io.betterprompts.local.LocalDynamoDb;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A server in a process of its own on a PostgreSQL of its own, a wire between the two, and people who write. */
final class Stage {

    private static final int DISK_MEGABYTES = 400;
    private static final int ACCOUNTS = 4;
    private static final int CROWD = 64;
    private static final int ROUNDS = 2;
    private static final Duration CROWDED = Duration.ofMillis(50);
    /** Counted in the cache, and never reached. */
    private static final String GENEROUS = "anonymous=1000000/60,caller=1000000/60,credentials=1000000/60";

    private static final List<String> EACH_FUNCTION = List.of(
            "/api/v1/history", "/api/v1/templates", "/api/v1/settings", "/api/v1/auth/profile", "/api/v1/health/ready");

    /**
     * Threads that come with the need for them and end when they were idle: the gateway's, of which its pool has no more than it
     * was made for; for each of the five pools of connections one that keeps it, one that opens them and one that closes them;
     * and the one of the JDK that ends what comes too late, by its names on JDK 25 and before it.
     */
    private static final Map<String, Integer> BOUNDS = Map.of(
            "thread qtp", Integer.MAX_VALUE,
            "thread HikariPool-", 15,
            "thread ForkJoinPool.co", 1,
            "thread CompletableFutu", 1);

    /** Six a function, see {@code LocalServer}. */
    private static final int CONNECTIONS = 30;

    /** By the JDK, for some seconds, of those to one server; six were seen. */
    private static final int KEPT = 10;

    private static final Duration BEFORE = Duration.ofMillis(DrillSize.of(250, 500));
    private static final Duration AFTER = Duration.ofMillis(DrillSize.of(250, 500));
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    final Optional<SmallDisk> disk;
    final DrilledPostgres postgres;
    final FaultyWire wire;
    final Optional<FaultyWire> cacheWire;
    final ServerProcess server;
    private final List<Account> accounts;
    private final ConsistencyChecker checker;
    private final Footprint before;

    /** The one for all classes, stopped with the process. */
    static Stage running() {
        return Running.STAGE;
    }

    private Stage(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        keep(() -> LastingFolder.delete(folder));
        try {
            Optional<LocalDynamoDb> cache = LocalDynamoDb.canRun()
                    ? Optional.of(keep(LocalDynamoDb.start(folder.resolve("cache"))))
                    : Optional.empty();
            disk = SmallDisk.mount(folder.resolve("disk"), DISK_MEGABYTES).map(this::keep);
            postgres = keep(new DrilledPostgres(folder.resolve("disk").resolve("data"), disk));
            wire = keep(new FaultyWire(postgres.port()));
            cacheWire = cache.map(this::wireTo);
            server = keep(ServerProcess.start(folder.resolve("server"), settings()));
            cacheWire.ifPresent(c -> warm());
            accounts = accounts(server.url());
            checker = new ConsistencyChecker(postgres.db());
            crowd();
            before = settled();
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        }
    }

    /** To be stopped with the rest, and before what was kept earlier. */
    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private FaultyWire wireTo(LocalDynamoDb cache) {
        cache.makeTable();
        return keep(new FaultyWire(cache.port()));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(
                Map.of("DB_URL", "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres", "RATE_LIMITS", GENEROUS));
        cacheWire.ifPresent(c -> settings.putAll(LocalDynamoDb.settings(c.port())));
        return settings;
    }

    /** The first calls of a cold client to a cold DynamoDB Local take longer than a cache may, and logins wait for it. */
    private void warm() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Caller caller = new Caller(http, server.url());
            Map<String, String> nobody = Map.of("email_or_username", "nobody", "password", "wrong password");
            Await.until(
                    SETTLING,
                    () -> caller.send("POST", "/api/v1/auth/login", nobody, Map.of())
                                            .status()
                                    == 401
                            ? http
                            : null);
        }
    }

    Reply logIn() {
        return accounts.getFirst().logIn(server.url());
    }

    static List<Account> accounts(String url) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> Account.register(url, "writer" + i))
                .toList();
    }

    /** Has every pool and every thread used once, so that what is bounded stands at its bound before anything is counted. */
    private void crowd() {
        wire.delay(CROWDED);
        try (ExecutorService threads = Executors.newFixedThreadPool(CROWD);
                HttpClient http = HttpClient.newHttpClient()) {
            Caller caller = new Caller(http, server.url());
            Map<String, String> headers =
                    Map.of("authorization", "Bearer " + accounts.getFirst().token());
            IntStream.range(0, CROWD * ROUNDS)
                    .mapToObj(i -> EACH_FUNCTION.get(i % EACH_FUNCTION.size()))
                    .forEach(path -> threads.execute(() -> caller.send("GET", path, null, headers)));
        } finally {
            wire.mend();
        }
    }

    /** Lets the writers write, breaks something for a while, mends it, and looks at what became of it. */
    Outcome during(Duration time, Runnable fault, Runnable mend) {
        Ledger ledger = new Ledger();
        long mended;
        try (Writers writers = Writers.start(server.url(), accounts, ledger)) {
            Await.pause(BEFORE);
            fault.run();
            Await.pause(time);
            mend.run();
            mended = System.nanoTime();
            Await.until(SETTLING, () -> firstDoneAfter(mended, ledger).orElse(null));
            Await.pause(AFTER);
            writers.finish();
        }
        Findings findings = checker.check(ledger);
        Duration recovery = firstDoneAfter(mended, ledger).orElseThrow();
        crowd();
        return new Outcome(ledger.replies(), recovery, findings, leaks());
    }

    private static Optional<Duration> firstDoneAfter(long mended, Ledger ledger) {
        return ledger.replies().stream()
                .filter(reply -> reply.isDone() && reply.answeredAt() > mended)
                .map(reply -> Duration.ofNanos(reply.answeredAt() - mended))
                .min(Comparator.naturalOrder());
    }

    /** Once the connections of earlier clients are gone. */
    private Footprint settled() {
        List<Footprint> seen = new ArrayList<>(List.of(footprint()));
        return Await.until(SETTLING, () -> {
            Await.pause(Duration.ofMillis(200));
            seen.add(footprint());
            return seen.getLast().equals(seen.get(seen.size() - 2)) ? seen.getLast() : null;
        });
    }

    /** Connections to the database and to the cache come and go with the need for them, up to a bound: they are counted apart. */
    private Footprint footprint() {
        int toDatabase = postgres.connections();
        int toCache =
                cacheWire.map(toIt -> Footprint.connectionsTo(toIt.port())).orElse(0);
        return server.footprint()
                .without("socket", toDatabase + toCache)
                .without("database connection beyond the pools", CONNECTIONS - toDatabase)
                .without("cache connection beyond those kept", KEPT - toCache);
    }

    /** Waits until there are none, for as long as it takes idle threads and connections to end. */
    private Map<String, Integer> leaks() {
        long end = System.nanoTime() + SETTLING.toNanos();
        Map<String, Integer> beyond = footprint().beyond(before, BOUNDS);
        while (!beyond.isEmpty() && System.nanoTime() < end) {
            Await.pause(Duration.ofMillis(100));
            beyond = footprint().beyond(before, BOUNDS);
        }
        return beyond;
    }

    private synchronized void stop() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("while the stage stops: " + e);
            }
        }
    }

    private static final class Running {
        static final Stage STAGE = new Stage(LastingFolder.make("drill"));
    }
}
