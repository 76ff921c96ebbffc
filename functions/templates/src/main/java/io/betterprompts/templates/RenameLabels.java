package io.betterprompts.templates;

import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives tags or categories of a user's templates another name, all in one change; into a name that exists, they merge. */
final class RenameLabels {

    private final PostgresTemplates templates;
    private final PostgresLabels labels;
    private final UserTransactions transactions;
    private final Clock clock;

    RenameLabels(PostgresTemplates templates, PostgresLabels labels, UserTransactions transactions, Clock clock) {
        this.templates = templates;
        this.labels = labels;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many templates were changed. */
    int ofTags(UserId user, Renaming renaming) {
        return change(
                user, revision -> labels.renameTags(user, renaming.old(), renaming.to(), revision, clock.instant()));
    }

    /** How many templates were changed. */
    int ofCategories(UserId user, Renaming renaming) {
        return change(
                user,
                revision -> labels.renameCategories(user, renaming.old(), renaming.to(), revision, clock.instant()));
    }

    private int change(UserId user, Function<Long, List<UUID>> rename) {
        return transactions.change(user, revision -> {
            List<UUID> changed = rename.apply(revision);
            templates.keepVersions(changed);
            return changed.size();
        });
    }

    /** @param to null takes the labels away */
    record Renaming(Set<String> from, @Nullable String to) {

        Renaming {
            from = Set.copyOf(from);
        }

        /** What has the new name already is not changed. */
        Set<String> old() {
            Set<String> old = new HashSet<>(from);
            Optional.ofNullable(to).ifPresent(old::remove);
            return old;
        }

        Renaming mapped(Function<String, String> spelling) {
            Set<String> spelled = new HashSet<>();
            from.forEach(name -> spelled.add(spelling.apply(name)));
            return new Renaming(spelled, to == null ? null : spelling.apply(to));
        }
    }
}
