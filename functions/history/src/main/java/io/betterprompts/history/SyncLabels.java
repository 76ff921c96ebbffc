package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changes that devices made to labels. A label is known by its group and name; its id is of whoever made it first. */
final class SyncLabels {

    private final SyncGroups groups;
    private final PostgresChanges changes;
    private final PostgresVersions versions;
    private final PostgresLabels labels;
    private final ChangeBodies bodies;

    SyncLabels(
            SyncGroups groups,
            PostgresChanges changes,
            PostgresVersions versions,
            PostgresLabels labels,
            ChangeBodies bodies) {
        this.groups = groups;
        this.changes = changes;
        this.versions = versions;
        this.labels = labels;
        this.bodies = bodies;
    }

    /** Sets, moves or takes away a label; its id. */
    UUID label(UserId user, SentChange sent, long revision, Instant now) {
        UUID group = groups.standing(user, sent);
        String name = SyncGroups.required(sent.name(), "/name");
        Optional<Change> current = labels.id(user, group, name).flatMap(id -> changes.find(user, SyncType.LABEL, id));
        boolean gone = current.isEmpty() || current.get().deletedAt() != null;
        if (sent.isDeletion() && gone) {
            return current.map(Change::id).orElse(sent.id());
        }
        check(sent, current, gone);
        if (sent.isDeletion()) {
            labels.delete(user, group, name, revision, now);
        } else {
            labels.put(user, sent.id(), group, name, target(user, group, sent), revision, now);
        }
        return labels.id(user, group, name).orElseThrow();
    }

    /** A device that knows of no label may make one where there is none, also where there was one. */
    private static void check(SentChange sent, Optional<Change> current, boolean gone) {
        if (current.isPresent() && !(gone && sent.baseVersion() == 0)) {
            sent.check(current.get());
        }
        if (current.isEmpty() && sent.baseVersion() != 0) {
            throw new ValidationFailed(Fault.at("/base_version", "must be 0: the group never had this label"));
        }
    }

    private UUID target(UserId user, UUID group, SentChange sent) {
        return versions.find(user, group, bodies.read(sent, "putLabel", LabelTarget.class))
                .orElseThrow(() -> new ValidationFailed(Fault.at("/data", "the prompt group has no such version")))
                .id();
    }
}
