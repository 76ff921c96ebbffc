package io.betterprompts.retention;

import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases the prompt groups that have not changed for as many days as their owner wants them kept: their versions, and with
 * those labels and feedback, and every word of the groups themselves. What is left of a group is a tombstone without text, by
 * which other devices learn of it. Favourites are no exception. Each user's groups go in one transaction.
 */
public final class EraseOldHistory {

    private static final int USERS_AT_ONCE = 1000;

    /** A deleted group is listed for 30 days, for whoever wants it back. One that was erased counts as deleted before that. */
    private static final Duration PAST_RECALL = Duration.ofDays(31);

    private final JdbcClient db;
    private final UserTransactions transactions;
    private final Clock clock;

    public EraseOldHistory(DataSource dataSource, Clock clock) {
        this.db = JdbcClient.create(dataSource);
        this.transactions = new UserTransactions(
                new TransactionTemplate(new JdbcTransactionManager(dataSource)), new Revisions(db));
        this.clock = clock;
    }

    /** How many prompt groups were erased. */
    public int run() {
        int erased = 0;
        UUID last = null;
        List<Owner> owners = owners(last);
        while (!owners.isEmpty()) {
            for (Owner owner : owners) {
                erased += erase(owner);
                last = owner.user().value();
            }
            owners = owners(last);
        }
        return erased;
    }

    private List<Owner> owners(@Nullable UUID after) {
        return db.sql("""
                        select user_id, history_retention_days
                        from settings.user_settings
                        where history_retention_days is not null and (cast(:after as uuid) is null or user_id > :after)
                        order by user_id
                        limit :most
                        """)
                .param("after", after)
                .param("most", USERS_AT_ONCE)
                .query((row, number) -> new Owner(
                        new UserId(row.getObject("user_id", UUID.class)),
                        Duration.ofDays(row.getInt("history_retention_days"))))
                .list();
    }

    /** Who has nothing old takes no revision. */
    private int erase(Owner owner) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (old(owner, now).isEmpty()) {
            return 0;
        }
        return transactions.change(owner.user(), revision -> {
            List<UUID> groups = old(owner, now);
            groups.forEach(group -> erase(owner.user(), group, revision, now));
            return groups.size();
        });
    }

    private List<UUID> old(Owner owner, OffsetDateTime now) {
        return db.sql("""
                        select id from prompts.history
                        where user_id = :user and updated_at < :before and original_prompt <> ''
                        """)
                .param("user", owner.user().value())
                .param("before", now.minus(owner.keeps()))
                .query(UUID.class)
                .list();
    }

    private void erase(UserId user, UUID group, long revision, OffsetDateTime now) {
        db.sql("delete from prompts.versions where history_id = :group and user_id = :user")
                .param("group", group)
                .param("user", user.value())
                .update();
        db.sql("""
                        update prompts.history
                        set original_prompt = '', title = '', intent = null, tags = '{}', techniques = '{}',
                            models = '{}', favourite = false,
                            deleted_at = :deleted, version = version + 1, revision = :revision,
                            updated_at = :now
                        where id = :group and user_id = :user
                        """)
                .param("group", group)
                .param("user", user.value())
                .param("revision", revision)
                .param("now", now)
                .param("deleted", now.minus(PAST_RECALL))
                .update();
    }

    private record Owner(UserId user, Duration keeps) {}
}
