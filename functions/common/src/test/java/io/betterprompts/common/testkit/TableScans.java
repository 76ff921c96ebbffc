package io.betterprompts.common.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL counts how often it reads a table from end to end. This tells which large ones that happens to. */
public record TableScans(JdbcClient db) {

    private static final int LARGE = 5000;

    /** Names of tables, of those that are large by the statistics of {@code analyze}. */
    public List<String> during(Runnable work) {
        Map<String, Long> before = counted();
        work.run();
        Map<String, Long> after = counted();
        return after.keySet().stream()
                .filter(table -> !Objects.equals(after.get(table), before.get(table)))
                .toList();
    }

    /** Each call has a connection of its own, which reports when it ends. */
    private Map<String, Long> counted() {
        Instant deadline = Instant.now().plusSeconds(20);
        while (others() > 0) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(10_000_000);
        }
        Map<String, Long> scans = new TreeMap<>();
        db.sql("""
                        select s.relname, s.seq_scan
                        from pg_stat_user_tables s join pg_class c on c.oid = s.relid
                        where s.schemaname = 'prompts' and c.reltuples >= :large
                        """).param("large", LARGE).query(row -> {
            scans.put(row.getString("relname"), row.getLong("seq_scan"));
        });
        return scans;
    }

    private int others() {
        return db.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                        """).query(Integer.class).single();
    }
}
