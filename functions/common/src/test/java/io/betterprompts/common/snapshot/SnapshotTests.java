package io.betterprompts.common.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class SnapshotTests {

    private static final Context<Resource> CONTEXT = Core.getGlobalContext();

    private final AtomicInteger runs = new AtomicInteger();
    private final Start start = new Start();

    @Test
    void rehearsesSeveralTimesBeforeACheckpoint() throws InterruptedException {
        snapshot(runs::incrementAndGet).beforeCheckpoint(CONTEXT);

        assertThat(runs).hasValue(Snapshot.TIMES);
    }

    @Test
    void goesOnWhereARehearsalFails() throws InterruptedException {
        Rehearsal failing = () -> {
            throw new IllegalStateException("there is no database");
        };

        snapshot(failing, runs::incrementAndGet).beforeCheckpoint(CONTEXT);

        assertThat(runs).hasValue(Snapshot.TIMES);
    }

    @Test
    void rehearsesOnAThreadThatHasEnded() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        snapshot(() -> threads.add(Thread.currentThread())).beforeCheckpoint(CONTEXT);

        assertThat(threads).hasSize(1).noneMatch(Thread::isAlive);
    }

    @Test
    void knowsRehearsalsFromTheFirstRequestAfterTheRestoreAndThatFromOthers() throws InterruptedException {
        List<Start.State> rehearsals = new ArrayList<>();
        Snapshot snapshot = snapshot(() -> rehearsals.add(start.next()));

        snapshot.beforeCheckpoint(CONTEXT);
        snapshot.afterRestore(CONTEXT);

        assertThat(rehearsals).hasSize(Snapshot.TIMES).containsOnly(Start.State.REHEARSAL);
        assertThat(start.next()).isEqualTo(Start.State.RESTORED);
        assertThat(start.next()).isEqualTo(Start.State.WARM);
    }

    @Test
    void startsColdWhereNoSnapshotIsTaken() {
        assertThat(start.next()).isEqualTo(Start.State.COLD);
        assertThat(start.next()).isEqualTo(Start.State.WARM);
    }

    private Snapshot snapshot(Rehearsal... rehearsals) {
        return new Snapshot(new Rehearsals(List.of(rehearsals)), Duration.ZERO, start);
    }
}
