package io.betterprompts.templates;

import io.betterprompts.common.identity.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What something is called in the account it is imported into. */
final class ImportedId {

    private static final long RANDOM_HIGH = 0xFFFL;
    private static final long VERSION = 0xFFFFL;
    private static final long VARIANT = 0xC000_0000_0000_0000L;

    private ImportedId() {}

    /**
     * Its own id, or, where somebody else has that, another one: of the same time, and the same at each import, so that what
     * was imported already is known again.
     *
     * @return empty if it has no id
     */
    static Optional<UUID> of(@Nullable UUID given, UserId user, Function<UUID, Optional<UserId>> ownerOf) {
        return Optional.ofNullable(given)
                .map(id -> ownerOf.apply(id)
                        .filter(owner -> !owner.equals(user))
                        .map(other -> derived(id, user))
                        .orElse(id));
    }

    /** Its own id; empty if it has none or somebody has that, be it the same user. */
    static Optional<UUID> free(@Nullable UUID given, Function<UUID, Optional<UserId>> ownerOf) {
        return Optional.ofNullable(given).filter(id -> ownerOf.apply(id).isEmpty());
    }

    /** A UUIDv7 with the time of another id, and instead of chance a hash of that id and the user's. */
    private static UUID derived(UUID id, UserId user) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(user.value() + " " + id));
        long high = (id.getMostSignificantBits() & ~VERSION) | 0x7000L | (hash.getLong() & RANDOM_HIGH);
        return new UUID(high, (hash.getLong() & ~VARIANT) | 0x8000_0000_0000_0000L);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
