package io.betterprompts.settings;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The table {@code settings.user_settings}: a row for each user who has set something. */
final class PostgresSettings {

    private static final String COLUMNS = """
            theme, language, default_model, settings_data, history_retention_days, share_feedback, version, updated_at""";

    private final JdbcClient db;

    PostgresSettings(JdbcClient db) {
        this.db = db;
    }

    Settings of(UserId user) {
        return db.sql("""
                        select %s
                        from settings.user_settings
                        where user_id = :user
                        """.formatted(COLUMNS))
                .param("user", user.value())
                .query(PostgresSettings::settings)
                .optional()
                .orElse(Settings.UNTOUCHED);
    }

    Settings store(UserId user, Preferences preferences, long revision, Instant now) {
        return db.sql("""
                        insert into settings.user_settings as s
                            (user_id, theme, language, default_model, settings_data, history_retention_days,
                             share_feedback, revision, updated_at)
                        values (:user, :theme, :language, :model, cast(:data as jsonb), :days, :share, :revision, :now)
                        on conflict (user_id) do update set
                            theme = excluded.theme, language = excluded.language,
                            default_model = excluded.default_model, settings_data = excluded.settings_data,
                            history_retention_days = excluded.history_retention_days,
                            share_feedback = excluded.share_feedback,
                            version = s.version + 1, revision = excluded.revision, updated_at = excluded.updated_at
                        returning %s
                        """.formatted(COLUMNS))
                .param("user", user.value())
                .param("theme", preferences.theme())
                .param("language", preferences.language())
                .param("model", preferences.defaultModel())
                .param("data", preferences.settingsData().toString())
                .param("days", preferences.historyRetentionDays())
                .param("share", preferences.shareFeedback())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PostgresSettings::settings)
                .single();
    }

    private static Settings settings(ResultSet row, int number) throws SQLException {
        return new Settings(
                new Preferences(
                        row.getString("theme"),
                        row.getString("language"),
                        row.getString("default_model"),
                        (ObjectNode) Json.mapper().readTree(row.getString("settings_data")),
                        row.getObject("history_retention_days", Integer.class),
                        row.getBoolean("share_feedback")),
                row.getLong("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
