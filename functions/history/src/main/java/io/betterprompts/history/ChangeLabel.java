package io.betterprompts.history;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Points a label at a version, or takes it away, if it is what the writer believes it to be. */
final class ChangeLabel {

    private final PostgresPromptGroups groups;
    private final PostgresVersions versions;
    private final PostgresLabels labels;
    private final UserTransactions transactions;
    private final Ids ids;
    private final Clock clock;

    ChangeLabel(
            PostgresPromptGroups groups,
            PostgresVersions versions,
            PostgresLabels labels,
            UserTransactions transactions,
            Ids ids,
            Clock clock) {
        this.groups = groups;
        this.versions = versions;
        this.labels = labels;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes the label or moves it, which is also how a change is rolled back.
     *
     * @throws ValidationFailed if the version is none of the group's
     */
    Pointed to(UserId user, UUID group, String name, LabelTarget target, Precondition precondition) {
        return transactions.change(user, revision -> {
            Version version = version(user, group, target);
            Optional<Label> before = labels.find(user, group, name);
            precondition.check(before.map(Label::version).orElse(0L), () -> before.orElse(null));
            labels.put(user, ids.next(), group, name, version.id(), revision, clock.instant());
            Label after = labels.find(user, group, name).orElseThrow();
            return new Pointed(new Label.Pointing(after, version), before.isEmpty());
        });
    }

    /** @throws LabelNotFound if there is none of that name */
    void away(UserId user, UUID group, String name, Precondition precondition) {
        transactions.change(user, revision -> {
            groups.get(user, group);
            Label before = labels.find(user, group, name).orElseThrow(() -> new LabelNotFound(group, name));
            precondition.check(before.version(), () -> before);
            return labels.delete(user, group, name, revision, clock.instant());
        });
    }

    private Version version(UserId user, UUID group, LabelTarget target) {
        groups.get(user, group);
        return versions.find(user, group, target)
                .orElseThrow(() -> new ValidationFailed(Fault.at(
                        target.field(),
                        "the prompt group has no such version; its versions are listed at GET /api/v1/history/" + group
                                + "/versions")));
    }

    /** A label as it is now. */
    record Pointed(Label.Pointing label, boolean isNew) {}
}
