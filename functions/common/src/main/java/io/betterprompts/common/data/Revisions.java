package io.betterprompts.common.data;

import io.betterprompts.common.identity.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers every change to a user's rows. The number is taken inside the transaction that makes the change, and the row
 * lock holds until it commits: a user's revisions commit in their own order, so a sync cursor misses none.
 */
public final class Revisions {

    private final JdbcClient db;

    public Revisions(JdbcClient db) {
        this.db = db;
    }

    /** The user's next revision. Call it first in the transaction, so that all writers wait in one place. */
    public long next(UserId user) {
        return db.sql("""
                        insert into auth.revisions as r (user_id, last) values (:user, 1)
                        on conflict (user_id) do update set last = r.last + 1
                        returning last
                        """).param("user", user.value()).query(Long.class).single();
    }
}
