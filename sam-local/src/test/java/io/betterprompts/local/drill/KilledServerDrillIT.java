package io.betterprompts.local.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server with its own PostgreSQL, killed without warning while clients write, and started again on what it left. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks for processes in /proc")
class KilledServerDrillIT {

    private static final int KILLS = Integer.getInteger("drill.kills", DrillSize.of(1, 100));

    private static final int FUNCTIONS = 5;

    private final Random random = new Random();
    private final Ledger ledger = new Ledger();
    private final List<ProcessHandle> leftBehind = new ArrayList<>();

    private final List<ServerProcess> servers = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        servers.forEach(ServerProcess::close);
        leftBehind.forEach(ProcessHandle::destroy);
    }

    @Test
    void losesNoAcknowledgedWriteAndEndsThePostgresItLeftBehind() throws IOException {
        Findings findings = new Findings(0, 0, 0);
        Duration recovery = Duration.ZERO;
        ServerProcess server = start();
        List<Account> accounts = Stage.accounts(server.url());
        for (int i = 0; i < KILLS; i++) {
            writeUntilKilled(server, accounts);
            server = start();
            long listening = System.nanoTime();
            sendAgain(server);
            recovery = Duration.ofNanos(Math.max(recovery.toNanos(), System.nanoTime() - listening));
            findings = findings.and(new ConsistencyChecker(db()).check(ledger));
        }
        Outcome outcome = new Outcome(answered(), recovery, findings, orphans());
        DrillReport.add("server killed", "kill -9 at a random moment, times " + KILLS, outcome);
        assertThat(outcome).matches(Outcome::holds, "server killed");
    }

    private ServerProcess start() throws IOException {
        ServerProcess server = ServerProcess.start(folder, Map.of());
        servers.add(server);
        hasStartedWell(server);
        return server;
    }

    /** A function has no connection before its first request, unless it has rehearsed. */
    private void hasStartedWell(ServerProcess server) throws IOException {
        assertThat(server.output()).as("what a person sees of the start").doesNotContain("logback", "WARN", "ehears");
        assertThat(connections()).as("of functions that have rehearsed").isGreaterThanOrEqualTo(FUNCTIONS);
    }

    private int connections() throws IOException {
        return db().sql("select count(*) from pg_stat_activity where application_name = 'betterprompts'")
                .query(Integer.class)
                .single();
    }

    private void writeUntilKilled(ServerProcess server, List<Account> accounts) throws IOException {
        try (Writers writers = Writers.start(server.url(), accounts, ledger)) {
            Await.pause(Duration.ofMillis(200 + random.nextInt(1_500)));
            leftBehind.add(postgres());
            server.kill();
            writers.stop();
        }
    }

    private void sendAgain(ServerProcess server) {
        try (Writers writers = Writers.start(server.url(), List.of(), ledger)) {
            writers.finish();
        }
    }

    /** Whoever was cut off has no answer, and that is none of the server's faults. */
    private List<Reply> answered() {
        return ledger.replies().stream().filter(reply -> reply.status() != 0).toList();
    }

    private Map<String, Integer> orphans() {
        int alive = (int) leftBehind.stream().filter(ProcessHandle::isAlive).count();
        return alive == 0 ? Map.of() : Map.of("process", alive);
    }

    private ProcessHandle postgres() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    }

    private JdbcClient db() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/postgres");
        source.setUser("postgres");
        return JdbcClient.create(source);
    }

    /** The process is in its first line, the port in the fourth. */
    private List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
    }
}
