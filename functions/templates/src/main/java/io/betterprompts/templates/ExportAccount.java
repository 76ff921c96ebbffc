package io.betterprompts.templates;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands out a user's templates and history in parts, each small enough to be imported again. */
final class ExportAccount {

    /** A client may write each character of a part as an escape when it sends it back; a body has a megabyte at most. */
    static final int MAX_BYTES = 340_000;

    private static final int ROWS = 100;

    private final PostgresTransfer transfer;
    private final Clock clock;

    ExportAccount(PostgresTransfer transfer, Clock clock) {
        this.transfer = transfer;
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
            addGroups(user, after.filter(ExportPosition::inHistory).map(ExportPosition::id), part);
        }
        return new Portable(clock.instant(), part.templates, part.groups, part.cursor);
    }

    /** Whether all were added. */
    private boolean addTemplates(UserId user, Optional<UUID> after, Part part) {
        List<PortableTemplate> rows = transfer.templates(user, after, ROWS + 1);
        for (PortableTemplate row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            if (!part.takes(row, new ExportPosition(false, requireNonNull(row.id())))) {
                return false;
            }
            part.templates.add(row);
        }
        return part.isComplete(rows.size() <= ROWS);
    }

    private void addGroups(UserId user, Optional<UUID> after, Part part) {
        part.reopen();
        List<PortableGroup> rows = transfer.groups(user, after, ROWS + 1);
        for (PortableGroup row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            if (!part.takes(row, new ExportPosition(true, requireNonNull(row.id())))) {
                return;
            }
            part.groups.add(row);
        }
        part.isComplete(rows.size() <= ROWS);
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
