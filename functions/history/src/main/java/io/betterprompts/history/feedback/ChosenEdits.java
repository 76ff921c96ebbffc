package io.betterprompts.history.feedback;

import static java.util.stream.Collectors.toMap;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a choice among the edits of a version for what it says: that those it leaves are kept, the others removed. That is
 * said of the version which the engine made, so that each edit counts once, however often one chooses.
 */
public final class ChosenEdits {

    private final PostgresFeedback feedback;
    private final Ids ids;

    public ChosenEdits(JdbcClient db, Ids ids) {
        this.feedback = new PostgresFeedback(db);
        this.ids = ids;
    }

    /** Call it in the transaction that makes the version which was chosen. */
    public void judge(
            UserId user,
            UUID version,
            Collection<String> kept,
            Collection<String> removed,
            long revision,
            Instant now) {
        UUID origin = feedback.origin(user, version);
        judge(user, origin, kept, Opinion.Verdict.KEPT, revision, now);
        judge(user, origin, removed, Opinion.Verdict.REMOVED, revision, now);
    }

    private void judge(
            UserId user, UUID version, Collection<String> edits, Opinion.Verdict verdict, long revision, Instant now) {
        feedback.choose(
                user,
                version,
                edits.stream().distinct().collect(toMap(edit -> edit, edit -> ids.next())),
                verdict,
                revision,
                now);
    }
}
