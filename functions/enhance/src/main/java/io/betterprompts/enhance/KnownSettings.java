package io.betterprompts.enhance;

import java.util.Optional;

/**
 * A user's settings as they were read.
 *
 * @param revision the user's revision they were last changed with, which no other state of them has; empty if nothing is set
 */
record KnownSettings(OwnSettings settings, Optional<Long> revision) {

    static final KnownSettings NONE = new KnownSettings(OwnSettings.NONE, Optional.empty());
}
