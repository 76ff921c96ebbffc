package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PlacesTests {

    private static final Duration LONG = Duration.ofSeconds(9);

    @Test
    void areGivenUntilThereAreNoMore() {
        Places places = new Places(2, 1, Duration.ofMillis(1));

        assertThat(places.take()).isTrue();
        assertThat(places.take()).isTrue();
        assertThat(places.take()).isFalse();
        places.leave();
        assertThat(places.take()).isTrue();
    }

    @Test
    void areWaitedFor() {
        Places places = new Places(1, 1, LONG);
        places.take();

        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(places::take);
        places.leave();

        assertThat(second.join()).isTrue();
    }

    @Test
    void areRefusedAtOnceWhereTooManyWait() {
        Places places = new Places(1, 0, LONG);

        assertThat(places.take()).isTrue();
        assertThat(places.take()).isFalse();
    }
}
