package io.betterprompts.enhance;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.page.PageRequest;
import io.betterprompts.common.placeholder.FillableText;
import io.betterprompts.common.placeholder.Variable;
import io.betterprompts.common.text.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
                .query((row, number) -> new FillableText(row.getString("content"), variables(row)))
                .optional()
                .orElseThrow(() -> new TemplateNotFound(id));
    }

    /**
     * Templates of the user's own and public ones, the newest first.
     *
     * @param words stand in name, description or content, by their English stem too
     */
    List<ListedTemplate> newest(UserId user, Optional<String> words, PageRequest<UUID> page) {
        return db.sql("""
                        select id, name, description, category, tags, user_id = :user as is_own, variables
                        from prompts.templates
                        where (user_id = :user or is_public) and deleted_at is null
                            and id < coalesce(cast(:after as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                            and (cast(:words as text) is null
                                or prompts.template_words(name, description, content)
                                    @@ (websearch_to_tsquery('simple', lower(:words collate "pg_c_utf8"))
                                        || websearch_to_tsquery('english', lower(:words collate "pg_c_utf8"))))
                        order by id desc
                        limit :rows
                        """)
                .param("user", user.value())
                .param("after", page.after().orElse(null))
                .param("words", words.orElse(null))
                .param("rows", page.rows())
                .query((row, number) -> new ListedTemplate(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("category"),
                        Tags.of(row.getArray("tags")),
                        row.getBoolean("is_own"),
                        variables(row)))
                .list();
    }

    private static List<Variable> variables(ResultSet row) throws SQLException {
        return List.of(Json.mapper().readValue(row.getString("variables"), Variable[].class));
    }

    /** As filling one in does that is not enhanced. */
    void countUse(UserId user, UUID id) {
        db.sql("""
                        update prompts.templates set usage_count = usage_count + 1
                        where id = :id and (user_id = :user or is_public)
                        """).param("id", id).param("user", user.value()).update();
    }
}
