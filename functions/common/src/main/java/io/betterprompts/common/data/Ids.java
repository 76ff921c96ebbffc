package io.betterprompts.common.data;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes the ids of new rows: UUIDv7, whose order is the order of their making. */
@FunctionalInterface
public interface Ids {

    UUID next();

    static Ids timeOrdered() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
