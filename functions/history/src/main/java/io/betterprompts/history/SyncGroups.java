package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes that devices made to groups and versions. */
final class SyncGroups {

    private final PostgresChanges changes;
    private final PostgresPromptGroups groups;
    private final PostgresVersions versions;
    private final ChangeBodies bodies;

    SyncGroups(PostgresChanges changes, PostgresPromptGroups groups, PostgresVersions versions, ChangeBodies bodies) {
        this.changes = changes;
        this.groups = groups;
        this.versions = versions;
        this.bodies = bodies;
    }

    /** Makes, changes, deletes or brings back a group; its id. */
    UUID group(UserId user, SentChange sent, long revision, Instant now) {
        Optional<Change> current = changes.find(user, SyncType.GROUP, sent.id());
        if (current.isPresent()) {
            change(user, sent, current.get(), revision, now);
        } else if (sent.baseVersion() == 0 && sent.deleted() == null) {
            create(user, sent, revision, now);
        } else {
            throw new PromptGroupNotFound(sent.id());
        }
        return sent.id();
    }

    private void create(UserId user, SentChange sent, long revision, Instant now) {
        NewPrompt prompt = bodies.read(sent, "createHistory", NewPrompt.class);
        UUID version = required(sent.versionId(), "/version_id");
        groups.insert(user, sent.id(), prompt, revision, now);
        versions.insert(user, version, sent.id(), 1, prompt.firstVersion(), revision, now);
    }

    private void change(UserId user, SentChange sent, Change current, long revision, Instant now) {
        boolean gone = current.deletedAt() != null;
        if (sent.deleted() != null && sent.isDeletion() == gone) {
            return; // two devices wanted the same
        }
        if (sent.isReturn()) {
            bringBack(user, sent, current, revision, now);
            return;
        }
        sent.check(current);
        if (sent.isDeletion()) {
            groups.delete(user, sent.id(), revision, now);
        } else {
            groups.update(user, sent.id(), bodies.read(sent, "patchHistory", PromptChange.class), revision, now);
        }
    }

    private void bringBack(UserId user, SentChange sent, Change current, long revision, Instant now) {
        if (current.version() != sent.baseVersion()) {
            throw new SyncConflict(current);
        }
        groups.deleted(user, sent.id(), now.minus(ChangePromptGroup.KEPT));
        groups.undelete(user, sent.id(), revision, now);
    }

    /** Appends a version; its id. It takes the next number, whatever others have appended, and none is lost. */
    UUID version(UserId user, SentChange sent, long revision, Instant now) {
        changes.find(user, SyncType.VERSION, sent.id()).ifPresent(there -> {
            throw new SyncConflict(there);
        });
        UUID group = standing(user, sent);
        NewVersion version = bodies.read(sent, "appendVersion", NewVersion.class);
        PromptGroup.Full next = groups.advance(user, group, revision, now);
        versions.insert(user, sent.id(), group, next.group().currentVersionNumber(), version.of(next), revision, now);
        return sent.id();
    }

    /** The group of a version or a label, if it was not deleted in the meantime. */
    UUID standing(UserId user, SentChange sent) {
        UUID id = required(sent.historyId(), "/history_id");
        Change group = changes.find(user, SyncType.GROUP, id).orElseThrow(() -> new PromptGroupNotFound(id));
        if (group.deletedAt() != null) {
            throw new SyncConflict(group);
        }
        return id;
    }

    static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw new ValidationFailed(Fault.at(pointer, "is required"));
        }
        return value;
    }
}
