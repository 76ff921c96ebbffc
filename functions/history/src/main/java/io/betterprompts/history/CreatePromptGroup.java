package io.betterprompts.history;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Keeps a new prompt as a group with one version. */
final class CreatePromptGroup {

    private final PostgresPromptGroups groups;
    private final PostgresVersions versions;
    private final UserTransactions transactions;
    private final Ids ids;
    private final Clock clock;

    CreatePromptGroup(
            PostgresPromptGroups groups,
            PostgresVersions versions,
            UserTransactions transactions,
            Ids ids,
            Clock clock) {
        this.groups = groups;
        this.versions = versions;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    PromptGroup.Current from(UserId user, NewPrompt prompt) {
        UUID id = ids.next();
        Instant now = clock.instant();
        return transactions.change(user, revision -> {
            PromptGroup.Full group = groups.insert(user, id, prompt, revision, now);
            Version version = versions.insert(user, ids.next(), id, 1, prompt.firstVersion(), revision, now);
            return new PromptGroup.Current(group, version);
        });
    }
}
