package io.betterprompts.auth;

import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Hands out everything that is stored about a user, table by table. A part ends where it would outgrow what a Lambda
 * function can answer, and says where the next one begins.
 */
final class ExportAccount {

    private static final int ROWS_AT_ONCE = 25;

    private final PersonalData data;
    private final Clock clock;

    ExportAccount(PersonalData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    AccountExport export(UserId user, ExportPosition from) {
        AccountExport.Draft draft = new AccountExport.Draft(clock.instant());
        Optional<ExportPosition> position = Optional.of(from);
        while (position.isPresent() && draft.hasRoom()) {
            position = step(draft, position.get(), user);
        }
        return draft.endingAt(position);
    }

    /** Adds what fits of the next rows; says where to go on. */
    private Optional<ExportPosition> step(AccountExport.Draft draft, ExportPosition at, UserId user) {
        PersonalTable table = PersonalTable.ALL.get(at.table());
        List<PersonalData.Row> rows = data.rows(table, user, at.after(), ROWS_AT_ONCE);
        List<PersonalData.Row> added = draft.add(table.name(), rows);
        if (added.size() == rows.size() && rows.size() < ROWS_AT_ONCE) {
            return at.nextTable();
        }
        return Optional.of(added.isEmpty() ? at : at.after(added.getLast().key()));
    }
}
