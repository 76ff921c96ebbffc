package io.betterprompts.enhance;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.PageRequest;
import io.betterprompts.engine.select.ModelClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first version of each prompt group that the engine made. */
final class PostgresPastPrompts {

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient db;

    PostgresPastPrompts(JdbcClient db) {
        this.db = db;
    }

    /** Of the groups made last first. */
    List<PastPrompt> newest(UserId user, PageRequest<UUID> page) {
        return db.sql("""
                        select h.id, h.title, first.original_prompt, first.model_name, first.model_class
                        from prompts.history h
                        cross join lateral (
                            select v.original_prompt, v.model_name, v.explanation ->> 'model_class' as model_class
                            from prompts.versions v
                            where v.history_id = h.id and v.user_id = :user and v.status in ('enhanced', 'unchanged')
                            order by v.number
                            limit 1) first
                        where h.user_id = :user and h.deleted_at is null and h.id < :before
                        order by h.id desc
                        limit :rows
                        """)
                .param("user", user.value())
                .param("before", page.after().orElse(LAST))
                .param("rows", page.rows())
                .query(PostgresPastPrompts::prompt)
                .list();
    }

    private static PastPrompt prompt(ResultSet row, int number) throws SQLException {
        return new PastPrompt(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("original_prompt"),
                Optional.ofNullable(row.getString("model_name")),
                Optional.ofNullable(row.getString("model_class")).map(ModelClass::of));
    }
}
