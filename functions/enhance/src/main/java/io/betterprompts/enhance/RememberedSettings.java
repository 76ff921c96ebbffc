package io.betterprompts.enhance;

import io.betterprompts.common.identity.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Users' settings as they were read last. They may have been changed since, elsewhere too: what is done by them holds only if a
 * statement finds them at the revision they were read at.
 *
 * <p>When it is full it forgets all, so that no request has to wait for another.
 */
final class RememberedSettings {

    /** Of some kilobytes each, or 64 with rules of a user's own. */
    private static final int MOST = 500;

    private final PostgresOwnSettings settings;
    private final Map<UserId, KnownSettings> remembered = new ConcurrentHashMap<>();

    RememberedSettings(PostgresOwnSettings settings) {
        this.settings = settings;
    }

    /** As they are now. */
    KnownSettings read(UserId user) {
        KnownSettings known = settings.of(user);
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        remembered.put(user, known);
        return known;
    }

    Optional<KnownSettings> asLastRead(UserId user) {
        return Optional.ofNullable(remembered.get(user));
    }
}
