package io.betterprompts.templates;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code prompts.template_versions}; {@link PostgresTemplates} writes it. Only a template's owner reads there. */
final class PostgresTemplateVersions {

    private static final String COLUMNS =
            "version, name, content, description, category, tags, is_public, variables, created_at";

    private final JdbcClient db;

    PostgresTemplateVersions(JdbcClient db) {
        this.db = db;
    }

    /** Newest first. */
    List<TemplateVersion> of(UserId user, UUID template, PageRequest<Long> page) {
        return db.sql("""
                        select %s
                        from prompts.template_versions
                        where template_id = :template and user_id = :user
                            and version < coalesce(cast(:after as bigint), 9223372036854775807)
                        order by version desc
                        limit :rows
                        """.formatted(COLUMNS))
                .param("template", template)
                .param("user", user.value())
                .param("after", page.after().orElse(null))
                .param("rows", page.rows())
                .query(PostgresTemplateVersions::version)
                .list();
    }

    /**
     * One version.
     *
     * @throws TemplateVersionNotFound if the user's template never had it
     */
    TemplateVersion one(UserId user, UUID template, long version) {
        return db.sql("""
                        select %s
                        from prompts.template_versions
                        where template_id = :template and user_id = :user and version = :version
                        """.formatted(COLUMNS))
                .param("template", template)
                .param("user", user.value())
                .param("version", version)
                .query(PostgresTemplateVersions::version)
                .optional()
                .orElseThrow(() -> new TemplateVersionNotFound(template, version));
    }

    private static TemplateVersion version(ResultSet row, int number) throws SQLException {
        return new TemplateVersion(
                row.getLong("version"),
                PostgresTemplates.draft(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
