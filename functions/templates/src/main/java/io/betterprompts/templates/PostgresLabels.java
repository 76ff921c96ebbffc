package io.betterprompts.templates;

import io.betterprompts.common.identity.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words that templates are ordered by: their tags and their categories. */
final class PostgresLabels {

    private static final int MOST = 500;

    /** In the order they stand in, each once. */
    private static final String RENAME_TAGS = """
            update prompts.templates t
            set tags = (
                    select coalesce(array_agg(tag order by place), '{}')
                    from (
                        select case when tag = any (cast(:from as text[])) then cast(:to as text) else tag end as tag, min(place) as place
                        from unnest(t.tags) with ordinality as old (tag, place)
                        group by 1) as renamed
                    where tag is not null),
                version = version + 1, revision = :revision, updated_at = :now
            where user_id = :user and deleted_at is null and tags && cast(:from as text[])
            returning id
            """;

    private static final String RENAME_CATEGORIES = """
            update prompts.templates
            set category = cast(:to as text), version = version + 1, revision = :revision, updated_at = :now
            where user_id = :user and deleted_at is null and category = any (cast(:from as text[]))
            returning id
            """;

    private final JdbcClient db;

    PostgresLabels(JdbcClient db) {
        this.db = db;
    }

    List<Label> tags(UserId user, Filter.Scope scope) {
        return counted("unnest(t.tags)", user, scope);
    }

    List<Label> categories(UserId user, Filter.Scope scope) {
        return counted("unnest(array[t.category])", user, scope);
    }

    /** The user's templates that were changed. */
    List<UUID> renameTags(UserId user, Set<String> from, @Nullable String to, long revision, Instant now) {
        return rename(RENAME_TAGS, user, from, to, revision, now);
    }

    /** The user's templates that were changed. */
    List<UUID> renameCategories(UserId user, Set<String> from, @Nullable String to, long revision, Instant now) {
        return rename(RENAME_CATEGORIES, user, from, to, revision, now);
    }

    private List<UUID> rename(
            String sql, UserId user, Set<String> from, @Nullable String to, long revision, Instant now) {
        return db.sql(sql)
                .param("user", user.value())
                .param("from", from.toArray(String[]::new))
                .param("to", to)
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    private List<Label> counted(String labels, UserId user, Filter.Scope scope) {
        return db.sql("""
                        select label, count(*) as templates
                        from prompts.templates t, %s as label
                        where ((:own and t.user_id = :user) or (:public and t.is_public)) and t.deleted_at is null
                            and label is not null
                        group by label
                        order by templates desc, label collate "C"
                        limit :most
                        """.formatted(labels))
                .param("most", MOST)
                .param("own", scope.includesOwn())
                .param("public", scope.includesPublic())
                .param("user", user.value())
                .query((row, number) -> new Label(row.getString("label"), row.getLong("templates")))
                .list();
    }
}
