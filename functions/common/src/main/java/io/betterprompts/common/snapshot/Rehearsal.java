package io.betterprompts.common.snapshot;

/**
 * Does once what requests will do, so that the first one after a restore finds all that it needs loaded. Each bean of this
 * type is run before the snapshot, with the database and AWS within reach.
 */
@FunctionalInterface
public interface Rehearsal {

    /** Changes nothing that outlives it: no row, no secret kept. A failure is logged and makes the first request slower. */
    void run();
}
