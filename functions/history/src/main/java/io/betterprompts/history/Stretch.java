package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest groups of a user, by their ids, which begin with the time. */
record Stretch(UUID newest, UUID oldest) {

    private static final int TIME = 16;

    /** Those so far as one has been counted off; empty if the user has fewer. */
    static Optional<Stretch> newest(JdbcClient db, UserId user, int groups) {
        List<UUID> ends = db.sql("""
            (select id from prompts.history where user_id = :user and deleted_at is null order by id desc limit 1)
            union all
            (select id from prompts.history where user_id = :user and deleted_at is null
            order by id desc offset :groups limit 1)
            """)
                .param("user", user.value())
                .param("groups", groups)
                .query(UUID.class)
                .list();
        return ends.size() < 2 ? Optional.empty() : Optional.of(new Stretch(ends.getFirst(), ends.getLast()));
    }

    /** Where a stretch that is so many times as long begins, be there a group or not. */
    UUID times(int times) {
        long latest = newest.getMostSignificantBits() >>> TIME;
        long longer = (latest - (oldest.getMostSignificantBits() >>> TIME)) * times;
        return new UUID(Math.max(0, latest - longer) << TIME, 0);
    }
}
