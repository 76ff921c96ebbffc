package io.betterprompts.enhance;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.placeholder.FillableText;
import io.betterprompts.common.placeholder.Variable;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of {@code prompts.templates} that is needed to fill one in. */
final class PostgresFillableTemplates {

    private final JdbcClient db;

    PostgresFillableTemplates(JdbcClient db) {
        this.db = db;
    }

    /**
     * A template of the user's own or a public one.
     *
     * @throws TemplateNotFound if there is none
     */
    FillableText visible(UserId user, UUID id) {
        return db.sql("""
                        select content, variables
                        from prompts.templates
                        where id = :id and (user_id = :user or is_public) and deleted_at is null
                        """)
                .param("id", id)
                .param("user", user.value())
                .query((row, number) -> new FillableText(
                        row.getString("content"),
                        List.of(Json.mapper().readValue(row.getString("variables"), Variable[].class))))
                .optional()
                .orElseThrow(() -> new TemplateNotFound(id));
    }

    /** As filling one in does that is not enhanced. */
    void countUse(UserId user, UUID id) {
        db.sql("""
                        update prompts.templates set usage_count = usage_count + 1
                        where id = :id and (user_id = :user or is_public)
                        """).param("id", id).param("user", user.value()).update();
    }
}
