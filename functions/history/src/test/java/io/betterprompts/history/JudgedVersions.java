package io.betterprompts.history;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.TestDatabase;
import java.util.UUID;

/** Versions to give feedback on, as the engine's function writes them. */
record JudgedVersions(TestDatabase database) {

    /** A version with an edit {@code e1} by few_shot and an edit {@code e2} by role_play. */
    UUID version(UserId user) {
        UUID group = Ids.timeOrdered().next();
        UUID version = Ids.timeOrdered().next();
        database.db().sql("""
                        insert into prompts.history (
                            id, user_id, original_prompt, title, current_version_number, revision, created_at, updated_at)
                        values (:id, :user, 'p', 'p', 1, 1, now(), now())
                        """).param("id", group).param("user", user.value()).update();
        database.db()
                .sql("""
                        insert into prompts.versions (
                            id, history_id, user_id, number, original_prompt, optimized_prompt, status, edits,
                            explanation, revision, created_at)
                        values (
                            :id, :group, :user, 1, 'p', 'p q', 'enhanced',
                            '[{"id": "e1", "technique": "few_shot"}, {"id": "e2", "technique": "role_play"}]',
                            '{"intent": {"label": "reasoning"}, "model_class": "standard"}', 1, now())
                        """)
                .param("id", version)
                .param("group", group)
                .param("user", user.value())
                .update();
        return version;
    }
}
