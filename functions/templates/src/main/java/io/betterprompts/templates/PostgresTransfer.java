package io.betterprompts.templates;

import io.betterprompts.common.identity.UserId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Templates as they leave an account, and whose the things are that enter one. */
final class PostgresTransfer {

    private final JdbcClient db;

    PostgresTransfer(JdbcClient db) {
        this.db = db;
    }

    /** In the order of their ids. */
    List<PortableTemplate> templates(UserId user, Optional<UUID> after, int rows) {
        return db.sql("""
                        select id, name, content, description, category, tags, is_public, variables, created_at, updated_at
                        from prompts.templates
                        where user_id = :user and deleted_at is null and id > :after
                        order by id
                        limit :rows
                        """)
                .param("user", user.value())
                .param("after", after.orElse(ExportPosition.BEFORE_ALL))
                .param("rows", rows)
                .query((row, number) -> new PortableTemplate(
                        row.getObject("id", UUID.class),
                        PostgresTemplates.draft(row),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whose template it is; empty if nobody has it. */
    Optional<UserId> ownerOfTemplate(UUID id) {
        return owner("select user_id from prompts.templates where id = :id", id);
    }

    /** Whose prompt group it is; empty if nobody has it. */
    Optional<UserId> ownerOfGroup(UUID id) {
        return owner("select user_id from prompts.history where id = :id", id);
    }

    /** Whose version it is; empty if nobody has it. */
    Optional<UserId> ownerOfVersion(UUID id) {
        return owner("select user_id from prompts.versions where id = :id", id);
    }

    private Optional<UserId> owner(String sql, UUID id) {
        return db.sql(sql).param("id", id).query(UUID.class).optional().map(UserId::new);
    }
}
