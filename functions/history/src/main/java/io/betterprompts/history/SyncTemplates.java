package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changes that devices made to templates of their user's own. */
final class SyncTemplates {

    private final PostgresChanges changes;
    private final PostgresTemplates templates;
    private final ChangeBodies bodies;

    SyncTemplates(PostgresChanges changes, PostgresTemplates templates, ChangeBodies bodies) {
        this.changes = changes;
        this.templates = templates;
        this.bodies = bodies;
    }

    /** Makes, replaces or deletes a template; its id. */
    UUID template(UserId user, SentChange sent, long revision, Instant now) {
        if (sent.isReturn()) {
            throw new ValidationFailed(Fault.at("/deleted", "must be true: a deleted template does not come back"));
        }
        Optional<Change> current = changes.find(user, SyncType.TEMPLATE, sent.id());
        if (current.isPresent()) {
            change(user, sent, current.get(), revision, now);
        } else if (sent.baseVersion() == 0 && !sent.isDeletion()) {
            templates.insert(user, sent.id(), body(sent), revision, now);
        } else {
            throw new TemplateNotFound(sent.id());
        }
        return sent.id();
    }

    private void change(UserId user, SentChange sent, Change current, long revision, Instant now) {
        if (sent.isDeletion() && current.deletedAt() != null) {
            return; // two devices wanted the same
        }
        sent.check(current);
        if (sent.isDeletion()) {
            templates.delete(user, sent.id(), revision, now);
        } else {
            templates.update(user, sent.id(), body(sent), revision, now);
        }
    }

    private WrittenTemplate body(SentChange sent) {
        return bodies.read(sent, "replaceTemplate", WrittenTemplate.class).checked("/data");
    }
}
