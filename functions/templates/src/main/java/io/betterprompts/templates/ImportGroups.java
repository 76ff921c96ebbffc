package io.betterprompts.templates;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.templates.ImportReport.Item;
import io.betterprompts.templates.PortableGroup.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/** Takes prompt groups into an account: whole ones, and the versions that a group there has not yet. */
final class ImportGroups {

    static final String THERE = "you have it already, or have deleted it";
    private static final String ELSEWHERE = "yours has gone on differently";
    private static final String KIND = "history";

    private final PostgresPortableGroups groups;
    private final PostgresTransfer transfer;
    private final Ids ids;
    private final Clock clock;

    ImportGroups(PostgresPortableGroups groups, PostgresTransfer transfer, Ids ids, Clock clock) {
        this.groups = groups;
        this.transfer = transfer;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Call it in the transaction of the import.
     *
     * @throws ValidationFailed if versions are missing between those that are there and these
     */
    Item keep(UserId user, String pointer, PortableGroup given, long revision) {
        UUID id = ImportedId.of(given.id(), user, transfer::ownerOfGroup).orElseGet(ids::next);
        if (transfer.ownerOfGroup(id).isPresent()) {
            return extend(user, pointer, id, given, revision);
        }
        refuseGap(pointer, given, 0);
        Instant now = clock.instant();
        groups.insert(user, id, given, now, revision);
        insert(user, id, given, now, revision);
        return Item.created(pointer, KIND, given.title(), id, List.of());
    }

    private Item extend(UserId user, String pointer, UUID id, PortableGroup given, long revision) {
        OptionalInt last = groups.lastNumber(user, id);
        if (last.isEmpty() || given.last() <= last.getAsInt()) {
            return Item.skipped(pointer, KIND, given.title(), id, THERE);
        }
        refuseGap(pointer, given, last.getAsInt());
        if (!saysTheSame(user, id, given, last.getAsInt())) {
            return Item.skipped(pointer, KIND, given.title(), id, ELSEWHERE);
        }
        Instant now = clock.instant();
        groups.extend(user, id, given, now, revision);
        insert(user, id, given.after(last.getAsInt()), now, revision);
        return Item.extended(pointer, KIND, given.title(), id);
    }

    private boolean saysTheSame(UserId user, UUID id, PortableGroup given, int last) {
        List<Version> both = given.upTo(last);
        List<Version> here = groups.versions(user, id, given.first() - 1, both.size());
        for (int i = 0; i < both.size(); i++) {
            if (!both.get(i).saysTheSame(here.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void insert(UserId user, UUID group, PortableGroup given, Instant now, long revision) {
        given.versions().forEach(version -> {
            UUID id = ImportedId.free(version.id(), transfer::ownerOfVersion).orElseGet(ids::next);
            groups.insertVersion(user, group, id, version, now, revision);
        });
        given.labels().forEach(label -> groups.insertLabel(user, group, ids.next(), label, now, revision));
    }

    private static void refuseGap(String pointer, PortableGroup given, int last) {
        if (given.first() > last + 1) {
            throw new ValidationFailed(Fault.at(
                    pointer + "/versions",
                    "must go on from version %d, the last one you have of it; import the parts before this one first"
                            .formatted(last)));
        }
    }
}
