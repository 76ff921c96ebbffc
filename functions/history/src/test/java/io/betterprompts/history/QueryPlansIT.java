package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL counts how often it read a table from end to end; on 50,000 versions of 50 users it never has to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlansIT {

    private final HistoryFixture history = new HistoryFixture();
    private final JdbcClient db = history.database.db();
    private String group = "";
    private String version = "";

    @BeforeAll
    void fill() {
        for (int i = 0; i < 49; i++) {
            history.database.user();
        }
        db.sql("""
            insert into prompts.history (
                id, user_id, original_prompt, title, intent, current_version_number, tags, revision,
                created_at, updated_at)
            select gen_random_uuid(), u.id, 'write poem ' || g, 'title ' || g % 100, 'reasoning', 5,
                array['t' || g % 10], g, now() - g * interval '1 hour', now()
            from auth.users u, generate_series(1, 200) g
            """).update();
        db.sql("""
            insert into prompts.versions (
                id, history_id, user_id, number, original_prompt, optimized_prompt, model_name, status,
                edits, revision, created_at)
            select gen_random_uuid(), h.id, h.user_id, n, h.original_prompt,
                'write a poem of the sea and ' || md5(h.id::text || n), 'm' || n, 'enhanced',
                '[{"technique": "role_play"}]', h.revision, h.created_at
            from prompts.history h, generate_series(1, 5) n
            """).update();
        db.sql("analyze").update();
        group = one("select id::text from prompts.history where user_id = :user limit 1");
        version = one("select id::text from prompts.versions where user_id = :user and number = 2 limit 1");
        assertThat(db.sql("select count(*) from prompts.versions")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(50_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?limit=100",
                "?intent=reasoning&tag=t3&favourite=false&status=active",
                "?technique=role_play",
                "?technique=none",
                "?model=m3",
                "?model=none",
                "?created_from=2026-01-01T00:00:00Z&created_before=2027-01-01T00:00:00Z",
                "?q=poem",
                "?q=title",
                "?q=nowhere",
                "?q=sea%20-winter&technique=role_play",
                "?deleted=true"
            })
    void findListsByIndex(String query) {
        assertThat(whole(() -> history.calls.get(PATH + query).status())).isEmpty();
    }

    @Test
    void findGroupsVersionsAndLabelsByIndex() {
        String path = PATH + "/" + group;
        assertThat(whole(() -> {
                    history.calls.get(path);
                    history.calls.get(path + "/versions");
                    history.calls.get("/api/v1/versions/" + version);
                    history.calls.get("/api/v1/versions/" + version + "/diff?against=original");
                    history.calls.patch(path, Map.of("favourite", true));
                    history.calls.post(path + "/versions", Map.of("optimized_prompt", "a"));
                    history.calls.post("/api/v1/versions/" + version + "/restore", null);
                    history.calls.put(path + "/labels/production", Map.of("version_number", 1));
                    return history.calls.delete(path).status();
                }))
                .isEmpty();
    }

    @Test
    void noticesATableThatIsReadFromEndToEnd() {
        assertThat(whole(() -> db.sql("select count(*) from prompts.versions where model_name = 'm1'")
                        .query(Integer.class)
                        .single()))
                .containsExactly("versions");
    }

    private interface Work {
        int run();
    }

    /** The large tables that were read from end to end meanwhile. */
    private List<String> whole(Work work) {
        Map<String, Long> before = scans();
        assertThat(work.run()).isNotEqualTo(500);
        Map<String, Long> after = scans();
        return after.keySet().stream()
                .filter(table -> !Objects.equals(after.get(table), before.get(table)))
                .toList();
    }

    /** Each call has a connection of its own, which reports when it ends. */
    private Map<String, Long> scans() {
        Instant deadline = Instant.now().plusSeconds(20);
        while (others() > 0) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(10_000_000);
        }
        return Map.of("history", scans("history"), "versions", scans("versions"));
    }

    private int others() {
        return db.sql("""
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
            """).query(Integer.class).single();
    }

    private long scans(String table) {
        return db.sql("select seq_scan from pg_stat_user_tables where schemaname = 'prompts' and relname = :table")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    private String one(String sql) {
        return db.sql(sql)
                .param("user", history.user.value())
                .query(String.class)
                .single();
    }
}
