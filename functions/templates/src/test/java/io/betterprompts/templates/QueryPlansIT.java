package io.betterprompts.templates;

import static io.betterprompts.templates.TemplatesFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.TableScans;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On 20,000 templates and 20,000 prompt groups of 50 users no table is ever read from end to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlansIT {

    private final TemplatesFixture function = new TemplatesFixture();
    private final JdbcClient db = function.database.db();

    @BeforeAll
    void fill() {
        for (int i = 0; i < 48; i++) {
            function.database.user();
        }
        db.sql("""
                        insert into prompts.templates (
                            id, user_id, name, content, category, tags, is_public, revision, created_at, updated_at)
                        select gen_random_uuid(), u.id, 'name ' || g, 'Write of ' || md5(u.id::text || g), 'category' || g % 9,
                            array['t' || g % 20], g % 100 = 0, g, now(), now()
                        from auth.users u, generate_series(1, 400) g
                        """).update();
        db.sql("""
                        insert into prompts.template_versions (
                            id, template_id, user_id, version, name, content, tags, is_public, variables, created_at)
                        select gen_random_uuid(), id, user_id, 1, name, content, tags, is_public, variables, created_at
                        from prompts.templates
                        """).update();
        db.sql("""
                        insert into prompts.history (
                            id, user_id, original_prompt, title, current_version_number, revision, created_at, updated_at)
                        select id, user_id, content, name, 1, revision, created_at, updated_at from prompts.templates
                        """).update();
        db.sql("""
                        insert into prompts.versions (
                            id, history_id, user_id, number, original_prompt, optimized_prompt, status, revision, created_at)
                        select gen_random_uuid(), id, user_id, 1, title, title, 'client', revision, created_at
                        from prompts.history
                        """).update();
        db.sql("vacuum analyze").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?scope=own",
                "?scope=public",
                "?tag=t3",
                "?tag=none",
                "?category=category3",
                "?q=write",
                "?q=nowhere",
                "?q=name&scope=own",
                "/tags",
                "/tags?scope=public",
                "/categories?scope=own"
            })
    void findListsByIndex(String query) {
        assertThat(whole(() -> function.calls.get(PATH + query))).isEmpty();
    }

    @Test
    void findTemplatesAndTheirVersionsByIndex() {
        String path = function.path("mine", Map.of("content", "Say hi", "tags", List.of("greeting")));
        assertThat(whole(
                        () -> function.calls.get(path),
                        () -> function.calls.patch(path, Map.of("category", "a")),
                        () -> function.calls.get(path + "/versions"),
                        () -> function.calls.get(path + "/versions/1"),
                        () -> function.calls.post(path + "/copy", null),
                        () -> function.calls.post(
                                PATH + "/tags/rename", Map.of("from", List.of("greeting"), "to", "hello")),
                        () -> function.calls.post(PATH + "/categories/rename", Map.of("from", List.of("a"), "to", "b")),
                        () -> function.calls.delete(path)))
                .isEmpty();
    }

    @Test
    void moveAccountsByIndex() {
        assertThat(whole(
                        () -> function.calls.get("/api/v1/export"),
                        () -> function.calls.get("/api/v1/export?what=history"),
                        () -> function.calls.post(
                                "/api/v1/import", Map.of("format", "promptfoo", "document", "prompts: [one, two]"))))
                .isEmpty();
    }

    @Test
    void noticesATableThatIsReadFromEndToEnd() {
        assertThat(new TableScans(db)
                        .during(() -> db.sql("select count(*) from prompts.templates where name = 'name 1'")
                                .query(Long.class)
                                .single()))
                .containsExactly("templates");
    }

    @SafeVarargs
    private List<String> whole(Supplier<Answer>... requests) {
        return new TableScans(db).during(() -> {
            for (Supplier<Answer> request : requests) {
                assertThat(request.get().status()).isLessThan(300);
            }
        });
    }
}
