package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PersonalDataIT {

    private final AuthFixture fixture = new AuthFixture();
    private final JdbcClient db = fixture.database.db();
    private final Answer ada = fixture.register();
    private final Answer eve =
            fixture.calls.post("/api/v1/auth/register", AuthFixture.registration("eve@example.com", "eve"));

    /** Tables with a column that names a user, and tables that refer to the users, whatever their column is called. */
    private Set<String> tablesThatHoldAUser() {
        return new HashSet<>(db.sql("""
            select table_schema || '.' || table_name
            from information_schema.columns
            where column_name ~ '(user|owner|author|account)_?id'
              and table_schema not in ('pg_catalog', 'information_schema')
            union
            select conrelid::regclass::text from pg_constraint
            where contype = 'f' and confrelid = 'auth.users'::regclass
            union
            select 'auth.users'
            """).query(String.class).list());
    }

    private static Set<String> known() {
        return PersonalTable.ALL.stream().map(PersonalTable::name).collect(Collectors.toSet());
    }

    @Test
    void knowsEveryTableThatHoldsAUser() {
        assertThat(known()).isEqualTo(tablesThatHoldAUser());
    }

    @Test
    void noticesATableItWasNotToldOf() {
        db.sql("create table prompts.notes (author uuid references auth.users)").update();
        db.sql("create table settings.devices (owner_id uuid)").update();

        assertThat(tablesThatHoldAUser())
                .contains("prompts.notes", "settings.devices")
                .isNotEqualTo(known());
    }

    /** A column that sounds like a secret or is made from others is withheld, or this test is told here that it is not. */
    @Test
    void withholdsEveryColumnThatSoundsLikeASecret() {
        Set<String> harmless = Set.of("prompts.versions.rule_set_hash", "prompts.versions.model_hash");
        Set<String> suspicious = new HashSet<>(db.sql("""
            select table_schema || '.' || table_name || '.' || column_name
            from information_schema.columns
            where (column_name ~ 'hash|secret|password|token|key' or data_type in ('bytea', 'tsvector'))
              and table_schema in ('auth', 'prompts', 'settings') and table_name not in ('signing_keys', 'login_attempts')
            """).query(String.class).list());
        suspicious.removeAll(harmless);

        assertThat(PersonalTable.ALL.stream()
                        .flatMap(table -> table.withheld().stream().map(column -> table.name() + "." + column)))
                .containsExactlyInAnyOrderElementsOf(suspicious);
    }

    @Test
    void erasesEveryRowOfTheUserAndNoneOfOthers() {
        fill(id(ada));
        fill(id(eve));
        PersonalTable.ALL.forEach(
                table -> assertThat(count(table, id(ada))).as(table.name()).isPositive());

        fixture.calls
                .withToken(accessToken(ada))
                .send("DELETE", "/api/v1/auth/profile", Map.of("password", "correct horse"), Map.of());

        PersonalTable.ALL.forEach(table -> {
            assertThat(count(table, id(ada))).as(table.name()).isZero();
            assertThat(count(table, id(eve))).as(table.name()).isPositive();
        });
    }

    /** As docs/operations.md tells an operator to. */
    @Test
    void erasesEveryRowWithThatOfTheUser() {
        fill(id(ada));
        fill(id(eve));

        db.sql("delete from auth.users where email_key = lower('Ada@Example.com')")
                .update();

        PersonalTable.ALL.forEach(table -> {
            assertThat(count(table, id(ada))).as(table.name()).isZero();
            assertThat(count(table, id(eve))).as(table.name()).isPositive();
        });
    }

    @Test
    void exportsEveryRowOfTheUserWithoutSecrets() {
        fill(id(ada));
        fill(id(eve));

        Answer answer = export("");

        JsonNode tables = answer.json().path("tables");
        assertThat(tables.propertyNames()).containsExactlyInAnyOrderElementsOf(known());
        PersonalTable.ALL.forEach(
                table -> assertThat((long) tables.path(table.name()).size())
                        .as(table.name())
                        .isEqualTo(count(table, id(ada))));
        assertThat(answer.json().path("next_cursor").isNull()).isTrue();
        assertThat(tables.path("auth.users").get(0).path("email").asString()).isEqualTo("Ada@Example.com");
        assertThat(tables.path("prompts.versions")
                        .get(0)
                        .path("optimized_prompt")
                        .asString())
                .isEqualTo("better \u00e9\r\n\t");
        assertThat(answer.text())
                .doesNotContain("$2a$")
                .doesNotContain("_hash\":\"\\\\x")
                .doesNotContain("eve@example.com")
                .doesNotContain(id(eve).toString());
    }

    @Test
    void exportsALargeAccountInParts() {
        fill(id(ada));
        for (int i = 0; i < 60; i++) {
            version(id(ada), "\u00e9".repeat(30_000));
        }
        int rows = 0;
        int parts = 0;
        String cursor = "";
        do {
            Answer part = export(cursor);
            assertThat(part.text().length()).isLessThan(AccountExport.MAX_BYTES + 100_000);
            rows += part.json().path("tables").path("prompts.versions").size();
            parts++;
            JsonNode next = part.json().path("next_cursor");
            cursor = next.isNull() ? "" : "?cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(rows).isEqualTo(61);
        assertThat(parts).isEqualTo(2);
    }

    @Test
    void refusesACursorOfAnotherList() {
        for (String cursor : List.of("x", "OTk6LQ", "MTo", "LTE6LQ")) {
            assertThat(export("?cursor=" + cursor).status()).as(cursor).isEqualTo(422);
        }
    }

    private Answer export(String query) {
        return fixture.calls.withToken(accessToken(ada)).get("/api/v1/auth/export" + query);
    }

    private static UserId id(Answer registered) {
        return new UserId(
                UUID.fromString(registered.json().path("user").path("id").asString()));
    }

    private long count(PersonalTable table, UserId user) {
        return db.sql("select count(*) from " + table.name() + " where " + table.owner() + " = :user")
                .param("user", user.value())
                .query(Long.class)
                .single();
    }

    /** A row in every table. */
    private void fill(UserId user) {
        UUID version = version(user, "better \u00e9\r\n\t");
        sql("""
            insert into prompts.feedback (id, user_id, version_id, rating, revision, created_at, updated_at)
            values (:id, :user, :other, 1, 1, now(), now())
            """, user, UUID.randomUUID(), version);
        sql("""
            insert into prompts.labels (
                id, user_id, history_id, name, version_id, revision, created_at, updated_at)
            select :id, :user, history_id, 'production', id, 1, now(), now()
            from prompts.versions where id = :other
            """, user, UUID.randomUUID(), version);
        sql("""
            insert into prompts.sync_changes (id, user_id, row_id, created_at) values (:id, :user, :other, now())
            """, user, UUID.randomUUID(), version);
        sql("""
            insert into prompts.templates (id, user_id, name, content, revision, created_at, updated_at)
            values (:id, :user, 'mine', :other::text, 1, now(), now())
            """, user, UUID.randomUUID(), version);
        sql("""
            insert into prompts.template_versions (
                id, template_id, user_id, version, name, content, tags, is_public, variables, created_at)
            select :id, id, user_id, 1, name, content, tags, is_public, variables, now()
            from prompts.templates where user_id = :user and :other::uuid is not null
            """, user, UUID.randomUUID(), version);
        sql("""
            insert into settings.user_settings (user_id, revision, updated_at)
            select :user, 1, now() where :id::uuid <> :other::uuid
            """, user, UUID.randomUUID(), version);
        sql("""
            insert into auth.api_keys (id, user_id, name, prefix, key_hash, scopes, created_at)
            values (:id, :user, 'k', :other::text, 'hash', '{enhance}', now())
            """, user, UUID.randomUUID(), version);
        sql("""
            insert into auth.idempotent_answers (id, user_id, fingerprint, answer, expires_at)
            values (:id, :user, 'print', :other::text::bytea, now())
            """, user, UUID.randomUUID(), version);
        sql("""
            insert into auth.revisions (user_id, last)
            select :user, 1 where :id::uuid <> :other::uuid
            """, user, UUID.randomUUID(), version);
    }

    private UUID version(UserId user, String optimized) {
        UUID history = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        sql("""
            insert into prompts.history (
                id, user_id, original_prompt, title, current_version_number, revision, created_at, updated_at)
            values (:id, :user, 'p', :other::text, 1, 1, now(), now())
            """, user, history, version);
        db.sql("""
            insert into prompts.versions (
                id, history_id, user_id, number, original_prompt, optimized_prompt, status, revision, created_at)
            values (:id, :history, :user, 1, 'p', :optimized, 'client', 1, now())
            """)
                .param("id", version)
                .param("history", history)
                .param("user", user.value())
                .param("optimized", optimized)
                .update();
        return version;
    }

    private void sql(String insert, UserId user, UUID id, UUID other) {
        db.sql(insert)
                .param("user", user.value())
                .param("id", id)
                .param("other", other)
                .update();
    }
}
