package io.betterprompts.history;

import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Problems;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.JsonNode;

/**
 * Makes the changes of a device, one after another, each in a transaction of its own: one that cannot be made takes none of
 * the others with it. One that was made before is not made again, and answers as it did.
 */
final class ApplyChanges {

    private static final String PATH = "/api/v1/sync";

    private final UserTransactions transactions;
    private final PostgresChanges changes;
    private final PostgresAppliedChanges applied;
    private final Writers writers;
    private final Clock clock;

    /** Who makes the changes of each type. */
    record Writers(SyncGroups groups, SyncLabels labels, SyncTemplates templates, SyncSettings settings) {}

    ApplyChanges(
            UserTransactions transactions,
            PostgresChanges changes,
            PostgresAppliedChanges applied,
            Writers writers,
            Clock clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.applied = applied;
        this.writers = writers;
        this.clock = clock;
    }

    /**
     * Makes what can be made.
     *
     * @param sent changes that satisfy the contract, in the order in which the device made them
     */
    List<SyncResult> all(UserId user, JsonNode sent, String requestId) {
        applied.forget(user, clock.instant());
        List<SyncResult> results = new ArrayList<>();
        for (JsonNode body : sent) {
            results.add(one(user, Json.mapper().treeToValue(body, SentChange.class), body, requestId));
        }
        return results;
    }

    private SyncResult one(UserId user, SentChange sent, JsonNode body, String requestId) {
        try {
            UUID row = applied.row(user, sent.changeId()).orElseGet(() -> make(user, sent));
            return SyncResult.applied(sent, changes.find(user, sent.type(), row).orElse(null));
        } catch (SyncConflict e) {
            return SyncResult.conflict(sent, body, e.current());
        } catch (ProblemException e) {
            return SyncResult.refused(sent, e.problem(PATH, requestId));
        } catch (DuplicateKeyException e) {
            return SyncResult.refused(sent, new IdTaken(sent.id()).problem(PATH, requestId));
        } catch (RuntimeException e) {
            return SyncResult.refused(sent, Problems.of(e, requestId).problem(PATH, requestId));
        }
    }

    /** Asks once more inside the transaction, because the same batch may be under way twice. */
    private UUID make(UserId user, SentChange sent) {
        return transactions.change(user, revision -> {
            Optional<UUID> before = applied.row(user, sent.changeId());
            if (before.isPresent()) {
                return before.get();
            }
            Instant now = clock.instant();
            UUID row = write(user, sent, revision, now);
            applied.add(user, sent.changeId(), row, now);
            return row;
        });
    }

    private UUID write(UserId user, SentChange sent, long revision, Instant now) {
        return switch (sent.type()) {
            case GROUP -> writers.groups().group(user, sent, revision, now);
            case VERSION -> writers.groups().version(user, sent, revision, now);
            case LABEL -> writers.labels().label(user, sent, revision, now);
            case TEMPLATE -> writers.templates().template(user, sent, revision, now);
            case SETTINGS -> writers.settings().settings(user, sent, revision, now);
        };
    }
}
