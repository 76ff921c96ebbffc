package io.betterprompts.common.identity;

import java.util.UUID;

/** One login on one device, and the family of refresh tokens that came from it. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
