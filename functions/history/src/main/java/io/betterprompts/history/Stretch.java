package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newest groups of a user between two times.
 *
 * @param all whether there are no more than these
 */
record Stretch(NewestKey newest, NewestKey oldest, boolean all) {

    /** So many of them, or all there are; empty if there are none. */
    static Optional<Stretch> newest(JdbcClient db, UserId user, Filter filter, int groups) {
        Filter.Where bounds = filter.bounds();
        List<NewestKey> keys = db.sql("""
            select h.id, h.created_at from prompts.history h
            where h.user_id = :user and {bounds}
            order by h.created_at desc, h.id desc
            limit :groups
            """.replace("{bounds}", bounds.sql()))
                .params(bounds.values())
                .param("user", user.value())
                .param("groups", groups)
                .query((row, number) -> new NewestKey(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class)))
                .list();
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stretch(keys.getFirst(), keys.getLast(), keys.size() < groups));
    }

    SearchScope.Few groups() {
        return new SearchScope.Few(newest, oldest);
    }

    /** The time from the newest one back, so many times as long as these took. */
    SearchScope.Between times(int times) {
        Instant latest = newest.createdAt();
        Duration length = Duration.between(oldest.createdAt(), latest);
        return SearchScope.Between.times(latest.minus(length.multipliedBy(times)), latest);
    }
}
