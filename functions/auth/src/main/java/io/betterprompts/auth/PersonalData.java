package io.betterprompts.auth;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Everything that is stored about a user, whatever function stored it: to hand out, and to erase. */
final class PersonalData {

    private final JdbcClient db;

    PersonalData(JdbcClient db) {
        this.db = db;
    }

    /** Deletes every row of the user. Call it in a transaction that holds the user's next revision. */
    void erase(UserId user) {
        PersonalTable.ALL.forEach(
                table -> db.sql("delete from " + table.name() + " where " + table.owner() + " = :user")
                        .param("user", user.value())
                        .update());
    }

    /**
     * Rows of the user, as JSON objects without what is withheld.
     *
     * @param after the key of the last row that was handed out; null to begin
     */
    List<Row> rows(PersonalTable table, UserId user, @Nullable UUID after, int limit) {
        return db.sql("select t." + table.key() + " as key, (to_jsonb(t) - :withheld)::text as row from " + table.name()
                        + " t where t." + table.owner() + " = :user and (cast(:after as uuid) is null or t."
                        + table.key() + " > :after) order by t." + table.key() + " limit :limit")
                .param("withheld", table.withheld().toArray(String[]::new))
                .param("user", user.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Row(row.getObject("key", UUID.class), row.getString("row")))
                .list();
    }

    /** A row, as the text of a JSON object. */
    record Row(UUID key, String text) {

        JsonNode json() {
            return Json.mapper().readTree(text);
        }
    }
}
