package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Settings that devices have replaced. */
final class SyncSettings {

    /** As the settings' own operation has it. */
    private static final int MAX_DATA_BYTES = 64 * 1024;

    private final JdbcClient db;
    private final PostgresChanges changes;
    private final ChangeBodies bodies;

    SyncSettings(JdbcClient db, PostgresChanges changes, ChangeBodies bodies) {
        this.db = db;
        this.changes = changes;
        this.bodies = bodies;
    }

    /** What a device sends; what is left out has its default. */
    private record Body(
            @Nullable String theme,
            @Nullable String language,
            @Nullable String defaultModel,
            @Nullable ObjectNode settingsData,
            @Nullable Integer historyRetentionDays,
            @Nullable Boolean shareFeedback) {}

    /** Replaces the settings; the user's id. */
    UUID settings(UserId user, SentChange sent, long revision, Instant now) {
        Body body = bodies.read(sent, "replaceSettings", Body.class);
        changes.find(user, SyncType.SETTINGS, user.value()).ifPresentOrElse(sent::check, () -> refuseUnknown(sent));
        store(user, body, revision, now);
        return user.value();
    }

    private static void refuseUnknown(SentChange sent) {
        if (sent.baseVersion() != 0) {
            throw new ValidationFailed(Fault.at("/base_version", "must be 0: nothing was ever set"));
        }
    }

    private void store(UserId user, Body body, long revision, Instant now) {
        String data = Optional.ofNullable(body.settingsData())
                .orElseGet(Json.mapper()::createObjectNode)
                .toString();
        if (data.getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES) {
            throw new ValidationFailed(
                    Fault.at("/data/settings_data", "must have at most " + MAX_DATA_BYTES + " bytes as JSON"));
        }
        db.sql("""
            insert into settings.user_settings as s
                (user_id, theme, language, default_model, settings_data, history_retention_days, share_feedback,
                 revision, updated_at)
            values (:user, coalesce(:theme, 'light'), coalesce(:language, 'en'), :model,
                cast(:data as jsonb), :days, coalesce(:share, false), :revision, :now)
            on conflict (user_id) do update set
                theme = excluded.theme, language = excluded.language,
                default_model = excluded.default_model, settings_data = excluded.settings_data,
                history_retention_days = excluded.history_retention_days, share_feedback = excluded.share_feedback,
                version = s.version + 1, revision = excluded.revision, updated_at = excluded.updated_at
            """)
                .param("user", user.value())
                .param("theme", body.theme(), Types.VARCHAR)
                .param("language", body.language(), Types.VARCHAR)
                .param("model", body.defaultModel(), Types.VARCHAR)
                .param("data", data)
                .param("days", body.historyRetentionDays(), Types.INTEGER)
                .param("share", body.shareFeedback(), Types.BOOLEAN)
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
