package io.betterprompts.common.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RehearsedStartTests {

    private final AtomicInteger runs = new AtomicInteger();
    private final Start start = new Start();

    @Test
    void rehearsesEachOnce() {
        begin(runs::incrementAndGet, runs::incrementAndGet);

        assertThat(runs).hasValue(2);
    }

    @Test
    void startsWhereARehearsalFails() {
        Rehearsal failing = () -> {
            throw new IllegalStateException("there is no database");
        };

        begin(failing, runs::incrementAndGet);

        assertThat(runs).hasValue(1);
    }

    @Test
    void knowsRehearsalsFromTheFirstRequest() {
        Set<Start.State> rehearsals = ConcurrentHashMap.newKeySet();

        begin(() -> rehearsals.add(start.next()));

        assertThat(rehearsals).containsExactly(Start.State.REHEARSAL);
        assertThat(start.next()).isEqualTo(Start.State.COLD);
    }

    private void begin(Rehearsal... rehearsals) {
        new RehearsedStart(new Rehearsals(List.of(rehearsals)), start).start();
    }
}
