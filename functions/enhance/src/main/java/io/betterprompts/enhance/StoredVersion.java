package io.betterprompts.enhance;

import java.util.UUID;

/** Where an enhancement was stored. */
record StoredVersion(UUID id, UUID historyId, int number) {}
