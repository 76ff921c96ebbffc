package io.betterprompts.history;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.history.feedback.ChosenEdits;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Gives a group its next version. Older ones stay as they are; the new one takes the next number and is the current one. */
final class AppendVersion {

    private final PostgresPromptGroups groups;
    private final PostgresVersions versions;
    private final ChosenEdits chosen;
    private final UserTransactions transactions;
    private final Ids ids;
    private final Clock clock;

    AppendVersion(
            PostgresPromptGroups groups,
            PostgresVersions versions,
            ChosenEdits chosen,
            UserTransactions transactions,
            Ids ids,
            Clock clock) {
        this.groups = groups;
        this.versions = versions;
        this.chosen = chosen;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** A text that a client made. */
    Appended written(UserId user, UUID group, Precondition precondition, NewVersion version) {
        return transactions.change(user, revision -> {
            check(precondition, groups.get(user, group));
            Instant now = clock.instant();
            PromptGroup.Full next = groups.advance(user, group, revision, now);
            int number = next.group().currentVersionNumber();
            return new Appended(
                    next.group(), versions.insert(user, ids.next(), group, number, version.of(next), revision, now));
        });
    }

    /** An older version once more. */
    Appended restored(UserId user, UUID version, Precondition precondition) {
        return from(user, version, precondition, (source, revision, now) -> PostgresVersions.Change.none(source));
    }

    /**
     * A version with some of its edits. The choice counts as feedback on each of them.
     *
     * @throws EditsNotSeparable if its text is not made of the original and its edits
     * @throws io.betterprompts.common.problem.ValidationFailed if it has no such edits
     */
    Appended chosen(UserId user, UUID version, Precondition precondition, EditChoice choice) {
        return from(user, version, precondition, (source, revision, now) -> {
            EditedText text = new EditedText(source);
            PostgresVersions.Change change = text.with(choice);
            List<String> kept = text.ids().filter(choice::keeps).toList();
            List<String> removed = text.ids().filter(id -> !choice.keeps(id)).toList();
            chosen.judge(user, source.id(), kept, removed, revision, now);
            return change;
        });
    }

    /** What a version is to be like that is made from another one. */
    private interface Making {
        PostgresVersions.Change from(Version source, long revision, Instant now);
    }

    private Appended from(UserId user, UUID version, Precondition precondition, Making making) {
        return transactions.change(user, revision -> {
            Version source = versions.get(user, version);
            check(precondition, groups.get(user, source.historyId()));
            Instant now = clock.instant();
            PostgresVersions.Change made = making.from(source, revision, now);
            PromptGroup group =
                    groups.advance(user, source.historyId(), revision, now).group();
            return new Appended(
                    group,
                    versions.insertLike(user, ids.next(), source, group.currentVersionNumber(), made, revision, now));
        });
    }

    private static void check(Precondition precondition, PromptGroup.Full current) {
        precondition.check(current.group().version(), () -> current);
    }

    /** The new version, and its group as it is now. */
    record Appended(PromptGroup group, Version version) {}
}
