package io.betterprompts.templates;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.templates.PortableGroup.Label;
import io.betterprompts.templates.PortableGroup.Version;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands out a user's templates and history in parts, each small enough to be imported again. A group of many versions goes
 * on in the next part.
 */
final class ExportAccount {

    /** A client may write each character of a part as an escape when it sends it back; a body has a megabyte at most. */
    static final int MAX_BYTES = 340_000;

    private static final int ROWS = 100;

    private final PostgresTransfer transfer;
    private final PostgresPortableGroups groups;
    private final Clock clock;

    ExportAccount(PostgresTransfer transfer, PostgresPortableGroups groups, Clock clock) {
        this.transfer = transfer;
        this.groups = groups;
        this.clock = clock;
    }

    Portable part(UserId user, What what, Optional<ExportPosition> after) {
        Part part = new Part();
        boolean templatesDone =
                !what.hasTemplates() || after.filter(ExportPosition::inHistory).isPresent();
        if (!templatesDone) {
            templatesDone = addTemplates(user, after.map(ExportPosition::id), part);
        }
        if (what.hasHistory() && templatesDone) {
            addGroups(user, after.filter(ExportPosition::inHistory), part);
        }
        return new Portable(clock.instant(), part.templates, part.groups, part.cursor);
    }

    /** Whether all were added. */
    private boolean addTemplates(UserId user, Optional<UUID> after, Part part) {
        List<PortableTemplate> rows = transfer.templates(user, after, ROWS + 1);
        for (PortableTemplate row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            if (!part.takes(row, ExportPosition.template(requireNonNull(row.id())))) {
                return false;
            }
            part.templates.add(row);
        }
        return part.isComplete(rows.size() <= ROWS);
    }

    private void addGroups(UserId user, Optional<ExportPosition> after, Part part) {
        part.reopen();
        int number = after.map(ExportPosition::number).orElse(ExportPosition.WHOLE);
        List<PortableGroup> rows = groups.after(user, after, ROWS + 1);
        for (PortableGroup row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            if (!addGroup(user, row, number, part)) {
                return;
            }
            number = ExportPosition.WHOLE;
        }
        part.isComplete(rows.size() <= ROWS);
    }

    /** Whether all of its versions after a number were added. */
    private boolean addGroup(UserId user, PortableGroup group, int after, Part part) {
        UUID id = requireNonNull(group.id());
        List<Version> taken = new ArrayList<>();
        boolean fits = takeVersions(user, id, after, part, taken);
        if (!taken.isEmpty()) {
            List<Label> labels = groups.labels(
                    user, id, taken.getFirst().number(), taken.getLast().number());
            part.groups.add(group.with(taken, labels));
        }
        if (fits) {
            part.last = ExportPosition.group(id);
        }
        return fits;
    }

    /** Whether there was room for all of them. */
    private boolean takeVersions(UserId user, UUID group, int after, Part part, List<Version> taken) {
        List<Version> rows = groups.versions(user, group, after, ROWS);
        for (Version row : rows) {
            if (!part.takes(row, ExportPosition.version(group, row.number()))) {
                return false;
            }
            taken.add(row);
        }
        return rows.size() < ROWS || takeVersions(user, group, rows.getLast().number(), part, taken);
    }

    /** What is exported. */
    enum What {
        ALL,
        TEMPLATES,
        HISTORY;

        boolean hasTemplates() {
            return this != HISTORY;
        }

        boolean hasHistory() {
            return this != TEMPLATES;
        }
    }

    /** A part while it is being filled. */
    private static final class Part {

        private final List<PortableTemplate> templates = new ArrayList<>();
        private final List<PortableGroup> groups = new ArrayList<>();
        private @Nullable ExportPosition last;
        private @Nullable String cursor;
        private int bytes;

        /** The first item is always taken. */
        boolean takes(Object item, ExportPosition position) {
            bytes += Json.mapper().writeValueAsBytes(item).length;
            if (bytes > MAX_BYTES && last != null) {
                cursor = last.cursor();
                return false;
            }
            last = position;
            return true;
        }

        boolean isComplete(boolean noMore) {
            cursor = noMore || last == null ? null : last.cursor();
            return noMore;
        }

        void reopen() {
            cursor = null;
        }
    }
}
