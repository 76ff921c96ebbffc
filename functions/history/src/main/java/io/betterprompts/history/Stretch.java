package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newest groups of a user between two times.
 *
 * @param all whether there are no more than these
 */
record Stretch(SearchScope.Range ids, boolean all) {

    /** So many of them, or all there are; empty if there are none. */
    static Optional<Stretch> newest(JdbcClient db, UserId user, Filter filter, int groups) {
        Filter.Where bounds = filter.bounds();
        return db.sql("""
            select min(id::text) as oldest, max(id::text) as newest, count(*) as found
            from (
                select h.id from prompts.history h
                where h.user_id = :user and {bounds}
                order by h.created_at desc, h.id desc
                limit :groups) h
            having count(*) > 0
            """.replace("{bounds}", bounds.sql()))
                .params(bounds.values())
                .param("user", user.value())
                .param("groups", groups)
                .query((row, number) -> new Stretch(
                        new SearchScope.Range(
                                UUID.fromString(row.getString("oldest")), UUID.fromString(row.getString("newest"))),
                        row.getInt("found") < groups))
                .optional();
    }
}
