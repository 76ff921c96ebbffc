package io.betterprompts.enhance;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.text.FirstLine;
import io.betterprompts.engine.Enhancement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's part of the history: each enhancement becomes a version, of a new group or of one that exists. */
final class EnhancedVersions {

    private final JdbcClient db;
    private final UserTransactions transactions;
    private final Ids ids;
    private final Clock clock;

    EnhancedVersions(JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Checks that the user has a group, before work is done for it.
     *
     * @throws PromptGroupNotFound if not
     */
    void requireGroup(UserId user, UUID group) {
        boolean exists = db.sql("""
                        select exists (
                            select from prompts.history where id = :id and user_id = :user and deleted_at is null)
                        """)
                .param("id", group)
                .param("user", user.value())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw new PromptGroupNotFound(group);
        }
    }

    /**
     * Stores an enhancement, group and version in one transaction.
     *
     * @param group the group to append to; empty makes a new one
     * @throws PromptGroupNotFound if the user does not have the group
     */
    StoredVersion store(UserId user, Optional<UUID> group, Enhancement enhancement) {
        return transactions.change(user, revision -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            StoredVersion version = group.map(id -> new StoredVersion(ids.next(), id, append(user, id, revision, now)))
                    .orElseGet(() -> new StoredVersion(ids.next(), insertGroup(user, enhancement, revision, now), 1));
            insertVersion(user, version, enhancement, revision, now);
            return version;
        });
    }

    private UUID insertGroup(UserId user, Enhancement enhancement, long revision, OffsetDateTime now) {
        UUID id = ids.next();
        db.sql("""
                        insert into prompts.history
                            (id, user_id, original_prompt, title, intent, current_version_number, revision,
                             created_at, updated_at)
                        values (:id, :user, :prompt, :title, :intent, 1, :revision, :now, :now)
                        """)
                .param("id", id)
                .param("user", user.value())
                .param("prompt", enhancement.originalText())
                .param("title", FirstLine.of(enhancement.originalText()))
                .param("intent", enhancement.intent().label().label())
                .param("revision", revision)
                .param("now", now)
                .update();
        return id;
    }

    /** Takes the group's next number; the row lock keeps two writers from taking the same. */
    private int append(UserId user, UUID group, long revision, OffsetDateTime now) {
        return db.sql("""
                        update prompts.history
                        set current_version_number = current_version_number + 1, version = version + 1,
                            revision = :revision, updated_at = :now
                        where id = :id and user_id = :user and deleted_at is null
                        returning current_version_number
                        """)
                .param("revision", revision)
                .param("now", now)
                .param("id", group)
                .param("user", user.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new PromptGroupNotFound(group));
    }

    private void insertVersion(
            UserId user, StoredVersion version, Enhancement enhancement, long revision, OffsetDateTime now) {
        db.sql("""
                        insert into prompts.versions
                            (id, history_id, user_id, number, original_prompt, optimized_prompt, status, edits,
                             explanation, rule_set_hash, model_hash, revision, created_at)
                        values (:id, :group, :user, :number, :original, :optimized, :status, :edits::jsonb,
                                :explanation::jsonb, :rules, :model, :revision, :now)
                        """)
                .param("id", version.id())
                .param("group", version.historyId())
                .param("user", user.value())
                .param("number", version.number())
                .param("original", enhancement.originalText())
                .param("optimized", enhancement.enhancedText())
                .param("status", enhancement.verdict().name().toLowerCase(Locale.ROOT))
                .param("edits", Json.mapper().writeValueAsString(enhancement.edits()))
                .param("explanation", Reply.explanation(enhancement).toString())
                .param("rules", enhancement.engine().rules())
                .param("model", enhancement.engine().model())
                .param("revision", revision)
                .param("now", now)
                .update();
    }
}
