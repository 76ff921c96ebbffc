package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.TableScans;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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
        db.sql("""
            insert into prompts.labels (id, user_id, history_id, name, version_id, revision, created_at, updated_at)
            select gen_random_uuid(), user_id, history_id, 'test', id, revision, now(), now()
            from prompts.versions where number = 1
            """).update();
        db.sql("""
            insert into prompts.feedback (id, user_id, version_id, verdict, revision, created_at, updated_at)
            select gen_random_uuid(), user_id, id, 'kept', revision, now(), now() from prompts.versions where number = 5
            """).update();
        db.sql("""
            insert into prompts.templates (id, user_id, name, content, revision, created_at, updated_at)
            select gen_random_uuid(), user_id, title, original_prompt, revision, now(), now() from prompts.history
            """).update();
        db.sql("""
            insert into auth.revisions (user_id, last) select id, 200 from auth.users
            on conflict (user_id) do update set last = 200
            """).update();
        db.sql("vacuum analyze").update();
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
        assertThat(whole(() -> call(() -> history.calls.get(PATH + query)))).isEmpty();
    }

    @Test
    void findGroupsVersionsAndLabelsByIndex() {
        String path = PATH + "/" + group;
        assertThat(whole(
                        () -> call(() -> history.calls.get(path)),
                        () -> call(() -> history.calls.get(path + "/versions")),
                        () -> call(() -> history.calls.get("/api/v1/versions/" + version)),
                        () -> call(() -> history.calls.get("/api/v1/versions/" + version + "/diff?against=original")),
                        () -> call(() -> history.calls.patch(path, Map.of("favourite", true))),
                        () -> call(() -> history.calls.post(path + "/versions", Map.of("optimized_prompt", "a"))),
                        () -> call(() -> history.calls.post("/api/v1/versions/" + version + "/restore", null)),
                        () -> call(() -> history.calls.put(path + "/labels/production", Map.of("version_number", 1))),
                        () -> call(() -> history.calls.get(path + "/labels")),
                        () -> call(() -> history.calls.get(path + "/labels/production")),
                        () -> call(() -> history.calls.delete(path + "/labels/production")),
                        () -> call(() -> history.calls.delete(path)),
                        () -> call(() -> history.calls.post(path + "/undelete", null))))
                .isEmpty();
    }

    @Test
    void findChangesByIndex() {
        String later = history.calls
                .get("/api/v1/sync?limit=100")
                .json()
                .path("cursor")
                .asString();
        assertThat(whole(
                        () -> call(() -> history.calls.get("/api/v1/sync?limit=500")),
                        () -> call(() -> history.calls.get("/api/v1/sync?since=" + later)),
                        () -> call(() -> history.calls.post("/api/v1/sync", Map.of("changes", List.of(change()))))))
                .isEmpty();
    }

    private static Map<String, Object> change() {
        return Map.of(
                "change_id", UUID.randomUUID(),
                "type", "group",
                "id", Ids.timeOrdered().next(),
                "base_version", 0,
                "version_id", Ids.timeOrdered().next(),
                "data", Map.of("original_prompt", "a", "optimized_prompt", "b"));
    }

    @Test
    void findFeedbackByIndex() {
        assertThat(whole(
                        () -> call(() -> history.calls.post(
                                "/api/v1/feedback", Map.of("version_id", version, "verdict", "kept"))),
                        () -> call(() -> history.calls.get("/api/v1/feedback/effectiveness"))))
                .isEmpty();
    }

    @Test
    void noticesATableThatIsReadFromEndToEnd() {
        assertThat(whole(() -> db.sql("select count(*) from prompts.versions where model_name = 'm1'")
                        .query(Integer.class)
                        .single()))
                .containsExactly("versions");
    }

    /** The large tables that were read from end to end meanwhile. */
    private List<String> whole(Runnable... requests) {
        return new TableScans(db).during(() -> List.of(requests).forEach(Runnable::run));
    }

    private void call(Supplier<Answer> request) {
        assertThat(request.get().status()).isLessThan(300);
    }

    private String one(String sql) {
        return db.sql(sql)
                .param("user", history.user.value())
                .query(String.class)
                .single();
    }
}
