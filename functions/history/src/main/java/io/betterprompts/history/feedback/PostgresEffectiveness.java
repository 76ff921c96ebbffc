package io.betterprompts.history.feedback;

import io.betterprompts.common.identity.UserId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what feedback says of each edit. A verdict decides; without one a rating of 4 or 5 counts as kept, 1 or 2 as removed,
 * and 3 says nothing. What is said of an edit goes before what is said of its version as a whole.
 */
final class PostgresEffectiveness {

    private static final String COUNTED = """
            with opinions as (
                select user_id, version_id, edit_id,
                    case
                        when verdict is not null then verdict = 'kept'
                        when rating >= 4 then true
                        when rating <= 2 then false
                    end as good
                from prompts.feedback
                where %s),
            judged as (
                select version_id, jsonb_object_agg(coalesce(edit_id, ''), good) as good
                from opinions
                where good is not null
                group by version_id),
            edits as (
                select v.user_id, edit ->> 'technique' as technique, v.explanation -> 'intent' ->> 'label' as intent,
                    v.explanation ->> 'model_class' as model_class,
                    cast(coalesce(j.good ->> (edit ->> 'id'), j.good ->> '') as boolean) as good
                from judged j
                join prompts.versions v on v.id = j.version_id
                cross join lateral jsonb_array_elements(v.edits) as edit)
            select technique, intent, model_class, count(*) filter (where good) as kept,
                count(*) filter (where not good) as removed, count(distinct user_id) as users
            from edits
            where good is not null and technique is not null and intent is not null and model_class is not null
            group by technique, intent, model_class
            """;

    private final JdbcClient db;

    PostgresEffectiveness(JdbcClient db) {
        this.db = db;
    }

    Map<Cell, Counts> of(UserId user) {
        return counted(db.sql(COUNTED.formatted("user_id = :user")).param("user", user.value()));
    }

    /** Of everyone who shares their feedback. */
    Map<Cell, Counts> shared() {
        return counted(db.sql(
                COUNTED.formatted("user_id in (select user_id from settings.user_settings where share_feedback)")));
    }

    private static Map<Cell, Counts> counted(JdbcClient.StatementSpec statement) {
        Map<Cell, Counts> counts = new HashMap<>();
        statement.query(row -> {
            counts.put(
                    new Cell(row.getString("technique"), row.getString("intent"), row.getString("model_class")),
                    new Counts(row.getLong("kept"), row.getLong("removed"), row.getLong("users")));
        });
        return counts;
    }
}
