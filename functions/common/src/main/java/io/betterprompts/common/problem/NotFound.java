package io.betterprompts.common.problem;

import java.util.UUID;

/** The caller has nothing of that id. Whether somebody else does is not told. */
public abstract class NotFound extends ProblemException {

    /**
     * @param type the last part of the stable type
     * @param thing what was asked for, such as {@code template}
     * @param list the path that lists what there is
     */
    protected NotFound(String type, String thing, UUID id, String list) {
        super(
                404,
                type,
                "There is no such " + thing,
                "You have no " + thing + " with the id " + id + "; GET " + list + " lists those you have.");
    }
}
