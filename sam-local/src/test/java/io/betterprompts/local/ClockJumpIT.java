package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import io.betterprompts.auth.AuthApplication;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.http.Cors;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import io.betterprompts.history.HistoryApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** A clock that is set an hour forward, and an hour back: tokens, limits, ids, lists and sync of the running functions. */
class ClockJumpIT {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Duration HOUR = Duration.ofHours(1);

    /** In a minute; the limit that is tried below. */
    private static final int QUOTA = 40;

    private static MutableClock clock = new MutableClock(NOW);

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private GatewayServer gateway;
    private LocalClient client;
    private JsonNode tokens;

    @BeforeEach
    void start() throws IOException {
        clock = new MutableClock(NOW);
        Files.writeString(folder.resolve("secret"), "x".repeat(64));
        settings.put("DB_URL", TestDatabase.fresh().jdbcUrl());
        settings.put("SIGNING_SECRET", "file:" + folder.resolve("secret"));
        settings.put("RATE_LIMITS", "anonymous=" + QUOTA + "/60");
        settings.forEach(System::setProperty);
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        LocalFunctions functions =
                LocalFunctions.start(Map.of("auth", AuthAtAnyTime.class, "history", HistoryAtAnyTime.class), silent);
        gateway = GatewayServer.start(0, Contract.load(), functions, new Cors(List.of()), Places.ofThisMachine());
        client = new LocalClient("http://localhost:" + gateway.port()).from("127.8.8.8");
        tokens = client.post(
                        "/api/v1/auth/register",
                        Map.of("email", "t@example.com", "username", "traveller", "password", LocalClient.PASSWORD))
                .json();
    }

    @AfterEach
    void stop() {
        gateway.close();
        settings.keySet().forEach(System::clearProperty);
    }

    /** The beans of {@link AuthApplication}, at a time that the test sets. */
    @Configuration(proxyBeanMethods = false)
    @Import({AuthApplication.class, AnyTime.class})
    static class AuthAtAnyTime {}

    @Configuration(proxyBeanMethods = false)
    @Import({HistoryApplication.class, AnyTime.class})
    static class HistoryAtAnyTime {}

    @Configuration(proxyBeanMethods = false)
    static class AnyTime {

        @Bean
        @Primary
        Clock settableClock() {
            return clock;
        }

        @Bean
        @Primary
        Ids idsOfTheSettableClock() {
            return new TimeOrderedEpochFactory(clock)::create;
        }
    }

    private LocalClient user() {
        return client.withToken(tokens.path("access_token").asString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void endsAccessTokensAndTheClientRefreshes(int hours) {
        clock.pass(HOUR.multipliedBy(hours));

        assertThat(user().get("/api/v1/history").status()).isEqualTo(401);
        refresh();
        assertThat(user().get("/api/v1/history").status()).isEqualTo(200);
    }

    private void refresh() {
        tokens = client.post(
                        "/api/v1/auth/refresh",
                        Map.of("refresh_token", tokens.path("refresh_token").asString()))
                .json();
    }

    @Test
    void locksNobodyOutWhenItIsSetBack() {
        for (int i = 0; i < QUOTA; i++) {
            client.get("/.well-known/jwks.json");
        }
        assertThat(client.get("/.well-known/jwks.json").status()).isEqualTo(429);

        clock.pass(HOUR.negated());

        assertThat(client.get("/.well-known/jwks.json").status()).isEqualTo(200);
    }

    /** Ids made before the jump back are greater than those made after it; nothing is to rest on that they are not. */
    @Test
    void hidesNothingFromListsVersionsAndSync() {
        List<String> groups = new ArrayList<>(write(3));
        String group = groups.getFirst();
        String cursor = user().get("/api/v1/sync").text("cursor");
        clock.pass(HOUR.negated());
        refresh();
        List<String> later = write(3);
        groups.addAll(later);
        List<Integer> numbers = IntStream.range(0, 3)
                .mapToObj(
                        i -> user().post("/api/v1/history/" + group + "/versions", Map.of("optimized_prompt", "v" + i))
                                .json()
                                .path("number")
                                .asInt())
                .toList();

        assertThat(paged()).containsExactlyInAnyOrderElementsOf(groups);
        assertThat(numbers).containsExactly(2, 3, 4);
        assertThat(user().get("/api/v1/sync?since=" + cursor).body()).contains(later);
    }

    private List<String> write(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    clock.pass(Duration.ofSeconds(1));
                    return user().post(
                                    "/api/v1/history",
                                    Map.of("original_prompt", "prompt " + i, "optimized_prompt", "better " + i))
                            .text("id");
                })
                .toList();
    }

    private List<String> paged() {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = user().get("/api/v1/history?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            all.addAll(page.path("items").findValuesAsString("id"));
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return all;
    }
}
