package io.betterprompts.auth;

import io.betterprompts.common.identity.ApiKey;
import io.betterprompts.common.identity.Revocations;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API keys, in {@code auth.api_keys}. A revoked one stays, so that its last use can still be looked up. */
final class ApiKeys {

    private final JdbcClient db;
    private final Revocations revocations;
    private final Clock clock;

    ApiKeys(JdbcClient db, Revocations revocations, Clock clock) {
        this.db = db;
        this.revocations = revocations;
        this.clock = clock;
    }

    void add(UserId user, ApiKeyInfo info, ApiKey key) {
        db.sql("""
            insert into auth.api_keys (id, user_id, name, prefix, key_hash, scopes, created_at, expires_at)
            values (:id, :user, :name, :prefix, :hash, :scopes, :created, :expires)
            """)
                .param("id", info.id())
                .param("user", user.value())
                .param("name", info.name())
                .param("prefix", info.prefix())
                .param("hash", key.hash())
                .param("scopes", info.scopes().toArray(String[]::new))
                .param("created", info.createdAt().atOffset(ZoneOffset.UTC))
                .param(
                        "expires",
                        info.expiresAt() == null ? null : info.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    int count(UserId user) {
        return db.sql("select count(*) from auth.api_keys where user_id = :user and revoked_at is null")
                .param("user", user.value())
                .query(Integer.class)
                .single();
    }

    /** Newest first, without those that were revoked. */
    Page<ApiKeyInfo> list(UserId user, PageRequest<UUID> page) {
        List<ApiKeyInfo> rows = db.sql("""
            select id, name, prefix, scopes, created_at, expires_at, last_used_at
            from auth.api_keys
            where user_id = :user and revoked_at is null and (cast(:after as uuid) is null or id < :after)
            order by id desc
            limit :rows
            """)
                .param("user", user.value())
                .param("after", page.after().orElse(null))
                .param("rows", page.rows())
                .query((row, n) -> info(row))
                .list();
        return Page.of(rows, page, ApiKeyInfo::id);
    }

    /** @throws ApiKeyNotFound if the user has no such key that is not revoked */
    void revoke(UserId user, UUID id) {
        String prefix = db.sql("""
            update auth.api_keys set revoked_at = :now
            where id = :id and user_id = :user and revoked_at is null
            returning prefix
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("user", user.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ApiKeyNotFound(id));
        revocations.noteApiKey(prefix);
    }

    private static ApiKeyInfo info(ResultSet row) throws SQLException {
        return new ApiKeyInfo(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                List.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
