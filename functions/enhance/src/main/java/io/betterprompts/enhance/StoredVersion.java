package io.betterprompts.enhance;

import java.util.UUID;

/**
 * Where an enhancement was stored.
 *
 * @param groupVersion what the group counts as its version now
 */
record StoredVersion(UUID id, UUID historyId, int number, long groupVersion) {}
