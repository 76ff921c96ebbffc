package io.betterprompts.common.identity;

import java.util.UUID;

/** An account. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
