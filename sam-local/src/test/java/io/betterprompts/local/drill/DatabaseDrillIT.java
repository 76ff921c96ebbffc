package io.betterprompts.local.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The database in trouble, under write load. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "counts threads and descriptors in /proc")
class DatabaseDrillIT {

    /** More than a request waits for the database. */
    private static final Duration A_WHILE = Duration.ofMillis(DrillSize.of(1_600, 10_000));

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final Stage stage = Stage.running();

    private void drill(String fault, String deed, Runnable breaks, Runnable mends) {
        Outcome outcome = stage.during(A_WHILE, breaks, mends);
        DrillReport.add(fault, deed, outcome);
        assertThat(outcome).matches(Outcome::holds, fault);
        assertThat(outcome.refused()).as("refused while broken").isPositive();
    }

    @Test
    void isKilledAndStartedAgain() {
        drill(
                "database killed",
                "SIGKILL to the postmaster, started again",
                () -> stage.postgres.kill(),
                () -> stage.postgres.restart());
    }

    @Test
    void isSlow() {
        drill("database slow", "each answer 5 s late", () -> stage.wire.delay(SLOW), () -> stage.wire.mend());
    }

    @Test
    void isOutOfReach() {
        drill("database out of reach", "connections cut and refused", () -> stage.wire.cut(), () -> stage.wire.mend());
    }

    @Test
    void holdsALockThatAllWantAndSoTheWholePool() throws SQLException {
        try (Connection blocker = stage.postgres.connect()) {
            blocker.setAutoCommit(false);
            drill(
                    "connection pool exhausted",
                    "a lock on the users' revisions, for which every write waits with its connection",
                    () -> run(blocker, "lock table auth.revisions in access exclusive mode"),
                    () -> run(blocker, "rollback"));
        }
    }

    @Test
    void hasNoConnectionLeft() {
        Deque<Connection> taken = new ArrayDeque<>();
        drill(
                "no connection left",
                "the pool's connections ended, all that PostgreSQL gives taken by others",
                () -> takeAll(taken),
                () -> taken.forEach(DatabaseDrillIT::close));
    }

    private void takeAll(Deque<Connection> taken) {
        try {
            taken.add(stage.postgres.connect());
            run(
                    taken.getFirst(),
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'betterprompts'");
            while (true) {
                taken.add(stage.postgres.connect());
            }
        } catch (SQLException none) {
            // as was meant
        }
    }

    @Test
    void hasNoRoomLeft() {
        assumeTrue(stage.disk.isPresent(), "this system lets nobody mount a small file system");
        drill(
                "disk full",
                "the file system of the database filled to its last page",
                () -> stage.disk.orElseThrow().fill(),
                () -> {
                    stage.disk.orElseThrow().empty();
                    stage.postgres.restartIfEnded();
                });
    }

    private static void run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
