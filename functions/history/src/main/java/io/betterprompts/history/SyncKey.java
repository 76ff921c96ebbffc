package io.betterprompts.history;

import java.util.UUID;

/** The place of a row in the order of changes. */
record SyncKey(long revision, SyncType type, UUID id) {

    static final SyncKey START = new SyncKey(0, SyncType.GROUP, new UUID(0, 0));
}
