package io.betterprompts.enhance;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The part of {@code settings.user_settings} that is meant for the engine; its shape is checked when it is written. */
final class PostgresOwnSettings {

    private final JdbcClient db;

    PostgresOwnSettings(JdbcClient db) {
        this.db = db;
    }

    KnownSettings of(UserId user) {
        return db.sql("""
                        select default_model, settings_data -> 'preferred_techniques' as preferred,
                            settings_data -> 'excluded_techniques' as excluded, settings_data ->> 'rules' as rules,
                            revision
                        from settings.user_settings
                        where user_id = :user
                        """)
                .param("user", user.value())
                .query(PostgresOwnSettings::settings)
                .optional()
                .orElse(KnownSettings.NONE);
    }

    private static KnownSettings settings(ResultSet row, int number) throws SQLException {
        OwnSettings settings = new OwnSettings(
                Optional.ofNullable(row.getString("default_model")),
                ids(row.getString("preferred")),
                ids(row.getString("excluded")),
                Optional.ofNullable(row.getString("rules")));
        return new KnownSettings(settings, Optional.of(row.getLong("revision")));
    }

    private static Set<String> ids(@Nullable String json) {
        return json == null
                ? Set.of()
                : Json.mapper()
                        .readTree(json)
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet());
    }
}
