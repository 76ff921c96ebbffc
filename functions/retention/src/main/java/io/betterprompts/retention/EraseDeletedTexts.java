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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases every word of what was deleted too long ago to be brought back: of prompt groups with their versions, labels and
 * feedback, and of templates with their versions. The tombstones stay, and are no newer for it: devices have heard of them,
 * and are told no more. Each user's go in one transaction.
 */
public final class EraseDeletedTexts {

    /** For so long a prompt group can be brought back. */
    private static final Duration RECALL = Duration.ofDays(30);

    private static final int USERS_AT_ONCE = 1000;

    private final JdbcClient db;
    private final UserTransactions transactions;
    private final Clock clock;

    public EraseDeletedTexts(DataSource dataSource, Clock clock) {
        this.db = JdbcClient.create(dataSource);
        this.transactions = new UserTransactions(
                new TransactionTemplate(new JdbcTransactionManager(dataSource)), new Revisions(db));
        this.clock = clock;
    }

    /** How many prompt groups and templates were erased. */
    public int run() {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(RECALL);
        int erased = 0;
        List<UserId> owners = owners(before);
        while (!owners.isEmpty()) {
            for (UserId owner : owners) {
                erased += erase(owner, before);
            }
            owners = owners(before);
        }
        return erased;
    }

    /** What is erased has no text, so that nobody stays among them. */
    private List<UserId> owners(OffsetDateTime before) {
        return db.sql("""
                        select user_id from prompts.history where deleted_at < :before and original_prompt <> ''
                        union
                        select user_id from prompts.templates where deleted_at < :before and content <> ''
                        limit :most
                        """)
                .param("before", before)
                .param("most", USERS_AT_ONCE)
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list();
    }

    /** The revision is of no use here; who takes it waits for a group that is just being brought back. */
    private int erase(UserId owner, OffsetDateTime before) {
        return transactions.change(owner, revision -> {
            each(owner, before, """
                delete from prompts.versions v using prompts.history h
                where v.user_id = :user and h.user_id = :user and h.id = v.history_id and h.deleted_at < :before
                    and h.original_prompt <> ''
                """);
            each(owner, before, """
                delete from prompts.template_versions v using prompts.templates t
                where v.user_id = :user and t.user_id = :user and t.id = v.template_id and t.deleted_at < :before
                    and t.content <> ''
                """);
            return each(owner, before, """
                update prompts.history
                set original_prompt = '', title = '', intent = null, tags = '{}', techniques = '{}',
                    models = '{}', favourite = false
                where user_id = :user and deleted_at < :before and original_prompt <> ''
                """) + each(owner, before, """
                update prompts.templates
                set name = '', content = '', description = null, category = null, tags = '{}', variables = '[]',
                    is_public = false
                where user_id = :user and deleted_at < :before and content <> ''
                """);
        });
    }

    /** How many rows were changed. */
    private int each(UserId owner, OffsetDateTime before, String sql) {
        return db.sql(sql).param("user", owner.value()).param("before", before).update();
    }
}
