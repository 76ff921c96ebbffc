package io.betterprompts.history;

import io.betterprompts.common.problem.ProblemException;
import java.util.UUID;

/** A new row came with an id that cannot be used. */
final class IdTaken extends ProblemException {

    IdTaken(UUID id) {
        super(409, "id-taken", "The id cannot be used", "Make another UUIDv7 than " + id + " for the new row.");
    }
}
